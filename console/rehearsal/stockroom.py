"""The shelf of the rehearsal shop: pieces on hand and pieces promised."""

from collections import Counter
from collections.abc import Iterable, Mapping

from console.domain.orders import OrderLine, OrderSnapshot, StockLevel


class Stockroom:
    """Counts that follow the orders. `on_hand` is what lies on the shelf now, when `orders` are known already."""

    def __init__(self, on_hand: Mapping[str, int], orders: Iterable[OrderSnapshot]) -> None:
        self._on_hand = Counter(on_hand)
        self._committed: Counter[str] = Counter()
        for order in orders:
            for line in order.lines:
                self._committed[line.sku] += line.committed

    def level(self, sku: str) -> StockLevel:
        """The numbers of a SKU, in pieces."""
        return StockLevel(sku, self._on_hand[sku], self._committed[sku])

    def available(self, sku: str) -> int:
        """Pieces on the shelf that nobody was promised; below zero where the shelf was short from the start."""
        return self._on_hand[sku] - self._committed[sku]

    def add(self, sku: str, pieces: int) -> None:
        """Put so many pieces on the shelf, or take them away."""
        self._on_hand[sku] += pieces

    def promise(self, lines: Iterable[OrderLine]) -> None:
        """Commit the pieces of a new order."""
        for line in lines:
            self._committed[line.sku] += line.committed

    def follow(self, before: Iterable[OrderLine], after: Iterable[OrderLine]) -> None:
        """Move what an order's change moves: promises, shipments, returns."""
        for old, new in zip(before, after, strict=True):
            self._committed[new.sku] += new.committed - old.committed
            self._on_hand[new.sku] += (new.returned - new.shipped) - (old.returned - old.shipped)
