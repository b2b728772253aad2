"""A few lines of plain text that give way: what is too much is elided and told in the tooltip."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import one_line, tooltip

_MOST = 1_000


class ClampedLabel(QWidget):
    """Shows one text in at most `lines` lines, muted unless it is `strong`; nothing takes no room.

    `stage` is the size of its face in the anchor's layout, in pixels.
    """

    def __init__(
        self, look: LiveLook, lines: int, parent: QWidget | None = None, *, strong: bool = False, stage: int = 0
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = lines
        self._text = ""
        self._strong = strong
        self._stage = stage
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_value(self, text: str) -> None:
        """Show this text."""
        if one_line(text) == self._text:
            return
        self._text = one_line(text)
        self.setAccessibleName(self._text)
        self.setToolTip(tooltip(text.strip()))
        self._restyle()

    @property
    def value(self) -> str:
        """The whole text."""
        return self._text

    def _restyle(self) -> None:
        self._fit()
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(len(self.broken(self.width())) * self._step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def broken(self, width: int) -> list[str]:
        """The text in lines of that width in pixels, the last one elided if there is more."""
        shown: list[str] = []
        rest = self._text[:_MOST]
        while rest and len(shown) < self._lines:
            if len(shown) == self._lines - 1:
                rest, line = "", QFontMetrics(self._face).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            else:
                line, rest = self._line_of(rest, width)
            shown.append(line)
        return shown

    def _line_of(self, text: str, width: int) -> tuple[str, str]:
        layout = QTextLayout(text, self._face)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(1, width))
        layout.endLayout()
        end = len(text.encode("utf-16-le")[: 2 * line.textLength()].decode("utf-16-le", "ignore")) or 1
        return text[:end].rstrip(), text[end:].lstrip()

    @property
    def _face(self) -> QFont:
        """The face of now. It is not the widget's own, which the sheet takes back when the widget is put elsewhere."""
        size = Size.STRONG if self._strong else Size.TEXT
        return self._look.scale.font_of(self._look.pixels(size, self._stage), bold=self._strong)

    @property
    def _step(self) -> int:
        return max(self._look.scale.pixels(20), QFontMetrics(self._face).height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the lines."""
        painter = QPainter(self)
        painter.setFont(self._face)
        painter.setPen(QColor(self._look.palette.text if self._strong else self._look.palette.muted))
        for at, line in enumerate(self.broken(self.width())):
            area = QRectF(QPointF(0, at * self._step), QPointF(self.width(), (at + 1) * self._step))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)
