"""Painting one row: each pixel depends on the row, its place and whether it is chosen, on nothing else."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from console.ui.chat.marks import Marks
from console.ui.chat.row_layout import QUANTUM, RowLayout, RowMeasure
from console.ui.style.palette import mix
from console.ui.widgets.shapes import paint_shape


class RowPainter:
    """Paints rows that a measure has laid out, in its look."""

    def __init__(self, measure: RowMeasure, ratio: float) -> None:
        palette = measure.palette
        self._measure = measure
        self._marks = Marks(palette, measure.scale, measure.mark, ratio)
        self.panel = QColor(palette.panel)
        self._text = QColor(palette.text)
        self._muted = QColor(palette.muted)
        self._accent = QColor(palette.accent)
        self._chosen = QColor(palette.raised)
        self._notice = QColor(mix(palette.raised, palette.panel, 0.5))

    def paint(self, painter: QPainter, laid: RowLayout, area: QRect, *, chosen: bool) -> None:
        """Paint the row at its area, to which the caller has clipped the painter."""
        self._paint_ground(painter, laid, area, chosen=chosen)
        row = laid.row
        y = area.top() + self._measure.padding
        mark_y = y + (self._measure.line - self._measure.mark) // 2
        if row.voice.badge:
            painter.drawPixmap(
                self._measure.badge_x, mark_y, self._marks.badge(row.voice.badge, row.voice.badge_colour)
            )
        for place, role in enumerate(laid.roles):
            step = place * (self._measure.mark + QUANTUM)
            painter.drawPixmap(self._measure.text_x + step, mark_y, self._marks.role(role))
        painter.setPen(self._muted if row.voice.muted or row.erased or row.voice.notice else self._text)
        laid.text.draw(painter, QPointF(self._measure.text_x, y))

        if laid.note:
            self._paint_note(painter, laid, area)

    def _paint_note(self, painter: QPainter, laid: RowLayout, area: QRect) -> None:
        """Paint what became of the line's claim under its text."""
        measure, note = self._measure, laid.note
        if note is None:
            return
        line = QRect(measure.text_x, area.bottom() + 1 - measure.padding - measure.line, area.width(), measure.line)
        side = measure.line // 2
        mark = QRectF(line.left(), line.top() + (measure.line - side) / 2, side, side)
        colour = str(getattr(measure.palette, note.tone))
        paint_shape(painter, note.shape, mark, colour)
        painter.setFont(measure.caption)
        painter.setPen(QColor(colour))
        words = line.adjusted(side + QUANTUM, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, laid.noted)

    def _paint_ground(self, painter: QPainter, laid: RowLayout, area: QRect, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(area, self._chosen)
            painter.fillRect(QRect(area.left(), area.top(), QUANTUM, area.height()), self._accent)
        elif laid.row.voice.notice:
            painter.fillRect(area, self._notice)
