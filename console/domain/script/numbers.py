"""Numbers as people write them into a script: digits, English words, Chinese numerals."""

import re
from decimal import Decimal

_ONES = {
    word: number
    for number, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
_ENGLISH = {**_ONES, **_TENS}
_CHINESE = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000}
_HUNDRED = 100

_WORD = "|".join(sorted(_ENGLISH, key=len, reverse=True))
ENGLISH = rf"(?:{_WORD})(?:(?:[ -]| and |, )(?:{_WORD}|hundred))*"
CHINESE = f"[{''.join((*_CHINESE, *_POWERS))}]+"
DIGITS = r"\d{1,6}块\d{1,2}(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?|\d{1,9}(?:[.,]\d{1,2}(?!\d))?"
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")


def number(text: str) -> Decimal | None:
    """The number that a text writes; None if it writes none. “Fifty-nine ninety” is 59.90, as prices are spoken."""
    text = text.strip()
    if text[:1].isdigit():
        return Decimal(_THOUSANDS.sub("", text).replace(",", ".").replace("块", "."))
    if text[:1] in _CHINESE or text[:1] in _POWERS:
        return Decimal(_chinese(text))
    words = re.findall("[a-z]+", text.replace(" and ", " "))
    return _spoken(words) if words and all(word in _ENGLISH or word == "hundred" for word in words) else None


def _chinese(text: str) -> int:
    if not any(sign in _POWERS for sign in text):
        return int("".join(str(_CHINESE[sign]) for sign in text))
    whole = part = digit = 0
    for sign in text:
        if sign == "万":
            whole, part, digit = (part + digit) * _POWERS[sign], 0, 0
        elif sign in _POWERS:
            part, digit = part + (digit or 1) * _POWERS[sign], 0
        else:
            digit = _CHINESE[sign]
    return whole + part + digit


def _spoken(words: list[str]) -> Decimal:
    """Groups such as `fifty nine` and `ninety`: of two, the second are the hundredths."""
    groups: list[int] = []
    before = ""
    for word in words:
        if word == "hundred":
            groups = [*groups[:-1], (groups[-1] if groups else 1) * _HUNDRED]
        elif groups and (before == "hundred" or (before in _TENS and 0 < _ENGLISH[word] < _TENS["twenty"] // 2)):
            groups[-1] += _ENGLISH[word]
        else:
            groups.append(_ENGLISH[word])
        before = word
    return Decimal(groups[0]) + (Decimal(groups[1]) / _HUNDRED if len(groups) > 1 else 0)
