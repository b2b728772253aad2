"""How well an entry fits what was typed. Pure."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from console.ui.commands.entry import Entry, Kind

Sounds = Callable[[str], Sequence[str]]
"""How a text is also written in Latin letters: its syllables in a row, and their first letters; none of most texts."""

EXACT, CODE, WORDS, SOUND, WITHIN, LOOSE = 1_000, 800, 600, 500, 400, 200
_BONUS = 40
_LEAST_LOOSE = 3
_WORD = re.compile(r"\w+")
_ORDER = {Kind.ITEM: 4, Kind.ACT: 3, Kind.SEGMENT: 2, Kind.ORDER: 1, Kind.PRODUCT: 0, Kind.LINE: 0, Kind.DESPITE: 0}


def plain(text: str) -> str:
    """The text as it is compared: one width, one case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def ranked(entries: Iterable[Entry], typed: str, sounds: Sounds, most: int) -> list[Entry]:
    """The entries that fit, the best first; of two that fit alike, one that can be done, then the shorter."""
    query = plain(typed)
    fits = ((fit(entry, query, sounds), entry) for entry in entries)
    found = [(points, entry) for points, entry in fits if points]
    found.sort(key=lambda each: (-each[0], bool(each[1].why), -_ORDER[each[1].kind], len(each[1].words)))
    return [entry for _, entry in found[:most]]


def fit(entry: Entry, query: str, sounds: Sounds) -> int:
    """The points of an entry for a query; 0 if it does not fit."""
    codes = [plain(code) for code in entry.codes]
    if query in codes:
        return EXACT - codes.index(query)
    if any(code.startswith(query) for code in codes):
        return CODE
    texts = [plain(entry.words), *map(plain, entry.more)]
    return max(of_text(text, query) - place for place, text in enumerate(texts)) or of_sounds(entry, query, sounds)


def of_text(text: str, query: str) -> int:
    """The points of one text: its beginning, beginnings of its words, parts of it, letters of it in their order."""
    parts = query.split()
    words = _WORD.findall(text)
    if all(any(word.startswith(part) for word in words) for part in parts):
        return WORDS + (_BONUS if text.startswith(query) else 0)
    if all(part in text for part in parts):
        return WITHIN
    return LOOSE - spread if (spread := loose(text, query.replace(" ", ""))) is not None else 0


def loose(text: str, letters: str) -> int | None:
    """How far apart these letters stand in the text, in their order, from the beginning of a word; None if nowhere.

    Letters that stand further apart than they are many, twice over, are chance.
    """
    if len(letters) < _LEAST_LOOSE:
        return None
    best: int | None = None
    for word in _WORD.finditer(text):
        end = _reach(text, letters, word.start())
        if end is not None:
            spread = end - word.start() - len(letters)
            best = spread if best is None else min(best, spread)
    return best if best is not None and best <= 2 * len(letters) else None


def _reach(text: str, letters: str, at: int) -> int | None:
    if text[at] != letters[0]:
        return None
    for letter in letters:
        found = text.find(letter, at)
        if found < 0:
            return None
        at = found + 1
    return at


def of_sounds(entry: Entry, query: str, sounds: Sounds) -> int:
    """The points of how it sounds: `yamachenshan` and `ymcs` find 亚麻衬衫."""
    joined = query.replace(" ", "")
    if not joined.isascii():
        return 0
    for sound in sounds(entry.words):
        if sound.startswith(joined):
            return SOUND
        if len(joined) >= _LEAST_LOOSE and joined in sound:
            return SOUND - _BONUS
    return 0
