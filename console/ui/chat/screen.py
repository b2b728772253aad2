"""What is on the screen: the rows in memory, where the view stands among them, and what came unseen."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from console.ui.chat.layout_cache import LayoutCache
from console.ui.chat.ring import Ring
from console.ui.chat.row import ChatRow
from console.ui.chat.row_layout import RowLayout
from console.ui.chat.scrolling import (
    AtTop,
    Following,
    Page,
    Pinned,
    Place,
    Span,
    downwards,
    last_whole,
    moved_by,
    page_at,
    settled,
    shifted,
)


class Copied(msgspec.Struct, frozen=True):
    """What was painted has moved by `by` pixels; the rest is new."""

    by: int


class Repainted(msgspec.Struct, frozen=True):
    """All of it has to be painted again."""


class Unmoved(msgspec.Struct, frozen=True):
    """Nothing has changed."""


Movement = Copied | Repainted | Unmoved


class Screen:
    """A window of `room` pixels on the ring. Rows are laid out by `make`, only when they come on the screen."""

    def __init__(self, capacity: int, make: Callable[[ChatRow], RowLayout]) -> None:
        self._ring = Ring(capacity)
        self._make = make
        self._cache = LayoutCache(lambda number: self._make(self._ring[number]))
        self._place: Place = Following()
        self._seen = -1
        self.room = 0
        self.page: Page = ()

    @property
    def span(self) -> Span:
        """The numbers of the rows in memory."""
        return Span(self._ring.first, self._ring.end)

    @property
    def following(self) -> bool:
        """Whether the newest row is kept on the screen."""
        return isinstance(self._place, Following)

    def row(self, number: int) -> ChatRow | None:
        """The row of this number, while it is in memory."""
        return self._ring.get(number)

    def laid(self, number: int) -> RowLayout | None:
        """The row's layout, while it is in memory."""
        return self._cache.of(number) if number in self._ring else None

    def append(self, rows: Sequence[ChatRow]) -> None:
        """Add rows at the end; the page stays as it is until `advance`."""
        self._ring.append(rows)

    def erase(self, ids: Iterable[int]) -> list[int]:
        """Mark rows as taken away; returns the numbers of those that changed."""
        numbers = self._ring.erase(ids)
        self._cache.forget(numbers)
        return numbers

    def refresh(self, stale: Callable[[RowLayout], bool]) -> bool:
        """Lay anew what is not as it was; returns whether that is anything on the screen."""
        numbers = [spot.number for spot in self.page]
        old = [number for number in numbers if (laid := self.laid(number)) and stale(laid)]
        self._cache.keep(numbers)
        self._cache.forget(old)
        if old:
            self.page = ()
        return bool(old)

    def clear(self) -> None:
        """Let all rows go and follow what comes."""
        self._ring.clear()
        self._cache.clear()
        self._place = Following()

    def restyle(self, make: Callable[[ChatRow], RowLayout]) -> None:
        """Lay all rows out anew."""
        self._make = make
        self._cache.clear()
        self.page = ()

    def unseen(self) -> int:
        """How many rows came and have not been on the screen."""
        newest = self._ring.end - 1
        self._seen = max(self._seen, newest if self.following else self.lowest())
        return newest - self._seen

    def lowest(self) -> int:
        """The number of the lowest row that is whole on the screen, or -1."""
        return last_whole(self.page, self.room) if self.page else -1

    def advance(self) -> Movement:
        """Bring the page to where the view stands now."""
        before, self.page = self.page, page_at(self._place, self.span, self.room, self._height_of)
        if before == self.page:
            return Unmoved()
        move = shifted(before, self.page)
        return Repainted() if move is None or abs(move) >= self.room else Copied(move)

    def follow(self) -> None:
        """Stand at the end."""
        self._place = Following()

    def scroll(self, rows: int) -> None:
        """Stand so many rows further down, or up if negative; stay if all rows are on the screen anyway."""
        if rows > 0 or not self._shows_oldest():
            self._place = moved_by(rows, self.page, self.span, self.room, self._height_of)

    def put_at_foot(self, number: int) -> None:
        """Stand with this row at the foot."""
        self._place = self._settled(number)

    def show(self, number: int) -> None:
        """Stand still, with this row whole on the screen, and move as little as that takes."""
        if not self.page or number > self.lowest():
            self._place = self._settled(number)
        elif number < self.page[0].number or (number == self.page[0].number and self.page[0].top < 0):
            page = downwards(number, self.span, self.room, self._height_of)
            self._place = self._settled(last_whole(page, self.room))
        elif not isinstance(self._place, AtTop):
            self._place = Pinned(self.lowest())

    def _shows_oldest(self) -> bool:
        return not self.page or (self.page[0].number == self._ring.first and self.page[0].top >= 0)

    def _settled(self, number: int) -> Place:
        return settled(Pinned(number), self.span, self.room, self._height_of)

    def _height_of(self, number: int) -> int:
        return self._cache.of(number).height
