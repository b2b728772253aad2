"""The words of claims, in the languages of viewers: data that a reading goes by."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

import msgspec

from console.domain.claims.folding import Token, fold, tokens
from console.domain.claims.reading import ReasonCode

KEPT_PHRASES = 50_000  # a queue is prepared anew with each change of it, and most of it is what it was

T = TypeVar("T")
Phrase = tuple[str, ...]


class Kind(StrEnum):
    """What a word does in a claim. A word may do several things at once."""

    STRONG = "strong"
    CLAIM = "claim"
    ASK = "ask"
    PLEASE = "please"
    POLITE = "polite"
    CHEER = "cheer"
    MARK = "mark"
    UNIT = "unit"
    SIZE = "size"
    EACH = "each"
    AND = "and"
    PLUS = "plus"
    TIMES = "times"
    DOUBT = "doubt"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of words. `against`: what makes a line no claim, by why; `options`: words of one meaning each."""

    parts: dict[Kind, tuple[str, ...]]
    against: dict[ReasonCode, tuple[str, ...]]
    numbers: dict[str, int]
    options: tuple[tuple[str, ...], ...]


class Book(Generic[T]):
    """Phrases with all that they mean, found from a place in a line on."""

    def __init__(self) -> None:
        self._meanings: dict[Phrase, tuple[T, ...]] = {}
        self._longest: dict[str, int] = {}

    def add(self, text: str, meaning: T) -> None:
        """Have a phrase mean this, too."""
        phrase = phrase_of(text)
        known = self._meanings.get(phrase, ())
        if phrase and meaning not in known:
            self._meanings[phrase] = (*known, meaning)
            self._longest[phrase[0]] = max(len(phrase), self._longest.get(phrase[0], 0))

    def of(self, phrase: Phrase) -> tuple[T, ...]:
        """What a phrase means."""
        return self._meanings.get(phrase, ())

    def all_at(self, line: Sequence[Token], at: int) -> Iterator[tuple[Phrase, tuple[T, ...]]]:
        """The phrases that begin here with their meanings, the longest first."""
        for size in range(min(self._longest.get(line[at].text, 0), len(line) - at), 0, -1):
            phrase = tuple(token.text for token in line[at : at + size])
            if found := self._meanings.get(phrase):
                yield phrase, found

    def longest_at(self, line: Sequence[Token], at: int) -> tuple[Phrase, tuple[T, ...]]:
        """The longest phrase that begins here with its meanings; the empty one if there is none."""
        return next(self.all_at(line, at), ((), ()))

    def __iter__(self) -> Iterator[Phrase]:
        return iter(self._meanings)


class Lexicon:
    """The words, ready to be looked up."""

    def __init__(self, words: Words) -> None:
        self.parts: Book[Kind] = Book()
        self.against: Book[ReasonCode] = Book()
        self.numbers: Book[int] = Book()
        self.options: Book[tuple[str, ...]] = Book()
        for kind, texts in words.parts.items():
            for text in texts:
                self.parts.add(text, kind)
        for why, texts in words.against.items():
            for text in texts:
                self.against.add(text, why)
        for text, number in words.numbers.items():
            self.numbers.add(text, number)
        for alike in words.options:
            for text in alike:
                self.options.add(text, alike)

    def alike(self, text: str) -> tuple[str, ...]:
        """The words that mean the same as an option's value, itself first."""
        return (text, *(word for same in self.options.of(phrase_of(text)) for word in same))


@lru_cache(KEPT_PHRASES)
def phrase_of(text: str) -> Phrase:
    """A phrase as it is matched."""
    return tuple(token.text for token in tokens(fold(text)))


def read_words(data: bytes) -> Lexicon:
    """The lexicon of a file. Raises msgspec.ValidationError for one that is not."""
    return Lexicon(msgspec.json.decode(data, type=Words))
