"""What deciding gives back."""

from datetime import datetime
from typing import NamedTuple

from console.domain.apply import folded
from console.domain.changes import Change
from console.domain.outcomes import Invalid, Outcome
from console.domain.rules import Rule
from console.domain.show import Show


class Decision(NamedTuple):
    """An outcome and the changes that it stands for; a refusal has none.

    `then` is the show that they make, where it was worked out on the way and whoever asked has no part in it.
    """

    outcome: Outcome
    changes: tuple[Change, ...] = ()
    then: Show | None = None

    def following(self, show: Show, now: datetime) -> Show:
        """The show after this was decided on that one."""
        return folded(show, self.changes, now) if self.then is None else self.then


def too_long(**texts: tuple[str, int]) -> Invalid | None:
    """The refusal of the first text that exceeds its number of characters."""
    for field, (text, most) in texts.items():
        if len(text) > most:
            return Invalid(field, Rule.CHARACTERS, (most,))
    return None
