"""What deciding gives back."""

from typing import NamedTuple

from console.domain.changes import Change
from console.domain.outcomes import Invalid, Outcome
from console.domain.rules import Rule


class Decision(NamedTuple):
    """An outcome and the changes that it stands for; a refusal has none."""

    outcome: Outcome
    changes: tuple[Change, ...] = ()


def too_long(**texts: tuple[str, int]) -> Invalid | None:
    """The refusal of the first text that exceeds its number of characters."""
    for field, (text, most) in texts.items():
        if len(text) > most:
            return Invalid(field, Rule.CHARACTERS, (most,))
    return None
