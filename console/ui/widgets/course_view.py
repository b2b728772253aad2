"""Long work while it lasts: what is done, how far it has come, and a way to give it up."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from console.imports.course import Course
from console.ui.style.grid import RADIUS, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import WordButton
from console.ui.widgets.lamp import Lamp, LampState, LampValue
from console.ui.widgets.plain_label import PlainLabel

LOOK_EVERY_MS = 100
WHOLE = 1_000


class CourseView(QWidget):
    """Shows one course. `left` asks to give it up."""

    left = Signal()

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course = Course()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look_at)
        self.lamp = Lamp(look, LampValue(LampState.BUSY, ""))
        self.bar = CourseBar(look)
        self.share = PlainLabel(tone="muted", face="caption")
        self.cancel = WordButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.left)
        self._build()

    def follow(self, course: Course, words: str) -> None:
        """Show this course from now on."""
        self._course = course
        self.lamp.set_value(LampValue(LampState.BUSY, words))
        self.bar.setAccessibleName(words)
        self._look_at()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        self._timer.stop()

    def _look_at(self) -> None:
        done, total = self._course.done, self._course.total
        share = min(WHOLE, WHOLE * done // total) if total else 0
        self.bar.setValue(share)
        self.share.set_value(self._share_words(done, share if total else None))
        self.bar.setVisible(bool(total))
        self.cancel.setVisible(not self._course.decided)

    def _share_words(self, done: int, share: int | None) -> str:
        if share is None:
            return self.tr("{0} rows").format(self.locale().toString(done)) if done else ""
        return self.tr("{0} %").format(self.locale().toString(share // 10))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(STEP)
        column.addStretch(1)
        for widget in (self.lamp, self.bar, self.share, self.cancel):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


class CourseBar(QProgressBar):
    """A bar that fills up; it does not move by itself."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setRange(0, WHOLE)
        self.setTextVisible(False)
        self.setFixedHeight(STEP)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as a few words, as high as a step of the grid."""
        return QSize(self._look.scale.pixels(40 * STEP), STEP)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the groove, and as much of it filled as is done."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = min(RADIUS, whole.height() / 2)
        painter.setBrush(QColor(palette.line))
        painter.drawRoundedRect(whole, radius, radius)
        if self.value():
            done = max(whole.width() * self.value() / WHOLE, whole.height())
            painter.setBrush(QColor(palette.accent))
            painter.drawRoundedRect(QRectF(0, 0, done, whole.height()), radius, radius)
