"""A script as it can be said now: facts in their places, and lines struck that are not so."""

import re
from functools import lru_cache

import msgspec

from console.domain.claims.folding import fold
from console.domain.script.facts import Known, Lacking, Pieces, Subject, Value, value_of
from console.domain.script.sayings import Sayings
from console.domain.script.truth import Strike, strike_of

_NAMED = re.compile(r"\{([a-z_]{1,20})(?::([^{}\s]{1,80}))?\}")
MARK = "#"
_HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"
_RUNS = re.compile(r"[a-z][a-z0-9'& -]{3,}[a-z0-9]|[\u3400-\u9fff]{2,}")
_ALONE = r"(?<![a-z0-9']){}(?![a-z0-9])"


class Text(msgspec.Struct, frozen=True):
    """Words as they were written."""

    words: str


class Filled(msgspec.Struct, frozen=True):
    """What stands in the place of `{name}` or `{name:of}`."""

    name: str
    of: str
    value: Value


Part = Text | Filled


class ScriptLine(msgspec.Struct, frozen=True):
    """One line, ready to be said, unless there is a `strike`. A `marker` is a heading to go to, and is not said."""

    parts: tuple[Part, ...]
    strike: Strike | None = None
    marker: bool = False


@lru_cache(4_000)
def cut(line: str) -> tuple[Text | tuple[str, str], ...]:
    """A line's words, and the facts that it names as (name, code or SKU)."""
    parts: list[Text | tuple[str, str]] = []
    end = 0
    for found in _NAMED.finditer(line):
        if found.start() > end:
            parts.append(Text(line[end : found.start()]))
        parts.append((found[1], found[2] or ""))
        end = found.end()
    return (*parts, Text(line[end:])) if end < len(line) or not parts else tuple(parts)


def script_lines(known: Known, sayings: Sayings) -> tuple[ScriptLine, ...]:
    """The lines of the segment's script, as they stand now."""
    return tuple(_line(each, known, sayings) for each in known.segment.script.split("\n"))


def _line(line: str, known: Known, sayings: Sayings) -> ScriptLine:
    if line.startswith(MARK):
        return ScriptLine((Text(line.lstrip(MARK).strip()),), marker=True)
    parts = tuple(part if isinstance(part, Text) else Filled(*part, value_of(known, *part)) for part in cut(line))
    said = sayings.of("".join(map(_said, parts)))
    return ScriptLine(parts, strike_of(said, known, _subjects(line, parts, known)) if said else None)


def _said(part: Part) -> str:
    """The part as its truth is looked at: only a number of pieces can be said to be few or many."""
    match part:
        case Text(words=words):
            return words
        case Filled(value=Pieces(count=count)) if part.name == "stock":
            return str(count)
        case _:
            return _HOLE


def _subjects(line: str, parts: tuple[Part, ...], known: Known) -> tuple[Subject, ...]:
    """What a line is about: what it names by code, by SKU or by title, as far as its words tell the variant."""
    named = {part.of: known.named(part.of) for part in parts if isinstance(part, Filled) and part.of}
    found = tuple(each for each in named.values() if each)
    if found:
        return found
    folded = fold(line)
    titled = tuple(each for each in known.subjects if _names(folded, each))
    return tuple(_narrowed(folded, each) for each in titled or known.subjects)


def _names(folded: str, subject: Subject) -> bool:
    """Whether a folded line has the title, or one of its languages' part of it."""
    return any(run in folded for run in _title_runs(subject.product.title))


@lru_cache(2_000)
def _title_runs(title: str) -> tuple[str, ...]:
    return tuple(run.strip() for run in _RUNS.findall(fold(title)))


def _narrowed(folded: str, subject: Subject) -> Subject:
    """The variants that a folded line names by the values of their options; all, if it names none."""
    said = {value for each in subject.variants for value in each.options if _says(folded, value)}
    chosen = tuple(each for each in subject.variants if said and said <= set(each.options))
    return Subject(subject.product, chosen or subject.variants)


@lru_cache(20_000)
def _says(folded: str, value: str) -> bool:
    plain = fold(value)
    pattern = _ALONE.format(re.escape(plain)) if plain.isascii() else re.escape(plain)
    return bool(plain) and re.search(pattern, folded) is not None


def lacks(line: ScriptLine) -> tuple[Lacking, ...]:
    """What a line names and nobody knows."""
    return tuple(part.value for part in line.parts if isinstance(part, Filled) and isinstance(part.value, Lacking))
