"""The orders that an oversold finding proposes to cancel, the last placed first."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale, Qt

from console.domain.findings import Cut, Proposal
from console.domain.orders import OrderSnapshot
from console.domain.show import Show
from console.ui.style.palette import Palette
from console.ui.widgets.list_model import ROW, ListModel
from console.ui.widgets.plain_text import tooltip
from console.ui.widgets.two_lines import Index, TwoLines
from console.ui.words.orders import status_word
from console.ui.words.times import clock_text

_tr = QCoreApplication.translate
MINUS = "\N{MINUS SIGN}"


class CutRow(msgspec.Struct, frozen=True):
    """An order of which pieces are to be cancelled, and its buyer's name, "" where it is not known."""

    cut: Cut
    order: OrderSnapshot
    buyer: str = ""


def rows_of(show: Show, proposal: Proposal, names: Mapping[str, str]) -> list[CutRow]:
    """The rows of a proposal."""
    told = [(cut, show.orders[cut.order].snapshot) for cut in proposal.cuts]
    return [CutRow(cut, order, names.get(order.buyer, "")) for cut, order in told]


def cut_lines(index: Index, _palette: Palette) -> TwoLines:
    """The words of one order."""
    row: CutRow = index.data(ROW)
    below = " · ".join(part for part in (row.buyer, clock_text(row.order.placed_at)) if part)
    stays = _tr("Findings", "{0} of {1} stay").format(*map(QLocale().toString, (row.cut.keep, whole(row.cut))))
    right = f"{MINUS}{QLocale().toString(row.cut.pieces)}"
    return TwoLines(row.order.code, right, below, stays if row.cut.keep else status_word(row.order.status))


def whole(cut: Cut) -> int:
    """The pieces that an order has now."""
    return cut.keep + cut.pieces


class CutsModel(ListModel[CutRow]):
    """Holds the proposed orders."""

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """What the person sees."""
        return tuple(row.cut for row in self._rows)

    def known_by(self, row: CutRow) -> str:
        """The order."""
        return row.cut.order

    def said(self, row: CutRow, role: int) -> str | None:
        """The order, its buyer and the pieces to be cancelled."""
        words = f"{row.order.code}, {row.buyer}, {MINUS}{row.cut.pieces}"
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{words}\n{status_word(row.order.status)}")
            case _:
                return None
