"""Chinese text in Latin letters, so that who types pinyin finds it."""

import os
from itertools import islice, product

MOST_READINGS = 8
MOST_LETTERS = 40


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters."""
    return any("\u3400" <= letter <= "\u9fff" for letter in text)


def spelt(title: str) -> tuple[str, ...]:
    """A title's Chinese part, and what follows it, in Latin letters: whole and by first letters, in each reading."""
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
    """The syllables that each character may be, without tones: by a table of characters, not the large one of phrases.

    The first call takes 60 ms and 14 MB, and nobody waits for it who has no Chinese titles.
    """
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin  # noqa: PLC0415 - see above

    return pinyin(text, style=Style.NORMAL, heteronym=True)
