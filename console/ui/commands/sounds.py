"""Chinese titles in Latin letters, so that who types pinyin finds them."""

import os
from itertools import islice, product

MOST_READINGS = 8
MOST_LETTERS = 40


class Pinyin:
    """Spells titles. The library is loaded by `load`, in a thread of its own; until then nothing has a sound."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}
        self.loaded = False

    def load(self) -> None:
        """Load the library: a table of characters, without that of phrases, which is large."""
        readings("一")
        self.loaded = True

    def __call__(self, title: str) -> tuple[str, ...]:
        """The ways to spell a title: whole and by first letters, in each reading of its characters."""
        if not self.loaded or title.isascii():
            return ()
        if title not in self._known:
            self._known[title] = spelt(title)
        return self._known[title]


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters."""
    return any("\u3400" <= letter <= "\u9fff" for letter in text)


def spelt(title: str) -> tuple[str, ...]:
    """A title's Chinese part, and what follows it, in Latin letters."""
    if not is_chinese(title):
        return ()
    start = next(at for at, letter in enumerate(title) if is_chinese(letter))
    part = "".join(letter for letter in title[start : start + MOST_LETTERS] if letter.isalnum())
    spellings: dict[str, None] = {}
    for syllables in islice(product(*readings(part)), MOST_READINGS):
        spellings["".join(syllables).casefold()] = None
        spellings["".join(each[:1] for each in syllables).casefold()] = None
    return tuple(spellings)


def readings(text: str) -> list[list[str]]:
    """The syllables that each character may be, without tones."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin  # noqa: PLC0415 - 60 ms and 14 MB that only a search among Chinese titles needs

    return pinyin(text, style=Style.NORMAL, heteronym=True)
