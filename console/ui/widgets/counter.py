"""A counter: one number as large as its space allows."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size
from console.ui.widgets.spoken import tell_value

FLASH_MS = 280
_LEAST = 16
_MOST = 640


class Counter(QWidget):
    """Shows a number of pieces; one that falls flashes once, unless motion is reduced."""

    spoken_role = QAccessible.Role.Indicator

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._value: int | None = None
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(FLASH_MS)
        self._flash.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._restyle)

    @property
    def flashing(self) -> bool:
        """Whether the fall is being shown."""
        return self._flash.isActive()

    def set_value(self, value: int | None) -> None:
        """Show this number; None is a dash."""
        before, self._value = self._value, value
        if before == value:
            return
        self.setAccessibleName(self._words())
        tell_value(self)
        if value is not None and before is not None and value < before and self._may_flash():
            self._flash.start()
        self.update()

    def spoken_value(self) -> str:
        """What it shows, for a screen reader."""
        return self._words()

    def _may_flash(self) -> bool:
        return self.isVisible() and not self._look.calm

    def _restyle(self) -> None:
        self._flash.stop()
        self.updateGeometry()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop flashing."""
        super().hideEvent(event)
        self._flash.stop()

    def sizeHint(self) -> QSize:
        """Room for three figures at the size of a counter."""
        size = self._look.scale.pixels(Size.COUNTER)
        return QSize(2 * size, round(size * 1.1))

    def minimumSizeHint(self) -> QSize:
        """Room for a heading."""
        size = self._look.scale.pixels(Size.HEADING)
        return QSize(3 * size, round(size * 1.2))

    def pixels(self) -> int:
        """The height of the face that fits the space, in pixels."""
        probe = QFontMetricsF(self._look.scale.font_of(100, bold=True))
        text = max(probe.horizontalAdvance(self._words()), probe.horizontalAdvance("000"))
        fits = min(self.height() / probe.height(), self.width() / text) * 100
        return max(_LEAST, min(_MOST, int(fits)))

    def _words(self) -> str:
        return "–" if self._value is None else self.locale().toString(self._value)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the number fills it
        """Paint the number."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setFont(self._look.scale.font_of(self.pixels(), bold=True))
        painter.setPen(QColor(palette.low if self.flashing else self._colour()))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._words())

    def _colour(self) -> str:
        palette = self._look.palette
        if self._value is None:
            return palette.muted
        return palette.text if self._value > 0 else palette.out
