"""The open findings as Qt sees them, the oldest first."""

import msgspec
from PySide6.QtCore import QObject, Qt

from console.domain.findings import Finding, FindingKind
from console.domain.products import Product
from console.domain.show import Show
from console.domain.stock import Level
from console.ui.findings.words import FindingWords, words_of
from console.ui.widgets.list_model import ListModel
from console.ui.widgets.plain_text import tooltip


class FindingRow(msgspec.Struct, frozen=True):
    """A finding and its words, with the stock and the product of which they speak."""

    finding: Finding
    words: FindingWords
    level: Level | None
    product: Product | None


class FindingsModel(ListModel[FindingRow]):
    """Holds the findings that wait for a person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken: tuple[object, object] | None = None  # what an oversold SKU's words speak of

    def known_by(self, row: FindingRow) -> int:
        """Its number."""
        return row.finding.id

    def said(self, row: FindingRow, role: int) -> str | None:
        """What does not add up."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.words.title}: {row.words.subject}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{row.words.subject}\n{row.words.meaning}")
            case _:
                return None

    def follow(self, show: Show) -> None:
        """Hold the show's open findings: only what came, went or changed is told."""
        moved = self._spoken is None or self._spoken[0] is not show.orders or self._spoken[1] is not show.outbox
        self._spoken = (show.orders, show.outbox)
        known = {row.finding.id: row for row in self._rows if not (moved and row.finding.kind is FindingKind.OVERSOLD)}
        self.set_rows([_row(finding, show, known.get(finding.id)) for finding in show.open_findings])


def _row(finding: Finding, show: Show, known: FindingRow | None) -> FindingRow:
    """The row of a finding; the known one, if nothing of which it speaks has changed."""
    level, product = show.stock.get(finding.subject), show.products.get(finding.subject)
    if known and (known.finding, known.level, known.product) == (finding, level, product):
        return known
    return FindingRow(finding, words_of(finding, show), level, product)
