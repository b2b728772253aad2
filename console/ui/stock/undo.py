"""What a person can take back."""

from console.domain.show import Show
from console.domain.stock import Move


def last_move(show: Show, person: str) -> Move | None:
    """The person's newest change of stock that has not been taken back."""
    return next((move for move in reversed(show.moves) if move.person == person and not move.undone), None)
