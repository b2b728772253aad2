"""The layouts of the rows that were on the screen last."""

from collections.abc import Callable, Iterable

from console.ui.chat.row_layout import RowLayout


class LayoutCache:
    """Layouts by the row's number, made when asked for; beyond `capacity` the one unused for longest leaves."""

    def __init__(self, make: Callable[[int], RowLayout], capacity: int = 400) -> None:
        self._make = make
        self._capacity = capacity
        self._kept: dict[int, RowLayout] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, number: int) -> RowLayout:
        """The layout of a row."""
        found = self._kept.pop(number, None) or self._make(number)
        self._kept[number] = found
        if len(self._kept) > self._capacity:
            del self._kept[next(iter(self._kept))]
        return found

    def forget(self, numbers: Iterable[int]) -> None:
        """Drop rows that have changed."""
        for number in numbers:
            self._kept.pop(number, None)

    def keep(self, numbers: Iterable[int]) -> None:
        """Drop all but these."""
        self._kept = {number: self._kept[number] for number in numbers if number in self._kept}

    def clear(self) -> None:
        """Drop everything, as a new width or look wants."""
        self._kept.clear()
