"""Where the viewport stands in the ring, and which rows that puts on the screen. Pure."""

from collections.abc import Callable
from typing import assert_never

import msgspec

HeightOf = Callable[[int], int]


class Following(msgspec.Struct, frozen=True):
    """The newest row is at the bottom, whatever comes."""


class Pinned(msgspec.Struct, frozen=True):
    """The row of this number is at the bottom and stays there."""

    bottom: int


class AtTop(msgspec.Struct, frozen=True):
    """The oldest row is at the top."""


Place = Following | Pinned | AtTop


class Spot(msgspec.Struct, frozen=True):
    """A row on the screen: its number, the y of its upper edge and its height, in pixels."""

    number: int
    top: int
    height: int

    @property
    def under(self) -> int:
        """The y just below the row."""
        return self.top + self.height


Page = tuple[Spot, ...]


class Span(msgspec.Struct, frozen=True):
    """The rows that exist: numbers from `first` up to, not including, `end`."""

    first: int
    end: int


def page_at(place: Place, span: Span, room: int, height_of: HeightOf) -> Page:
    """The rows on a screen `room` pixels high, from top to bottom; too few rows stand at its foot."""
    match place:
        case Following():
            return _upwards(span.end - 1, span, room, height_of)
        case Pinned(bottom=bottom):
            page = _upwards(min(bottom, span.end - 1), span, room, height_of)
            return page if _fills(page) else downwards(span.first, span, room, height_of)
        case AtTop():
            return downwards(span.first, span, room, height_of)
        case _:
            assert_never(place)


def downwards(number: int, span: Span, room: int, height_of: HeightOf) -> Page:
    """The rows from this one at the upper edge down to the foot; a page that ends early stands at the foot."""
    spots: list[Spot] = []
    y = 0
    while number < span.end and y < room:
        height = height_of(number)
        spots.append(Spot(number, y, height))
        y, number = y + height, number + 1
    return tuple(spots) if y >= room else _upwards(span.end - 1, span, room, height_of)


def _upwards(number: int, span: Span, room: int, height_of: HeightOf) -> Page:
    spots: list[Spot] = []
    y = room
    while number >= span.first and y > 0:
        height = height_of(number)
        y -= height
        spots.append(Spot(number, y, height))
        number -= 1
    return tuple(reversed(spots))


def _fills(page: Page) -> bool:
    return bool(page) and page[0].top <= 0


def last_whole(page: Page, room: int) -> int:
    """The number of the lowest row that is whole on the screen, or of the only one there."""
    whole = [spot.number for spot in page if spot.under <= room]
    return whole[-1] if whole else page[0].number


def shifted(before: Page, after: Page) -> int | None:
    """By how many pixels the rows of both pages moved, or None if copying cannot turn one into the other."""
    tops = {spot.number: spot for spot in before}
    moves = {spot.top - tops[spot.number].top for spot in after if spot.number in tops}
    if len(moves) != 1:
        return None
    (move,) = moves
    return move if move or before == after else None


def moved_by(rows: int, page: Page, span: Span, room: int, height_of: HeightOf) -> Place:
    """The place so many rows further down, or up if negative, from what the page shows."""
    if not page:
        return Following()
    bottom = last_whole(page, room) + rows
    if bottom >= span.end - 1:
        return Following()
    return settled(Pinned(max(bottom, span.first)), span, room, height_of)


def settled(place: Place, span: Span, room: int, height_of: HeightOf) -> Place:
    """The same place, or the top where the rows above do not fill the screen."""
    match place:
        case Pinned(bottom=bottom) if not _fills(_upwards(bottom, span, room, height_of)):
            return AtTop()
        case _:
            return place
