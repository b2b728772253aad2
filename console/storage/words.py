"""Text for the search: every run of letters as its pairs, so that parts of words and Chinese are found alike."""

import re
import unicodedata

RUN = re.compile(r"\w+")


def words(text: str) -> str:
    """The pairs of letters of a text, e.g. `黑色衣` as `黑色 色衣`; a single letter stands alone."""
    return " ".join(pair for run in runs(text) for pair in pairs(run))


def phrase(text: str) -> str:
    """The query that finds texts in which each run of this text stands as it is. Empty if there is nothing to find."""
    return " AND ".join('"' + " ".join(pairs(run)) + '"' for run in runs(text))


def runs(text: str) -> list[str]:
    """The runs of letters and digits, folded for matching."""
    return RUN.findall(unicodedata.normalize("NFKC", text).casefold())


def pairs(run: str) -> list[str]:
    """The overlapping pairs of a run."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]
