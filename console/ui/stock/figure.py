"""A number with its name under it, to be clicked for its story."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.overriding import override
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size

_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


class Figure(QAbstractButton):
    """Shows one number in words, strong, over a muted caption."""

    def __init__(self, look: LiveLook, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._caption = caption
        self._value = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self._relook)

    @property
    def value(self) -> str:
        """What is shown."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show this number."""
        if value != self._value:
            self._value = value
            self.setAccessibleName(f"{self._caption} {value}")
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        """Room for both lines."""
        scale = self._look.scale
        value = QFontMetrics(scale.font(Size.STRONG, bold=True)).horizontalAdvance(self._value)
        caption = QFontMetrics(scale.font(Size.CAPTION)).horizontalAdvance(self._caption)
        return QSize(max(value, caption) + 2, scale.pixels(40))

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for the name."""
        name = QFontMetrics(self._look.scale.font(Size.CAPTION)).horizontalAdvance(self._caption)
        return QSize(name + 2, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number and its name."""
        palette, scale = self._look.palette, self._look.scale
        painter = QPainter(self)
        half = self.height() // 2
        strong, caption = scale.font(Size.STRONG, bold=True), scale.font(Size.CAPTION)
        painter.setFont(strong)
        painter.setPen(QColor(palette.text))
        painter.drawText(QRect(0, 0, self.width(), half), _MIDDLE, self._value)
        painter.setFont(caption)
        lit = self.isEnabled() and self.underMouse()
        painter.setPen(QColor(palette.accent if lit else palette.muted))
        name = QFontMetrics(caption).elidedText(self._caption, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRect(0, half, self.width(), half), _MIDDLE, name)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
