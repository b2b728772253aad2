"""What viewers ask most: questions that mean the same, counted by the people who asked."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from console.domain.chat import ChatLine, LineKind
from console.domain.claims.folding import fold

LASTING = timedelta(minutes=5)
ANSWERED = timedelta(minutes=2)
MOST_LETTERS = 200
MOST_KEPT = 150
MOST_PEOPLE = 500
MOST_ANSWERED = 50
ALIKE = 0.6
OWN = frozenset({"host", "mod"})

_WORD = re.compile(r"[a-z0-9\u00c0-\u024f\u0e00-\u0e7f]+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Asking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of questions: a line `ends` or `begins` with one, or `holds` one; those that are `idle` say nothing."""

    ends: tuple[str, ...]
    begins: tuple[str, ...]
    holds: tuple[str, ...]
    idle: frozenset[str]


class Question(msgspec.Struct, frozen=True):
    """A question as it was asked last, and by how many people."""

    text: str
    people: int


class _Group(msgspec.Struct):
    """Questions of one meaning: who asked when, in that order."""

    text: str
    grams: frozenset[str]
    asked: dict[str, datetime]

    @property
    def last(self) -> datetime:
        return next(reversed(self.asked.values()))


class Questions:
    """The open questions of the last minutes; bounded, however many are asked. What was answered rests for a while."""

    def __init__(self, words: Asking) -> None:
        ends, begins, holds = ("|".join(each) for each in (words.ends, words.begins, words.holds))
        self._asks = re.compile(rf"(?:{ends})[\s!.~。]*$|^(?:{begins})(?![a-z]).*\s\S+\s\S|(?:{holds})")
        self._idle = words.idle
        self._groups: list[_Group] = []
        self._answered: list[tuple[frozenset[str], datetime]] = []

    def hear(self, lines: Iterable[ChatLine]) -> None:
        """Take in what was said."""
        for line in lines:
            if line.kind is LineKind.MESSAGE and not (line.backlog or line.roles & OWN):
                self._take(line)

    def _take(self, line: ChatLine) -> None:
        if len(line.text) > MOST_LETTERS:
            return
        folded = fold(line.text)
        grams = self._grams(folded) if self._asks.search(folded) else frozenset()
        if not grams or any(_alike(grams, done) and line.heard_at - at < ANSWERED for done, at in self._answered):
            return
        group = self._group(grams)
        group.text = line.text
        who = f"{line.source}/{line.author or line.name}"
        group.asked.pop(who, None)
        group.asked[who] = line.heard_at
        if len(group.asked) > MOST_PEOPLE:
            del group.asked[next(iter(group.asked))]

    def _group(self, grams: frozenset[str]) -> _Group:
        """The group of this meaning; the one that was asked longest ago makes room for a new one."""
        for group in self._groups:
            if grams == group.grams:
                return group
        alike = next((group for group in self._groups if _alike(grams, group.grams)), None)
        if alike is not None:
            return alike
        if len(self._groups) >= MOST_KEPT:
            self._groups.remove(min(self._groups, key=lambda group: group.last))
        self._groups.append(_Group("", grams, {}))
        return self._groups[-1]

    def top(self, now: datetime) -> Question | None:
        """What most people ask; of as many, what was asked last."""
        for group in self._groups:
            group.asked = {who: at for who, at in group.asked.items() if now - at < LASTING}
        self._groups = [group for group in self._groups if group.asked]
        most = max(self._groups, key=lambda group: (len(group.asked), group.last), default=None)
        return Question(most.text, len(most.asked)) if most else None

    def answer(self, question: Question, now: datetime) -> None:
        """Close a question: who asks it within two minutes asked before the answer arrived."""
        grams = self._grams(fold(question.text))
        self._groups = [group for group in self._groups if not _alike(grams, group.grams)]
        self._answered = [*self._answered, (grams, now)][-MOST_ANSWERED:]

    def _grams(self, folded: str) -> frozenset[str]:
        """What a question is about: its words, of Chinese and the like each pair of characters."""
        return frozenset(gram for word in _WORD.findall(folded) for gram in self._cut(word))

    def _cut(self, word: str) -> tuple[str, ...]:
        if not _CJK.match(word):
            return () if word in self._idle else (word.removesuffix("s") if len(word) > len("abc") else word,)
        for idle in self._idle:
            word = word.replace(idle, "") if _CJK.match(idle) else word
        return tuple(word[at : at + 2] for at in range(len(word) - 1)) or ((word,) if word else ())


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= ALIKE * len(one | two)
