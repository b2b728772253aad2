"""A file from before, as a button: its show, its place, and when it was open last."""

from PySide6.QtCore import QDateTime, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.ui.start.values import RecentFile
from console.ui.style.grid import RADIUS, RING, STEP
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import one_line, tooltip

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecentButton(QAbstractButton):
    """Shows one file."""

    def __init__(self, look: LiveLook, recent: RecentFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._recent = recent
        self.setAccessibleName(f"{one_line(recent.title)}, {self._day()}")
        self.setToolTip(tooltip(f"{recent.title}\n{recent.path}"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for two lines."""
        return QSize(STEP * 30, self._look.scale.pixels(STEP * 6))

    def _day(self) -> str:
        used = QDateTime.fromSecsSinceEpoch(int(self._recent.used.timestamp()))
        return QLocale().toString(used.date(), QLocale.FormatType.ShortFormat)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is one row
        """Paint title, day and place."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown() or self.hasFocus()
        painter.setPen(QPen(QColor(palette.accent), RING) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.raised if lit else palette.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        half = self.height() / 2
        area = QRectF(STEP + 4, 0, self.width() - 2 * (STEP + 4), self.height())
        upper, lower = area.adjusted(0, STEP / 2, 0, -half), area.adjusted(0, half, 0, -STEP / 2)
        self._paint_upper(painter, upper)
        painter.setPen(QColor(palette.muted))
        painter.setFont(self._look.scale.font(Size.CAPTION))
        path = painter.fontMetrics().elidedText(
            str(self._recent.path), Qt.TextElideMode.ElideMiddle, int(lower.width())
        )
        painter.drawText(lower, _LEFT, path)

    def _paint_upper(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(self._look.scale.font(Size.CAPTION))
        painter.setPen(QColor(self._look.palette.muted))
        painter.drawText(area, _RIGHT, self._day())
        room = int(area.width()) - painter.fontMetrics().horizontalAdvance(self._day()) - STEP
        painter.setFont(self._look.scale.font(Size.TEXT))
        painter.setPen(QColor(self._look.palette.text))
        title = painter.fontMetrics().elidedText(one_line(self._recent.title), Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, _LEFT, title)
