"""What this show has sold, counted on with each order instead of anew."""

from collections.abc import Iterable

from console.domain.changes import Entry, OrderRecorded, ShowOpened
from console.domain.orders import Order
from console.domain.show import Show


class Tally:
    """Counts the orders of a show in which something is still sold, and the pieces of them."""

    def __init__(self) -> None:
        self._sold: dict[str, int] = {}
        self._units = 0
        self._orders = 0

    @property
    def orders(self) -> int:
        """The orders in which something is sold."""
        return self._orders

    @property
    def units(self) -> int:
        """The pieces placed and not cancelled."""
        return self._units

    def begin(self, show: Show) -> None:
        """Count a show from its beginning."""
        self._sold.clear()
        self._units = self._orders = 0
        for order in show.orders.values():
            self._count(order, show)

    def go_on(self, show: Show, entries: Iterable[Entry]) -> None:
        """Count what has changed."""
        for entry in entries:
            match entry.change:
                case ShowOpened():
                    self.begin(show)
                case OrderRecorded(order=order):
                    self._count(order, show)
                case _:
                    continue

    def _count(self, order: Order, show: Show) -> None:
        if order.show != show.id or not show.id:
            return
        units = sum(line.sold for line in order.snapshot.lines)
        before = self._sold.get(order.key, 0)
        self._units += units - before
        self._orders += (units > 0) - (before > 0)
        self._sold[order.key] = units
