"""What of the bar is shown when there is little room."""

from collections.abc import Callable, Sequence

from console.ui.bar.lamp_sight import Room


def fitted(width: int, needed: int, spare: Sequence[int], lamps: Callable[[Room], int]) -> tuple[int, Room]:
    """How many of the spare parts are shown, and how much lamps say; lengths are in pixels.

    `needed` is what stands firm, `spare` are the parts that may go, the last one first, `lamps` tells the width of
    all lamps. Words about a trouble go first, then the spare parts, then the ages, then the words.
    """
    if needed + lamps(Room.TROUBLE) + sum(spare) <= width:
        return len(spare), Room.TROUBLE
    for room in (Room.AGE, Room.WORD, Room.SHAPE):
        width_of_lamps = lamps(room)
        for shown in range(len(spare), -1, -1):
            if needed + width_of_lamps + sum(spare[:shown]) <= width:
                return shown, room
    return 0, Room.SHAPE
