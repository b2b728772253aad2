"""Text for the search: every run of letters as its pairs, so that parts of words and Chinese are found alike."""

import re
import unicodedata
from functools import cache


def words(text: str) -> str:
    """The pairs of letters of a text, e.g. `黑色衣` as `黑色 色衣`; a single letter stands alone."""
    return " ".join(pair for run in runs(text) for pair in pairs(run))


def phrase(text: str) -> str:
    """The query that finds texts in which each run of this text stands as it is. Empty if there is nothing to find."""
    return " AND ".join('"' + " ".join(pairs(run)) + '"' for run in runs(text))


def runs(text: str) -> list[str]:
    """The runs of letters and digits, folded for matching."""
    return a_run().findall(unicodedata.normalize("NFKC", text).casefold())


@cache
def a_run() -> re.Pattern[str]:
    """Letters and digits with the marks among them: the vowels of Thai and of Indian scripts are marks."""
    marks = "".join(each for each in map(chr, range(0x300, 0x10000)) if unicodedata.category(each).startswith("M"))
    return re.compile(rf"[\w{marks}]+")


def pairs(run: str) -> list[str]:
    """The overlapping pairs of a run."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]
