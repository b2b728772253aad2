"""What the stock desk tells and does about the chosen SKU."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.stock.buttons import Buttons
from console.ui.stock.desk.notice_strip import NoticeStrip
from console.ui.stock.desk.number_strip import NumberStrip
from console.ui.stock.desk.row import DeskRow
from console.ui.stock.figure import Figure
from console.ui.stock.left import CHIPS
from console.ui.stock.limits import LimitsStrip
from console.ui.stock.numbers import VariantRow
from console.ui.stock.story import Asked, number_of
from console.ui.stock.strip import Strip
from console.ui.stock.table_model import available_text
from console.ui.stock.words import StockWords, number_text
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.state_chip import ChipState, ChipValue, StateChip
from console.ui.words.selling import ready_sentences

ASKED = (Asked.AVAILABLE, Asked.ON_HAND, Asked.RESERVED, Asked.COMMITTED, Asked.WAITING)


class Detail(QWidget):
    """Shows one SKU: its numbers, each of which can be asked about, on what terms it is given, and the strips."""

    asked = Signal(object)
    limits_wanted = Signal()

    def __init__(
        self,
        look: LiveLook,
        words: StockWords,
        actions: Sequence[tuple[QAction, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.title = PlainLabel(face="strong")
        self.sku = PlainLabel(tone="muted", elide=Qt.TextElideMode.ElideMiddle)
        self.chip = StateChip(look)
        self.figures = {asked: Figure(look, words.asked(asked)) for asked in ASKED}
        self.buffer = Figure(look, self.tr("kept back"))
        self.given = PlainLabel(tone="muted")
        self.fenced = PlainLabel(tone="muted")
        self.notice = PlainLabel(tone="out")
        self.change = Strip(look)
        self.limits = LimitsStrip(look)
        self.release = NumberStrip(look, self.tr("Release more"), self.tr("All there are"))
        self.fence = NumberStrip(look, self.tr("Keep for this show"), self.tr("None"))
        self.said = NoticeStrip(look, ready_sentences())
        self._buttons = Buttons(look, actions)
        self.strips = (self.change, self.limits, self.release, self.fence, self.said)
        self._lay_out()

    def set_value(self, row: DeskRow) -> None:
        """Show this SKU."""
        numbers = row.numbers
        variant = " / ".join(numbers.options)
        self.title.set_value(" · ".join(part for part in (row.title, variant) if part))
        self.sku.set_value(" · ".join(part for part in (row.code, row.sku) if part))
        self.chip.set_value(self._chip(numbers))
        for asked, figure in self.figures.items():
            told = available_text(numbers) if asked is Asked.AVAILABLE else number_text(number_of(numbers, asked))
            figure.set_value(told)
        self.buffer.set_value(number_text(numbers.buffer))
        for label, words in (
            (self.given, self._words.given(numbers.given, numbers.available)),
            (self.fenced, self._words.fenced(numbers.given, numbers.available)),
            (self.notice, f"“{numbers.given.notice}”" if numbers.stopped and numbers.given.notice else ""),
        ):
            label.set_value(words)
            label.setVisible(bool(words))

    def _chip(self, numbers: VariantRow) -> ChipValue | None:
        """The state as a chip: first that its sale is stopped."""
        return ChipValue(ChipState.STOPPED) if numbers.stopped else CHIPS.get(numbers.state)

    def close_strips(self) -> None:
        """Give up what is being typed."""
        for strip in (self.release, self.fence, self.said):
            strip.close_it()

    def make_room(self) -> None:
        """Show the buttons while nothing is being typed."""
        self._buttons.setVisible(all(strip.isHidden() for strip in self.strips))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self.title, 1)
        head.addWidget(self.sku)
        head.addWidget(self.chip)
        row = QHBoxLayout()
        row.setSpacing(STEP // 2)
        for asked, figure in self.figures.items():
            figure.clicked.connect(lambda _checked, asked=asked: self.asked.emit(asked))
            row.addWidget(figure)
        self.buffer.clicked.connect(lambda _checked: self.limits_wanted.emit())
        row.insertWidget(len(ASKED) - 1, self.buffer)
        column = QVBoxLayout(self)
        column.setContentsMargins(BREATH, STEP, BREATH, 0)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addLayout(row)
        for widget in (self.given, self.fenced, self.notice, *self.strips, self._buttons):
            column.addWidget(widget)
