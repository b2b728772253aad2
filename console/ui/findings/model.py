"""The open findings as Qt sees them, the oldest first."""

from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.domain.findings import Finding, FindingKind
from console.domain.products import Product
from console.domain.show import Show
from console.domain.stock import Level
from console.ui.findings.words import FindingWords, words_of
from console.ui.widgets.plain_text import tooltip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole


class FindingRow(msgspec.Struct, frozen=True):
    """A finding and its words, with the stock and the product of which they speak."""

    finding: Finding
    words: FindingWords
    level: Level | None
    product: Product | None


class FindingsModel(QAbstractListModel):
    """Holds the findings that wait for a person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FindingRow] = []
        self._spoken: tuple[object, object] | None = None  # what an oversold SKU's words speak of

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """The number of findings."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a row says in a role."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
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
        wanted = [_row(finding, show, known.get(finding.id)) for finding in show.open_findings]
        ids = {row.finding.id for row in wanted}
        for at in reversed(range(len(self._rows))):
            if self._rows[at].finding.id not in ids:
                self.beginRemoveRows(_ROOT, at, at)
                del self._rows[at]
                self.endRemoveRows()
        for at, row in enumerate(wanted):
            self._put(at, row)

    def _put(self, at: int, row: FindingRow) -> None:
        if at == len(self._rows) or self._rows[at].finding.id != row.finding.id:
            self.beginInsertRows(_ROOT, at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
        elif self._rows[at] != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))


def _row(finding: Finding, show: Show, known: FindingRow | None) -> FindingRow:
    """The row of a finding; the known one, if nothing of which it speaks has changed."""
    level, product = show.stock.get(finding.subject), show.products.get(finding.subject)
    if known and (known.finding, known.level, known.product) == (finding, level, product):
        return known
    return FindingRow(finding, words_of(finding, show), level, product)
