"""A hint of the keys that do something."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size


class KeyHint(QWidget):
    """Shows one shortcut as this system writes it, on a key's cap."""

    spoken_role = QAccessible.Role.StaticText

    def __init__(self, look: LiveLook, keys: QKeySequence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(keys)
        look.changed.connect(self._restyle)

    def set_value(self, keys: QKeySequence) -> None:
        """Show these keys."""
        self._words = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(self._words)
        self._restyle()

    def spoken_value(self) -> str:
        """What it shows, for a screen reader."""
        return self._words

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the keys on their cap."""
        metrics = QFontMetrics(self._look.scale.font(Size.CAPTION))
        height = self._look.scale.pixels(20)
        return QSize(max(height, metrics.horizontalAdvance(self._words) + self._look.scale.pixels(12)), height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the cap and the keys."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(palette.line))
        painter.setBrush(QColor(palette.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._look.scale.font(Size.CAPTION))
        painter.setPen(QColor(palette.muted))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._words)
