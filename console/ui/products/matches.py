"""What was found, as Qt sees it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.domain.products import Product
from console.domain.show import Show
from console.ui.products.match import Match
from console.ui.widgets.plain_text import one_line, tooltip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MATCH = Qt.ItemDataRole.UserRole


class MatchesModel(QAbstractListModel):
    """Holds the products that were found, in the order in which they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Match] = []
        self._seen = Show()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """The number of products."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a row says in a role."""
        if not index.isValid():
            return None
        match = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return match
            case Qt.ItemDataRole.DisplayRole:
                return one_line(match.product.title)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip("\n".join((match.product.title, *match.product.skus[:20])))
            case _:
                return None

    def begin(self, products: Sequence[Product], show: Show) -> None:
        """Hold these products and no others."""
        codes = _codes(show)
        self.beginResetModel()
        self._rows = [Match(product, codes.get(product.id, "")) for product in products]
        self._seen = show
        self.endResetModel()

    def follow(self, show: Show) -> None:
        """Take in what the show has changed: queued, removed, given another code, edited."""
        if show.queue is self._seen.queue and show.products is self._seen.products:
            return
        self._seen = show
        codes = _codes(show)
        for at, before in enumerate(self._rows):
            product = show.products.get(before.product.id) or before.product
            after = Match(product, codes.get(product.id, ""))
            if after != before:
                self._rows[at] = after
                self.dataChanged.emit(self.index(at), self.index(at))


def _codes(show: Show) -> dict[str, str]:
    """The code of the first queue item of each product."""
    return {item.product: item.code for item in reversed(show.queue)}
