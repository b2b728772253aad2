"""What a line says about stock, price and offers: found by patterns that are data, each in its own sentence."""

import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

import msgspec

from console.domain.claims.folding import fold
from console.domain.script.numbers import CHINESE, DIGITS, ENGLISH, number

MOST_LETTERS = 1_000
KEPT = 2_000
NEAR = 24


class Kind(StrEnum):
    """What is said."""

    LEFT = "left"
    FEWER = "fewer"
    MORE = "more"
    GONE = "gone"
    THERE = "there"
    PLENTY = "plenty"
    LOWEST = "lowest"
    WAS = "was"
    COSTS = "costs"
    COUPON = "coupon"
    GIFT = "gift"
    LIMITED = "limited"


class Saying(msgspec.Struct, frozen=True):
    """One thing that a line says, in its words, with the number in it."""

    kind: Kind
    words: str
    number: Decimal | None = None


class Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of patterns. `says` and `hides` are by kind: a stretch that hides is none of that kind.

    `negations` before a saying take it back. In a pattern `{n}` is a number, also in words; `{u}` the word for pieces
    in Chinese; `{m}` an amount of money, and `{M}` one that shows it: by its sign, its unit or its two decimal places.
    """

    says: dict[Kind, tuple[str, ...]]
    hides: dict[Kind, tuple[str, ...]]
    negations: tuple[str, ...]
    questions: tuple[str, ...]
    unit: str


_WHOLE, _PARTED, _MOST = 0xE000, 0xF000, 0x700
"""Each number of a line becomes one sign of these planes, so that no pattern has to know how numbers are written."""

_SIGNS = dict.fromkeys(range(_WHOLE, _PARTED + _MOST + 1), " ")
_ANY = f"[{chr(_WHOLE)}-{chr(_PARTED + _MOST)}]"
_CENTS = f"[{chr(_PARTED)}-{chr(_PARTED + _MOST)}]"
_NO_PRONOUN = r"(?!(?<=last )one(?![a-z]))"
_NUMBER = re.compile(rf"(?<![a-z\d.,])(?:{DIGITS}|{_NO_PRONOUN}(?:{ENGLISH})(?![a-z]))(?![.,]?\d|\s?%|[a-z])|{CHINESE}")
_HAS_CENTS = re.compile(r"\d[.块]\d\d?$")
_SENTENCE = re.compile(r"[^!?。;\n.]+[!?。;.\n]?")
_SIGN = r"(?:[$€£¥₫฿₱₹]|us\$|nt\$|hk\$|s\$|rm|usd|eur|gbp|cny|rmb|sgd|vnd|myr|thb|php)"
_UNIT = r"(?:元|块钱?|人民币|dollars?|bucks|euros?|pounds?|quid|baht|ringgit|pesos?|usd|eur|sgd|rmb|₫|€)(?![a-z])"
_SPACE = re.compile(r" (?![*?)])")
_MEANS = {
    "{n}": f"({_ANY})",
    "{m}": rf"{_SIGN}?\s?({_ANY})(?:\s?{_UNIT})?",
    "{M}": rf"(?:{_SIGN}\s?({_ANY})|({_ANY})\s?{_UNIT}|({_CENTS}))",
}


class _Line:
    """A line with its numbers taken out, and what they were."""

    def __init__(self, text: str) -> None:
        self._numbers: list[str] = []
        self.text = _NUMBER.sub(self._taken, fold(text[:MOST_LETTERS]).translate(_SIGNS))

    def _taken(self, found: re.Match[str]) -> str:
        if len(self._numbers) >= _MOST:
            return found[0]
        self._numbers.append(found[0])
        return chr((_PARTED if _HAS_CENTS.search(found[0]) else _WHOLE) + len(self._numbers) - 1)

    def _written(self, sign: str) -> str:
        return self._numbers[(ord(sign) - _WHOLE) % (_PARTED - _WHOLE)]

    def saying(self, kind: Kind, found: re.Match[str]) -> Saying:
        """What was found, as it was written."""
        words = re.sub(_ANY, lambda sign: self._written(sign[0]), found[0])
        sign = next((each for each in found.groups() if each), None)
        return Saying(kind, words.strip(" ,.;!。，"), number(self._written(sign)) if sign else None)


class Sayings:
    """Finds what lines say."""

    def __init__(self, patterns: Patterns) -> None:
        self._says = {kind: _joined(texts, patterns.unit) for kind, texts in patterns.says.items()}
        self._hides = {kind: _joined(texts, patterns.unit) for kind, texts in patterns.hides.items()}
        self._negated = re.compile(rf"(?:{'|'.join(patterns.negations)})$")
        self._asked = re.compile(rf"(?:{'|'.join(patterns.questions)})$")
        self.of = lru_cache(KEPT)(self._of)

    def _of(self, text: str) -> tuple[Saying, ...]:
        """All that a line says, in the order of its sentences; a question says nothing."""
        line = _Line(text)
        return tuple(
            saying
            for sentence in _SENTENCE.findall(line.text)
            if not self._asked.search(sentence.strip())
            for kind in Kind
            for saying in self._in(line, sentence, kind)
        )

    def _in(self, line: _Line, sentence: str, kind: Kind) -> list[Saying]:
        hidden = self._hides.get(kind)
        shown = hidden.sub(lambda found: "\x00" * len(found[0]), sentence) if hidden else sentence
        said = self._says.get(kind)
        found = said.finditer(shown) if said else ()
        return [line.saying(kind, each) for each in found if not self._negated.search(_before(shown, each))]


def _before(sentence: str, found: re.Match[str]) -> str:
    """The words before what was found."""
    return sentence[max(0, found.start() - NEAR) : found.start()]


def _joined(texts: tuple[str, ...], unit: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_expanded(text, unit)})" for text in texts))


def _expanded(text: str, unit: str) -> str:
    """A pattern with its abbreviations written out; Latin letters at its ends are whole words."""
    begins = r"(?<![a-z])" if text[:1].isascii() and text[:1].isalpha() else ""
    ends = r"(?![a-z])" if text[-1:].isascii() and text[-1:].isalpha() else ""
    whole = f"{begins}{_SPACE.sub(' +', text)}{ends}".replace("{u}", unit)
    for name, means in _MEANS.items():
        whole = whole.replace(name, means)
    return whole


def read_sayings(data: bytes) -> Sayings:
    """The patterns of a file, ready to find. Raises msgspec.ValidationError or re.error for one that is not one."""
    return Sayings(msgspec.json.decode(data, type=Patterns))
