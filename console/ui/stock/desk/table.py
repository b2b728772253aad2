"""The table of SKUs: one is chosen, by arrows or by the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from console.overriding import override
from console.ui.stock.desk.model import Column, DeskModel
from console.ui.stock.desk.painter import GAP, HEIGHT, SIDE, DeskPainter
from console.ui.stock.desk.row import DeskRow
from console.ui.stock.row_table import behave
from console.ui.stock.words import StockWords
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size

NAME = 170
_GIVES_WAY = (Column.BUFFER, Column.COMMITTED, Column.RESERVED, Column.WAITING, Column.ON_HAND, Column.CODE)
_TIGHT = "QHeaderView::section { padding: 4px 6px; }"


class DeskTable(QTableView):
    """Shows what was found. Where it is narrow, numbers give way that stand below it for the chosen SKU anyway."""

    selected = Signal()
    chosen = Signal()

    def __init__(self, look: LiveLook, words: StockWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.skus = DeskModel(words, self)
        self.setModel(self.skus)
        self.setItemDelegate(DeskPainter(look, words, self))
        self._behave()
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.selected.emit())
        look.changed.connect(self._relook)
        self._relook()

    def _behave(self) -> None:
        behave(self, Column.NAME, _TIGHT, self.tr("SKUs"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def set_rows(self, rows: Sequence[DeskRow]) -> None:
        """Show these rows; the same SKU stays chosen, else the first is."""
        sku = self.row.sku if self.row else ""
        self.skus.set_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.select(sku)

    @property
    def row(self) -> DeskRow | None:
        """The chosen row."""
        index = self.currentIndex()
        return self.skus.rows[index.row()] if index.isValid() else None

    def select(self, sku: str) -> None:
        """Choose a SKU; the first, if it is not there."""
        self.setCurrentIndex(self.skus.index(self.skus.row_of(sku), Column.NAME))

    def step(self, by: int) -> None:
        """Choose the next row, or the one before."""
        to = self.currentIndex().row() + by
        if 0 <= to < len(self.skus.rows):
            self.setCurrentIndex(self.skus.index(to, Column.NAME))

    def take_key(self, event: QKeyEvent) -> None:
        """Move as if the key had been pressed here."""
        self.event(event)

    @override
    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Stay in one column, so that the whole row moves."""
        to = super().moveCursor(cursorAction, modifiers)
        return to.siblingAtColumn(Column.NAME) if to.isValid() else to

    @override
    def keyboardSearch(self, search: str) -> None:
        """Search nothing here: that is what the field is for."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out, or show them again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width() - self._look.scale.pixels(NAME)
        widths: dict[Column, int] = {column: self._width(column) for column in Column if column is not Column.NAME}
        for column in _GIVES_WAY:
            fits = sum(widths.values()) <= room
            self.setColumnHidden(column, not fits)
            if not fits:
                widths.pop(column)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _width(self, column: Column) -> int:
        """Room for a column's name, and for what may stand in it."""
        scale = self._look.scale
        name = QFontMetrics(scale.font(Size.CAPTION)).horizontalAdvance(self.skus.heading(column)) + 2 * GAP + 4
        bold = QFontMetrics(scale.font(Size.CAPTION, bold=True))
        if column is Column.STATE:
            return bold.horizontalAdvance(self.tr("SOLD OUT")) + scale.pixels(SIDE) + 3 * GAP + 4
        return max(name, QFontMetrics(scale.font(Size.TEXT, bold=True)).horizontalAdvance("9,999") + 2 * GAP)

    def _relook(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.scale.pixels(HEIGHT))
        self._fit()
        self.viewport().update()
