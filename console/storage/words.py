"""Text for the search: every run of letters as its pairs, so that parts of words and Chinese are found alike."""

import re
import unicodedata
from functools import cache

ACCENTS = re.compile("[\u0300-\u036f]")


def words(text: str) -> str:
    """The pairs of letters of a text, e.g. `黑色衣` as `黑色 色衣`; a single letter stands alone."""
    return " ".join(pair for run in runs(text) for pair in pairs(run))


def query(text: str) -> str:
    """The query for texts that have all pairs of this one, wherever. Empty if there is nothing to find."""
    return " AND ".join(dict.fromkeys(f'"{pair}"' for run in runs(text) for pair in pairs(run)))


def has_runs(text: str, wanted: list[str]) -> bool:
    """Whether each of these runs stands in the text as it is; a single letter alone."""
    there = runs(text)
    return all(run in there if len(run) == 1 else any(run in each for each in there) for run in wanted)


def runs(text: str) -> list[str]:
    """The runs of letters and digits, folded for matching: neither case nor an accent tells two of them apart."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", ACCENTS.sub("", unicodedata.normalize("NFKD", text)))
    return a_run().findall(text.casefold())


@cache
def a_run() -> re.Pattern[str]:
    """Letters and digits with the marks among them: the vowels of Thai and of Indian scripts are marks."""
    marks = "".join(each for each in map(chr, range(0x300, 0x10000)) if unicodedata.category(each).startswith("M"))
    return re.compile(rf"[\w{marks}]+")


def pairs(run: str) -> list[str]:
    """The overlapping pairs of a run."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]
