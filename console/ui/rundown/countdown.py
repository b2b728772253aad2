"""The time that a segment has left, as large as can be read from across the room, with a calm bar under it."""

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size

FACE = 40
STAGE_FACE = 112
STAGE_BESIDE = 28
_BAR = 4
_SHARE = 0.55


class CountdownValue(msgspec.Struct, frozen=True):
    """Figures (`02:10`), the word beside them (`OVER`), a detail (`04:50 of 07:00`), and the share that has passed.

    `share` is in thousandths of the plan, so that the bar moves only when it can be seen to.
    """

    figures: str
    word: str = ""
    detail: str = ""
    share: int = 0
    over: bool = False
    quiet: bool = False


class Countdown(QWidget):
    """Shows one value."""

    spoken_role = QAccessible.Role.Clock

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._value = CountdownValue("")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @property
    def value(self) -> CountdownValue:
        """What is shown."""
        return self._value

    def set_value(self, value: CountdownValue) -> None:
        """Show this."""
        if value == self._value:
            return
        self._value = value
        parts = (value.figures, value.word, value.detail)
        self.setAccessibleName(" ".join(part for part in parts if part))
        self.update()

    def spoken_value(self) -> str:
        """What it shows, for a screen reader."""
        return self.accessibleName()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the figures and the bar."""
        return QSize(0, self._look.pixels(FACE, STAGE_FACE) + self._look.scale.pixels(STEP) + STEP + _BAR)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is one thing: paint it all
        """Paint figures, words and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.height() - STEP - _BAR
        left = self._figures(painter, QRectF(0, 0, self.width(), height))
        self._beside(painter, QRectF(left + STEP, 0, self.width() - left - STEP, height))
        self._bar(painter, QRectF(0, self.height() - _BAR, self.width(), _BAR))

    def _figures(self, painter: QPainter, area: QRectF) -> float:
        palette, scale = self._look.palette, self._look.scale
        font = scale.font_of(self._face(area.width()), bold=True)
        painter.setFont(font)
        plain = palette.muted if self._value.quiet else palette.text
        painter.setPen(QColor(palette.out if self._value.over else plain))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._value.figures)
        return QFontMetricsF(font).horizontalAdvance(self._value.figures)

    def _face(self, width: float) -> int:
        """The height of the face in pixels: the usual one, unless long figures would take more than their share."""
        usual = self._look.pixels(FACE, STAGE_FACE)
        wide = QFontMetricsF(self._look.scale.font_of(usual, bold=True)).horizontalAdvance(self._value.figures)
        return max(self._look.scale.pixels(Size.HEADING), min(usual, int(usual * _SHARE * width / max(1.0, wide))))

    def _beside(self, painter: QPainter, area: QRectF) -> None:
        palette, scale = self._look.palette, self._look.scale
        align = Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine
        line = self._look.pixels(20, STAGE_BESIDE * 4 / 3)
        below = QRectF(area.left(), area.center().y(), area.width(), line)
        painter.setFont(scale.font_of(self._look.pixels(Size.TEXT, STAGE_BESIDE)))
        painter.setPen(QColor(palette.muted))
        if QFontMetricsF(painter.font()).horizontalAdvance(self._value.detail) <= area.width():
            painter.drawText(below, align | Qt.AlignmentFlag.AlignVCenter, self._value.detail)
        painter.setFont(scale.font_of(self._look.pixels(Size.TEXT, STAGE_BESIDE), bold=True))
        painter.setPen(QColor(palette.out if self._value.over else palette.muted))
        painter.drawText(below.translated(0, -line), align | Qt.AlignmentFlag.AlignVCenter, self._value.word)

    def _bar(self, painter: QPainter, area: QRectF) -> None:
        palette = self._look.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.line))
        painter.drawRoundedRect(area, _BAR / 2, _BAR / 2)
        painter.setBrush(QColor(palette.out if self._value.over else palette.accent))
        passed = QRectF(area.left(), area.top(), area.width() * min(1000, self._value.share) / 1000, area.height())
        painter.drawRoundedRect(passed, _BAR / 2, _BAR / 2)
