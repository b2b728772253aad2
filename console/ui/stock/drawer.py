"""The drawer that answers "why?": the movements behind a number, and that they make it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from console.domain.show import Show
from console.domain.why import Explained
from console.overriding import override
from console.ui.stock.numbers import VariantRow
from console.ui.stock.story import Asked, StoryLine, about, made_of, number_of, story_of, waiting_of
from console.ui.stock.story_list import StoryDelegate, StoryModel, StoryTelling
from console.ui.stock.words import StockWords, number_text
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size
from console.ui.widgets.buttons import IconButton, Kind
from console.ui.widgets.plain_label import PlainLabel

Told = Sequence[tuple[str, Sequence[Explained]]]


class Drawer(QWidget):
    """Shows the story of one number of one row. Left and right ask about another number, Escape closes."""

    closed = Signal()

    def __init__(
        self, look: LiveLook, words: StockWords, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._asked = Asked.AVAILABLE
        self._row: VariantRow | None = None
        self._show = Show()
        self._skus: Sequence[str] = ()
        self._names: Mapping[str, str] = {}
        self._told: Told | None = None
        telling = StoryTelling(words, now)
        self.story = StoryModel(telling, self)
        self.list = QListView()
        self.list.setItemDelegate(StoryDelegate(look, telling, self))
        self.title = PlainLabel(face="strong")
        self.sum = QLabel()
        self._group = QButtonGroup(self)
        self._look = look
        self._lay_out(look)
        look.changed.connect(self._relook)
        self._relook()

    @property
    def asked(self) -> Asked:
        """The number that is asked about."""
        return self._asked

    def ask_about(self, asked: Asked) -> None:
        """Tell the story of this number."""
        self._asked = asked
        self._group.button(list(Asked).index(asked)).setChecked(True)
        self._tell()

    def set_row(self, row: VariantRow, show: Show, skus: Sequence[str]) -> None:
        """Tell it of these numbers of these SKUs; the movements of others have yet to come."""
        if self._row is None or self._row.sku != row.sku or self._skus != skus:
            self._told = None
        if row != self._row or self._told is None:
            self._row, self._show, self._skus = row, show, skus
            self._tell()

    def set_names(self, names: Mapping[str, str]) -> None:
        """Call buyers by these names."""
        self._names = names
        self._tell()

    def forget(self) -> None:
        """Keep nothing of what was told."""
        self._row, self._told = None, None

    def set_told(self, told: Told) -> None:
        """Take the movements in, oldest first, by SKU."""
        self._told = told
        self._tell()

    def _tell(self) -> None:
        if self._row is None:
            return
        number, name = number_of(self._row, self._asked), self._words.asked(self._asked)
        self.title.set_value(self.tr("Why {number} {name}?").format(number=number_text(number), name=name))
        self.setAccessibleName(self.title.value)
        lines = self._lines()
        self.story.set_lines(lines)
        self.sum.setText(self._summary(number, sum(line.delta for line in lines)))
        self.setAccessibleDescription(self.sum.text())

    def _lines(self) -> list[StoryLine]:
        match self._asked:
            case Asked.AVAILABLE | Asked.ON_HAND:
                return story_of(self._told or (), self._asked)
            case Asked.RESERVED | Asked.COMMITTED:
                lines = made_of(self._told or (), self._asked)
            case Asked.WAITING:
                lines = waiting_of(self._show, self._skus, several=len(self._skus) > 1)
        return [replace(line, reason=about(self._show, line, self._names) or line.reason) for line in lines]

    def _summary(self, number: int, made: int) -> str:
        if self._asked is Asked.WAITING:
            words = self.tr("Waiting: {claims}, for {pieces} pieces in all, in this order.")
            numbers = {"claims": number_text(number), "pieces": number_text(made)}
            return words.format(**numbers) if number else self.tr("Nobody waits.")
        buffer = self._row.buffer if self._row and self._asked is Asked.AVAILABLE else 0
        if self._told is None:
            return self.tr("Reading the movements…")
        if made - buffer == number:
            less = self.tr(", less a buffer of {buffer}").format(buffer=number_text(buffer)) if buffer else ""
            return self.tr("These movements make {made}{less}.").format(made=number_text(made), less=less)
        told = self.tr("These movements make {made}, the number shown is {number}.")
        several = self.tr("Variants below zero count as none.") if self._row and not self._row.sku else ""
        return f"{told.format(made=number_text(made), number=number_text(number))} {several}".strip()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the numbers, or close."""
        every = list(Asked)
        at = every.index(self._asked)
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Left:
                self.ask_about(every[max(0, at - 1)])
            case Qt.Key.Key_Right:
                self.ask_about(every[min(len(every) - 1, at + 1)])
            case _:
                super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ring around it all, while it has the keyboard."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self._look.palette.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _lay_out(self, look: LiveLook) -> None:
        self._behave()
        close = IconButton(look, "cross", self.tr("Close (Esc)"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addLayout(self._choices())
        column.addWidget(self.sum)
        column.addWidget(self.list, 1)

    def _behave(self) -> None:
        self.list.setModel(self.story)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setStyleSheet("QListView { border: none; }")
        self.list.setAccessibleName(self.tr("Movements"))
        self.sum.setTextFormat(Qt.TextFormat.PlainText)
        self.sum.setWordWrap(True)
        self.sum.setProperty("tone", "muted")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _relook(self) -> None:
        for button in self._group.buttons():
            button.setFont(self._look.scale.font(Size.CAPTION))
        self.list.scheduleDelayedItemsLayout()

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        for number, asked in enumerate(Asked):
            button = QToolButton()
            button.setText(self._words.asked(asked))
            button.setProperty("kind", Kind.QUIET.value)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(lambda number: self.ask_about(list(Asked)[number]))
        return row
