"""What was found, as Qt sees it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from console.domain.products import Product
from console.domain.show import Show
from console.ui.products.match import Match
from console.ui.widgets.list_model import ListModel
from console.ui.widgets.plain_text import one_line, tooltip


class MatchesModel(ListModel[Match]):
    """Holds the products that were found, in the order in which they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen = Show()

    def known_by(self, row: Match) -> str:
        """The product."""
        return row.product.id

    def said(self, row: Match, role: int) -> str | None:
        """The product, and its SKUs."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(row.product.title)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip("\n".join((row.product.title, *row.product.skus[:20])))
            case _:
                return None

    def begin(self, products: Sequence[Product], show: Show) -> None:
        """Hold these products and no others."""
        codes = _codes(show)
        self.reset([Match(product, codes.get(product.id, "")) for product in products])
        self._seen = show

    def follow(self, show: Show) -> None:
        """Take in what the show has changed: queued, removed, given another code, edited."""
        if show.queue is self._seen.queue and show.products is self._seen.products:
            return
        self._seen = show
        codes = _codes(show)
        for at, before in enumerate(self._rows):
            product = show.products.get(before.product.id) or before.product
            self.change(at, Match(product, codes.get(product.id, "")))


def _codes(show: Show) -> dict[str, str]:
    """The code of the first queue item of each product."""
    return {item.product: item.code for item in reversed(show.queue)}
