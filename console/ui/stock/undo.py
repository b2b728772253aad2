"""What a person did last: what can be taken back, and for what reasons it was."""

from collections.abc import Iterator

from console.domain.show import Show
from console.domain.stock import Move


def last_move(show: Show, person: str) -> Move | None:
    """The person's newest change of stock that has not been taken back."""
    return next((move for move in reversed(show.moves) if move.person == person and not move.undone), None)


def last_reasons(show: Show, person: str) -> Iterator[str]:
    """The reasons of a person's changes of stock, the last used first."""
    return (move.reason for move in reversed(show.moves) if move.person == person)
