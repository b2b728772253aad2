"""The table of variants: one is selected, by its arrows or its rows."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget
from typing_extensions import override

from console.ui.stock.numbers import VariantRow
from console.ui.stock.table_model import Column, VariantModel
from console.ui.stock.words import StockWords
from console.ui.style.look import LiveLook

ROW = 28
WIDE = 400
MOST_ROWS = 9
_NARROW_HIDES = (Column.RESERVED, Column.COMMITTED, Column.ON_HAND)


class VariantTable(QTableView):
    """Shows the variants. A narrow one leaves out what stands above it for the selected variant anyway."""

    selected = Signal()

    def __init__(self, look: LiveLook, words: StockWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.variants = VariantModel(look, words, self)
        self.setModel(self.variants)
        self._behave()
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.selected.emit())
        look.changed.connect(self._relook)
        self._relook()

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setStyleSheet("QTableView, QTableView:focus { border: none; }")
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(Column.OPTIONS, QHeaderView.ResizeMode.Stretch)

    def set_rows(self, rows: tuple[VariantRow, ...]) -> None:
        """Show these rows; the same SKU stays selected."""
        sku = self.sku
        several = len(self.variants.rows) != len(rows)
        self.variants.set_rows(rows)
        if not self.currentIndex().isValid() and rows:
            self.select(sku)
        if several:
            self.updateGeometry()

    @property
    def sku(self) -> str:
        """The selected SKU; empty for all together."""
        row = self.row
        return row.sku if row else ""

    @property
    def row(self) -> VariantRow | None:
        """The selected row."""
        index = self.currentIndex()
        return self.variants.rows[index.row()] if index.isValid() else None

    def select(self, sku: str) -> None:
        """Select a SKU; the first row, if it is not there."""
        self.setCurrentIndex(self.variants.index(self.variants.row_of(sku), 0))

    def step(self, by: int) -> None:
        """Select the next row, or the one before."""
        to = self.currentIndex().row() + by
        if 0 <= to < len(self.variants.rows):
            self.setCurrentIndex(self.variants.index(to, 0))

    @override
    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Stay in the first column, so that the whole row moves."""
        to = super().moveCursor(cursorAction, modifiers)
        return to.siblingAtColumn(0) if to.isValid() else to

    @override
    def sizeHint(self) -> QSize:
        """Room for the variants, up to nine."""
        rows = min(MOST_ROWS, len(self.variants.rows))
        height = self.horizontalHeader().sizeHint().height() + rows * self._look.scale.pixels(ROW) + 4
        return QSize(super().sizeHint().width(), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for three variants."""
        rows = min(3, len(self.variants.rows))
        height = self.horizontalHeader().sizeHint().height() + rows * self._look.scale.pixels(ROW) + 4
        return QSize(self._look.scale.pixels(160), height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out, or show them again."""
        narrow = self.width() < self._look.scale.pixels(WIDE)
        for column in _NARROW_HIDES:
            self.setColumnHidden(column, narrow)
        super().resizeEvent(event)

    def _relook(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.scale.pixels(ROW))
        self.updateGeometry()
        self.viewport().update()
