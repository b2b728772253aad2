"""The list of orders as Qt sees it: the newest first, told exactly what changed."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from console.domain.orders import Order, OrderStatus
from console.ui.orders.row import OrderRow, whole_words
from console.ui.widgets.list_model import ListModel
from console.ui.widgets.plain_text import tooltip

MOST = 5_000


class Roles(IntEnum):
    """What is asked of a row besides its words."""

    ROW = Qt.ItemDataRole.UserRole
    SEARCHED = Qt.ItemDataRole.UserRole + 1


class OrdersModel(ListModel[OrderRow]):
    """Holds the newest orders, up to 5,000."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, OrderRow] = {}
        self._names: dict[str, str] = {}
        self.counts: Counter[OrderStatus] = Counter()

    def known_by(self, row: OrderRow) -> str:
        """The order's key."""
        return row.order.key

    def said(self, row: OrderRow, role: int) -> str | None:
        """The order's code, its words, and what is searched."""
        match role:
            case Roles.SEARCHED:
                return row.searched
            case Qt.ItemDataRole.DisplayRole:
                return row.order.snapshot.code
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(whole_words(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return whole_words(row)
            case _:
                return None

    def begin(self, orders: Iterable[Order]) -> None:
        """Hold these orders and no others."""
        rows = sorted((self._row(order) for order in orders), key=lambda row: row.place)[:MOST]
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self._known = {row.order.key: row for row in rows}
        self.counts = Counter(row.order.snapshot.status for row in rows)
        self.endResetModel()

    def put(self, order: Order) -> None:
        """Take in an order, in the place of the one of before, unless that one is newer."""
        row = self._row(order)
        known = self._known.get(order.key)
        if known is None:
            self._insert(row)
        elif known != row and known.order.snapshot.version <= order.snapshot.version:
            self._replace(known, row)

    def name(self, names: Mapping[str, str]) -> None:
        """Call buyers by these names, by their ids at the shop."""
        new = {buyer: name for buyer, name in names.items() if self._names.get(buyer, "") != name}
        self._names |= new
        for row in [row for row in self._rows if row.order.snapshot.buyer in new]:
            self._replace(row, self._row(row.order))

    def _row(self, order: Order) -> OrderRow:
        return OrderRow(order, self._names.get(order.snapshot.buyer, ""))

    def _insert(self, row: OrderRow) -> None:
        at = bisect_left(self._rows, row.place, key=lambda each: each.place)
        if at >= MOST:
            return
        if len(self._rows) == MOST:
            self._remove(MOST - 1)
        self._known[row.order.key] = row
        self.counts[row.order.snapshot.status] += 1
        self.insert(at, row)

    def _remove(self, at: int) -> None:
        row = self._rows[at]
        del self._known[row.order.key]
        self.counts[row.order.snapshot.status] -= 1
        self.remove(at)

    def _replace(self, before: OrderRow, after: OrderRow) -> None:
        at = bisect_left(self._rows, before.place, key=lambda each: each.place)
        if before.place != after.place:
            self._remove(at)
            self._insert(after)
            return
        self._known[after.order.key] = after
        self.counts[before.order.snapshot.status] -= 1
        self.counts[after.order.snapshot.status] += 1
        self.change(at, after)
