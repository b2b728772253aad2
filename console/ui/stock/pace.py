"""How fast it sells: pieces a minute over the last five."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from console.domain.changes import Entry, OrderRecorded
from console.domain.orders import Order
from console.domain.show import Show

WINDOW = timedelta(minutes=5)
LEAST = timedelta(minutes=1)
MANY = 10_000


class Pace:
    """Remembers the orders of the last minutes; an order that changes counts as it is now."""

    def __init__(self) -> None:
        self._recent: dict[str, Order] = {}
        self._show = Show()
        self._most = MANY

    def begin(self, show: Show) -> None:
        """Start from a full copy."""
        self._show = show
        self._recent = dict(show.orders.items())

    def hear(self, show: Show, entries: Iterable[Entry]) -> None:
        """Take in what the desk tells."""
        self._show = show
        for entry in entries:
            if isinstance(entry.change, OrderRecorded):
                self._recent[entry.change.order.key] = entry.change.order
                if len(self._recent) > self._most:
                    self._forget(entry.at - WINDOW)
                    self._most = max(MANY, 2 * len(self._recent))

    def of(self, skus: Iterable[str], now: datetime) -> float:
        """Pieces a minute of these SKUs, placed in this show within the last five minutes or since it began."""
        self._forget(now - WINDOW)
        wanted = frozenset(skus)
        orders = [order for order in self._recent.values() if order.show == self._show.id]
        pieces = sum(line.sold for order in orders for line in order.snapshot.lines if line.sku in wanted)
        since = min(WINDOW, max(LEAST, now - (self._show.began or now - WINDOW)))
        return pieces / (since / timedelta(minutes=1))

    def _forget(self, before: datetime) -> None:
        """Forget what was placed longer ago; an order that changes later is looked at again."""
        self._recent = {key: order for key, order in self._recent.items() if order.snapshot.placed_at >= before}
