"""A notice in the window: one trouble, its next step, one button."""

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from console.ui.style.grid import RADIUS, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, WordButton
from console.ui.widgets.icons import paint_icon
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.plain_text import tooltip


class NoticeValue(msgspec.Struct, frozen=True):
    """What to say. `key` names the trouble: a newer notice of it takes the older one's place.

    `action` is the button's word, or empty for none; a `grave` one is about something that is broken.
    """

    key: str
    title: str
    next_step: str = ""
    action: str = ""
    grave: bool = False


class Notice(QWidget):
    """Shows one value. Both signals carry its key."""

    acted = Signal(str)
    dismissed = Signal(str)

    def __init__(self, look: LiveLook, value: NoticeValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._value = value
        self._short = False
        self._title = PlainLabel(face="strong")
        self._step = QLabel()
        self._action = WordButton("")
        self._dismiss = IconButton(look, "cross", self.tr("Dismiss"))
        self._lay_out()
        self._action.clicked.connect(lambda: self.acted.emit(self._value.key))
        self._dismiss.clicked.connect(lambda: self.dismissed.emit(self._value.key))
        look.changed.connect(self._relook)
        self._relook()
        self.set_value(value)

    @property
    def value(self) -> NoticeValue:
        """What is shown."""
        return self._value

    def set_value(self, value: NoticeValue) -> None:
        """Show this."""
        self._value = value
        self._title.set_value(value.title)
        self._step.setText(value.next_step)
        self._show_step()
        self._action.set_value(value.action)
        self._action.setVisible(bool(value.action))
        self.setAccessibleName(f"{value.title} {value.next_step}".strip())
        self.update()

    def _lay_out(self) -> None:
        self._step.setTextFormat(Qt.TextFormat.PlainText)
        self._step.setWordWrap(True)
        self._step.setProperty("tone", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._step)
        row = QHBoxLayout(self)
        row.setSpacing(STEP)
        row.addLayout(words, 1)
        row.addWidget(self._action)
        row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignTop)

    def set_short(self, *, short: bool) -> None:
        """Say the next step in the tooltip only: there is little room."""
        if short != self._short:
            self._short = short
            self._show_step()

    def _show_step(self) -> None:
        step = self._value.next_step
        self._step.setVisible(bool(step) and not self._short)
        self.setToolTip(tooltip(step) if self._short else "")

    def _relook(self) -> None:
        """Leave room for the icon, which grows with the text."""
        left = STEP * 3 + 4 + self._look.scale.pixels(10) + STEP
        row = self.layout()
        if row is not None:
            row.setContentsMargins(left, STEP + 4, STEP, STEP + 4)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Narrow windows may squeeze the words."""
        return QSize(STEP * 30, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the strip and the icon of its weight."""
        palette = self._look.palette
        colour = palette.out if self._value.grave else palette.low
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colour))
        painter.setBrush(QColor(palette.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        icon = "cross" if self._value.grave else "warning"
        side = self._look.scale.pixels(20)
        paint_icon(painter, icon, QRectF(STEP * 3 + 4 - side / 2, STEP + 5, side, side), colour)
