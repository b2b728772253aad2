"""Numbers, a line that counts what is to be said of them, and the remarks themselves."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.ui.imports.remarks import Remark, Weight, weight_word
from console.ui.imports.table import ReadModel, ReadTable, Row
from console.ui.imports.tiles import Tiles
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_label import PlainLabel

MOST_LISTED = 5_000


class RemarksView(QWidget):
    """Shows numbers under these names, and remarks under these headings; without any, the words that all is `fine`."""

    def __init__(
        self,
        look: LiveLook,
        names: Sequence[str],
        headings: Sequence[str],
        fine: str,
        below: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fine = fine
        self._tiles = Tiles(names)
        self.summary = PlainLabel(tone="muted")
        self.model = ReadModel((self.tr("Kind"), *headings), parent=self)
        self._table = ReadTable(look, self.model, wide=len(headings))
        self._table.set_widths([look.scale.pixels(width) for width in (96, 136, 128)])
        self._table.setAccessibleName(self.tr("Remarks"))
        self.whole = QLabel()
        self.whole.setTextFormat(Qt.TextFormat.PlainText)
        self.whole.setWordWrap(True)
        self.whole.setProperty("tone", "muted")
        self._table.selectionModel().currentRowChanged.connect(self._tell_whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._tiles)
        column.addSpacing(STEP)
        column.addWidget(self.summary)
        column.addWidget(self._table, 1)
        column.addWidget(self.whole)
        column.addWidget(below or QWidget(), 1)

    def set_values(self, numbers: Sequence[int], remarks: Sequence[Remark]) -> None:
        """Show these: all are counted, the first 5,000 listed."""
        self._tiles.set_values(*(self.locale().toString(number) for number in numbers))
        counts = Counter(remark.weight for remark in remarks)
        told = [
            f"{weight_word(weight)}: {self.locale().toString(counts[weight])}" for weight in Weight if counts[weight]
        ]
        self.summary.set_value(" · ".join(told) or self._fine)
        for shown in (self._table, self.whole):
            shown.setVisible(bool(remarks))
        self.whole.setText("")
        self.model.set_rows([_row(remark) for remark in remarks[:MOST_LISTED]])

    def _tell_whole(self, current: QModelIndex) -> None:
        """Tell the chosen remark in full, as its row may be too narrow for it."""
        self.whole.setText(current.siblingAtColumn(self.model.columnCount() - 1).data() or "")


def _row(remark: Remark) -> Row:
    return Row((weight_word(remark.weight), remark.where, remark.column, remark.words), remark.weight)
