"""A table that is read and never edited: rows of plain text, each with a mark if it has one."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from console.ui.imports.remarks import Weight
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_text import one_line, tooltip
from console.ui.widgets.shapes import Shape, paint_shape

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

MARKS = {
    Weight.WITHHELD: Shape.CROSSED,
    Weight.LEFT_OUT: Shape.TRIANGLE,
    Weight.NOTE: Shape.RING,
    Weight.MADE: Shape.DISC,
}
MARK_ROLE = Qt.ItemDataRole.UserRole


class Row(NamedTuple):
    """The texts of a row."""

    cells: tuple[str, ...]
    mark: Weight | None = None


class ReadModel(QAbstractTableModel):
    """Holds rows under these headings; the columns in `numbers` stand at the right."""

    def __init__(
        self, headings: Sequence[str], numbers: frozenset[int] = frozenset(), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._headings = headings
        self._numbers = numbers
        self._rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Hold these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """The number of headings."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a cell says in a role."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(row.cells[index.column()])
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(row.cells[index.column()])
            case Qt.ItemDataRole.TextAlignmentRole if index.column() in self._numbers:
                return _RIGHT
            case _ if role == MARK_ROLE and index.column() == 0:
                return row.mark
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._numbers:
            return _RIGHT
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None


class MarkPainter(QStyledItemDelegate):
    """Paints the mark of a row before its first cell."""

    def __init__(self, look: LiveLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the shape, then the words beside it."""
        weight = index.data(MARK_ROLE)
        if weight is None:
            super().paint(painter, option, index)
            return
        palette = self._look.palette
        colours = {Weight.WITHHELD: palette.out, Weight.LEFT_OUT: palette.low}
        side = self._look.scale.pixels(10)
        area = QRectF(option.rect)
        shape = QRectF(area.left() + STEP, area.center().y() - side / 2, side, side)
        paint_shape(painter, MARKS[weight], shape, colours.get(weight, palette.muted))
        painter.setPen(QColor(palette.text))
        words = area.adjusted(2 * STEP + side, 0, 0, 0)
        told = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, told)


class ReadTable(QTableView):
    """Shows such rows; the column `wide` takes what room is left."""

    def __init__(self, look: LiveLook, model: ReadModel, wide: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setModel(model)
        self.setItemDelegateForColumn(0, MarkPainter(look, self))
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self._restyle()
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.scale.pixels(28))
        self.viewport().update()

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give columns their widths in pixels; 0 leaves one as it is."""
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)
