"""The table of variants: one is selected, by its arrows or its rows."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTableView, QWidget

from console.overriding import override
from console.ui.stock.numbers import VariantRow
from console.ui.stock.row_table import behave
from console.ui.stock.table_model import Column, VariantModel
from console.ui.stock.words import StockWords
from console.ui.style.density import Density
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size

ROWS = {Density.COMPACT: 28, Density.ROOMY: 36, Density.STAGE: 28}
WIDE = 400
_MARGIN = 14
_NARROW_HIDES = (Column.RESERVED, Column.COMMITTED, Column.ON_HAND)


_TIGHT = """
QTableView::item { padding: 0 2px; }
QHeaderView::section { padding: 4px 3px; }
"""


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
        self._fit_all()

    def _behave(self) -> None:
        behave(self, Column.OPTIONS, _TIGHT, self.tr("Variants"))
        self.setCornerButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def set_rows(self, rows: tuple[VariantRow, ...]) -> None:
        """Show these rows; the same SKU stays selected."""
        sku = self.sku
        several = len(self.variants.rows) != len(rows)
        self.variants.set_rows(rows)
        if not self.currentIndex().isValid() and rows:
            self.select(sku)
        self._fit_columns()
        if several:
            self._fit()

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
        """Room for three variants; there is use for more."""
        return QSize(self._look.scale.pixels(160), self._height(3))

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for one variant."""
        return QSize(self._look.scale.pixels(160), self._height(1))

    def _height(self, most: int) -> int:
        rows = min(most, len(self.variants.rows))
        return self.horizontalHeader().sizeHint().height() + rows * self._row + 4

    @property
    def _row(self) -> int:
        return self._look.scale.pixels(ROWS[self._look.density])

    def _fit_columns(self) -> None:
        """Make the columns of numbers as wide as what is in them."""
        names = QFontMetrics(self._look.scale.font(Size.CAPTION))
        numbers = QFontMetrics(self._look.scale.font(Size.TEXT, bold=True))
        for column in list(Column)[1:]:
            widest = max((numbers.horizontalAdvance(text) for text in self.variants.texts(column)), default=0)
            width = max(widest, names.horizontalAdvance(self.variants.heading(column))) + _MARGIN
            if width != self.columnWidth(column):
                self.setColumnWidth(column, width)

    def _fit(self) -> None:
        """Take no more room than the variants need."""
        self.setMaximumHeight(self._height(len(self.variants.rows)))
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out, or show them again."""
        narrow = self.width() < self._look.scale.pixels(WIDE)
        for column in _NARROW_HIDES:
            self.setColumnHidden(column, narrow)
        super().resizeEvent(event)

    def _relook(self) -> None:
        self._fit_all()
        self.viewport().update()

    def _fit_all(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._row)
        self._fit_columns()
        self._fit()
