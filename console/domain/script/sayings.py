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

    `negations` before a saying take it back. In a pattern `{n}` is a number of pieces, `{u}` the word for pieces in
    Chinese, `{m}` an amount of money, and `{M}` one that shows it: by its sign, its unit or its two decimal places.
    """

    says: dict[Kind, tuple[str, ...]]
    hides: dict[Kind, tuple[str, ...]]
    negations: tuple[str, ...]
    questions: tuple[str, ...]
    unit: str


_SENTENCE = re.compile(r"[^!?。;\n.]*(?:\.(?=\d)[^!?。;\n.]*)*[!?。;.\n]?")
_SIGN = r"(?:[$€£¥₫฿₱₹]|us\$|nt\$|hk\$|s\$|rm|usd|eur|gbp|cny|rmb|sgd|vnd|myr|thb|php)"
_UNIT = r"(?:元|块钱?|人民币|dollars?|bucks|euros?|pounds?|quid|baht|ringgit|pesos?|usd|eur|sgd|rmb|₫|€)"
_END = r"(?![.,]?\d|\s?%|[a-z])"
_SPACE = re.compile(r" (?![*?)])")
_NOT_BEFORE = r"(?<![a-z\d.,])"


class Sayings:
    """Finds what lines say."""

    def __init__(self, patterns: Patterns) -> None:
        self._says = {kind: _joined(texts, patterns.unit) for kind, texts in patterns.says.items()}
        self._hides = {kind: _joined(texts, patterns.unit) for kind, texts in patterns.hides.items()}
        self._negated = re.compile(rf"(?:{'|'.join(patterns.negations)})$")
        self._asked = re.compile(rf"(?:{'|'.join(patterns.questions)})$")
        self.of = lru_cache(KEPT)(self._of)

    def _of(self, line: str) -> tuple[Saying, ...]:
        """All that a line says, in the order of its sentences; a question says nothing."""
        sentences = _SENTENCE.findall(fold(line[:MOST_LETTERS]))
        return tuple(
            saying
            for sentence in sentences
            if not self._asked.search(sentence.strip())
            for kind in Kind
            for saying in self._in(sentence, kind)
        )

    def _in(self, sentence: str, kind: Kind) -> list[Saying]:
        hidden = self._hides.get(kind)
        shown = hidden.sub(lambda found: "\x00" * len(found[0]), sentence) if hidden else sentence
        said = self._says.get(kind)
        found = said.finditer(shown) if said else ()
        return [_saying(kind, each) for each in found if not self._negated.search(shown[: each.start()])]


def _saying(kind: Kind, found: re.Match[str]) -> Saying:
    digits = next((text for text in found.groups() if text), None)
    return Saying(kind, found[0].strip(" ,.;!。，"), number(digits) if digits else None)


def _joined(texts: tuple[str, ...], unit: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_expanded(text, unit)})" for text in texts))


def _expanded(text: str, unit: str) -> str:
    """A pattern with its abbreviations written out; Latin letters at its ends are whole words."""
    some = rf"{_NOT_BEFORE}({DIGITS}|{ENGLISH}|{CHINESE})"
    count = f"{some}{_END}"
    amount = rf"{_SIGN}?\s?{some}\s?(?:{_UNIT})?{_END}"
    shown = rf"(?:{_SIGN}\s?({DIGITS})|{some}\s?{_UNIT}|{_NOT_BEFORE}(\d+[.块]\d\d?)){_END}"
    begins = r"(?<![a-z])" if text[:1].isascii() and text[:1].isalpha() else ""
    ends = r"(?![a-z])" if text[-1:].isascii() and text[-1:].isalpha() else ""
    whole = f"{begins}{_SPACE.sub(' +', text)}{ends}"
    return whole.replace("{n}", count).replace("{m}", amount).replace("{M}", shown).replace("{u}", unit)


def read_sayings(data: bytes) -> Sayings:
    """The patterns of a file, ready to find. Raises msgspec.ValidationError or re.error for one that is not one."""
    return Sayings(msgspec.json.decode(data, type=Patterns))
