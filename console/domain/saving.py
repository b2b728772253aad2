"""Why something was not saved, in words for people."""

from typing import NamedTuple


class WhyNot(NamedTuple):
    """What keeps a file from being written, and what to do about it."""

    title: str
    next_step: str


FULL = WhyNot("The disk is full.", "Free some space: what you do is saved again as soon as there is some.")
FAILING = WhyNot("The disk does not take what is written.", "Check its cable and its health; then try again.")
BARRED = WhyNot("The file may not be written.", "Check its rights, and whether the disk is read-only.")
OTHER = WhyNot("The file could not be written.", "Check the disk, then try again.")

KNOWN = {
    "disk is full": FULL,
    "no space left": FULL,
    "disk quota exceeded": FULL,
    "disk i/o error": FAILING,
    "input/output error": FAILING,
    "readonly database": BARRED,
    "read-only": BARRED,
    "permission denied": BARRED,
}


def why_not(reason: str) -> WhyNot:
    """The words for what SQLite or the system said."""
    said = reason.lower()
    return next((words for part, words in KNOWN.items() if part in said), OTHER)
