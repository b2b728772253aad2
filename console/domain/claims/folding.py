"""A line as it is matched, never as it is shown: one form for what looks or means the same."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

MOST_LETTERS = 200
MOST_TOKENS = 32

_GONE = dict.fromkeys(
    (*range(0xFE00, 0xFE10), 0x20E3, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))
)
_SAME = str.maketrans(
    {
        **dict.fromkeys("×✕✖＊*", "×"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("’‘ʼ`", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict(
            zip(
                "號兩個條買嗎還錢單這會說紅藍綠黃對雙隻盞頂塊張麼給來拿請謝過鏈點後種樣",
                "号两个条买吗还钱单这会说红蓝绿黄对双只盏顶块张么给来拿请谢过链点后种样",
                strict=True,
            )
        ),
    }
)
_DRAWN_OUT = re.compile(r"([a-wyz])\1{2,}")
_STARRED = re.compile(r"×(\w+)×")
_LAUGHTER = re.compile(r"\ba?h?(?:[ah]a|he){2,}h?\b")
_TOKEN = re.compile(r"[^\W\d_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+(?:'[^\W\d_]+)?|[0-9]+|\S")
_NUMERALS = ("零〇", "一壹", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_CJK_DIGITS = {sign: number for number, signs in enumerate(_NUMERALS) for sign in signs} | {"两": 2}
_TENS = {"十": 10, "拾": 10, "百": 100}
_LONGEST_NUMERAL = 6


class Token(NamedTuple):
    """A word, a number, a sign, or one character of a script without spaces; `gap`: a space stands before it."""

    text: str
    gap: bool


def fold(text: str) -> str:
    """The text in one case, with plain digits, signs and characters; drawn-out letters and laughter are shortened."""
    plain = unicodedata.normalize("NFKC", text.translate(_GONE)).translate(_SAME).casefold()
    plain = "".join(str(unicodedata.decimal(each, each)) for each in plain)
    return _STARRED.sub(r"\1", _LAUGHTER.sub("haha", _DRAWN_OUT.sub(r"\1", plain)))


def tokens(folded: str) -> list[Token]:
    """A folded text cut up, at most one token more than a line is read for; letters and digits that touch are two."""
    cut: list[Token] = []
    for found in _TOKEN.finditer(folded):
        cut.append(Token(found[0], found.start() == 0 or folded[found.start() - 1].isspace()))
        if len(cut) > MOST_TOKENS:
            break
    return cut


def chinese_number(line: Sequence[Token], at: int) -> tuple[int, int]:
    """The number that Chinese numerals write from `at` on and how many characters it takes: none is (0, 0)."""
    total, digit, end = 0, 0, at
    while end < min(len(line), at + _LONGEST_NUMERAL):
        sign = line[end].text
        if sign in _TENS:
            total, digit = total + (digit or 1) * _TENS[sign], 0
        elif sign in _CJK_DIGITS:
            digit = digit * 10 + _CJK_DIGITS[sign]
        else:
            break
        end += 1
    return total + digit, end - at


def one_apart(one: str, two: str) -> bool:
    """Whether one typing error leads from one word to the other: a letter too many, too few, wrong, or two swapped."""
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    swapped = one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
    return (
        one[at + 1 :] == two[at + 1 :] or one[at:] == two[at + 1 :] or one[at + 1 :] == two[at:] or swapped == two[at:]
    )
