"""The rows in memory: bounded, each with a place in the order of arrival that never changes."""

from collections.abc import Iterable, Sequence

import msgspec

from console.ui.chat.row import ChatRow


class Ring:
    """The newest rows. A row's number counts all rows ever appended, so it holds while older rows leave."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._rows: list[ChatRow] = []
        self._end = 0
        self._base = 0

    @property
    def first(self) -> int:
        """The number of the oldest row held; equal to `end` if there is none."""
        return self._end - len(self._rows)

    @property
    def end(self) -> int:
        """The number that the next row will get."""
        return self._end

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, number: int) -> bool:
        return self.first <= number < self._end

    def __getitem__(self, number: int) -> ChatRow:
        row = self.get(number)
        if row is None:
            raise IndexError(number)
        return row

    def get(self, number: int) -> ChatRow | None:
        """The row of this number, while it is held."""
        return self._rows[self._place(number)] if self.first <= number < self._end else None

    def append(self, rows: Sequence[ChatRow]) -> None:
        """Add rows at the end; the oldest leave as room is needed."""
        skipped = max(0, len(rows) - self._capacity)
        if skipped:
            self._restart(self._end + skipped)
        for row in rows[skipped:]:
            self._add(row)

    def erase(self, ids: Iterable[int]) -> list[int]:
        """Mark rows as taken away; returns the numbers of those that changed."""
        wanted = set(ids)
        held = (self[number] for number in range(self.first, self.end))
        changed = [number for number, row in enumerate(held, self.first) if row.id in wanted and not row.erased]
        for number in changed:
            self._rows[self._place(number)] = msgspec.structs.replace(self[number], erased=True)
        return changed

    def clear(self) -> None:
        """Let all rows go; numbers go on."""
        self._restart(self._end)

    def _restart(self, number: int) -> None:
        self._rows.clear()
        self._end = self._base = number

    def _place(self, number: int) -> int:
        return (number - self._base) % self._capacity

    def _add(self, row: ChatRow) -> None:
        if len(self._rows) < self._capacity:
            self._rows.append(row)
        else:
            self._rows[self._place(self._end)] = row
        self._end += 1
