"""How many are left, as large as there is room for."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.stock_state import StockState
from console.overriding import override
from console.ui.stock.numbers import VariantRow
from console.ui.stock.words import StockWords, number_text
from console.ui.style.density import Density
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size
from console.ui.widgets.counter import Counter
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.state_chip import ChipState, ChipValue, StateChip

CHIPS = {StockState.LOW: ChipValue(ChipState.LOW), StockState.SOLD_OUT: ChipValue(ChipState.SOLD_OUT)}


class Left(QWidget):
    """Shows the available pieces of one row, under its name and beside its state; a click asks why."""

    clicked = Signal()

    def __init__(self, look: LiveLook, words: StockWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._sku: str | None = None
        self._short = False
        self.name = PlainLabel(face="strong")
        self.word = PlainLabel(self.tr("available"), tone="muted")
        self.aged = PlainLabel(tone="low")
        self.chip = StateChip(look)
        self.counter = Counter(look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.aged.hide()
        self._lay_out()
        look.changed.connect(self._relook)
        self._relook()

    def set_short(self, *, short: bool) -> None:
        """Do with less height, or not."""
        if short != self._short:
            self._short = short
            self._relook()

    def set_value(self, row: VariantRow) -> None:
        """Show this row."""
        if row.sku != self._sku:
            self._sku = row.sku
            self.counter.set_value(None)
        self.name.set_value(self._words.variant(row))
        self.word.set_value(self._word(row))
        self.chip.set_value(self._chip(row))
        self.counter.set_value(row.available)

    def _chip(self, row: VariantRow) -> ChipValue | None:
        """That the sale is stopped, before how much there is."""
        if not row.stopped:
            return CHIPS.get(row.state)
        part = f"{number_text(row.stopped)}/{number_text(row.skus)}"
        return ChipValue(ChipState.STOPPED, "" if row.stopped == row.skus else part)

    def tell_age(self, words: str) -> None:
        """Say in place of what the number is why it may not be true any more; nothing while it is."""
        self.aged.set_value(words)
        self.aged.setVisible(bool(words))
        self.word.setVisible(not words)

    def _word(self, row: VariantRow) -> str:
        kept = self.tr("available, {0} kept back").format(number_text(row.buffer))
        words = kept if row.buffer else self.tr("available")
        given = self._words.given(row.given, row.available)
        return " · ".join(part for part in (words, given, row.given.notice) if part)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask why."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    @override
    def sizeHint(self) -> QSize:
        """Room for figures of the counter's size under the name."""
        hint = super().sizeHint()
        face = QFontMetrics(self._look.scale.font(Size.COUNTER, bold=True))
        return QSize(hint.width(), face.height() + self.name.sizeHint().height())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self.name)
        head.addWidget(self.word)
        head.addWidget(self.aged)
        head.addStretch(1)
        head.addWidget(self.chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.counter, 1)

    def _relook(self) -> None:
        stage = self._look.density is Density.STAGE
        self.name.set_face("stage" if stage else "strong")
        self.word.set_face("stage" if stage else "")
        share = 1 / 2 if self._short else 3 / 4
        self.counter.setMinimumHeight(self._look.scale.pixels(Size.COUNTER * share))
