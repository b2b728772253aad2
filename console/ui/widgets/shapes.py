"""Shapes that say a state without colour."""

from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


class Shape(StrEnum):
    """Every shape is told from the others in black and white, at 12 px."""

    DISC = "disc"
    RING = "ring"
    DOTS = "dots"
    TRIANGLE = "triangle"
    CROSSED = "crossed"
    HALF = "half"
    STRUCK = "struck"
    ARROW = "arrow"
    TICK = "tick"
    SQUARE = "square"


def paint_shape(painter: QPainter, shape: Shape, area: QRectF, colour: str) -> None:
    """Paint a shape into a square area."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.5, area.width() / 8)
    inner = area.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _draw(painter, shape, inner, QColor(colour))
    painter.restore()


def _draw(painter: QPainter, shape: Shape, area: QRectF, colour: QColor) -> None:
    match shape:
        case Shape.DISC:
            painter.setBrush(colour)
            painter.drawEllipse(area)
        case Shape.RING:
            painter.drawEllipse(area)
        case Shape.DOTS:
            _dots(painter, area, colour)
        case Shape.TRIANGLE:
            painter.setBrush(colour)
            painter.drawPolygon(_corners(area, (0.5, 0), (1, 1), (0, 1)))
        case Shape.CROSSED:
            painter.drawLine(QLineF(area.topLeft(), area.bottomRight()))
            painter.drawLine(QLineF(area.topRight(), area.bottomLeft()))
        case Shape.HALF:
            painter.drawRoundedRect(area, 2, 2)
            painter.fillRect(area.adjusted(0, area.height() / 2, 0, 0), colour)
        case Shape.STRUCK:
            painter.drawEllipse(area)
            painter.drawLine(_part(area, 0.85, 0.15), _part(area, 0.15, 0.85))
        case Shape.ARROW:
            painter.setBrush(colour)
            painter.drawPolygon(_corners(area, (0.15, 0), (0.95, 0.5), (0.15, 1)))
        case Shape.TICK:
            painter.drawPolyline(_corners(area, (0, 0.55), (0.38, 0.95), (1, 0.1)))
        case Shape.SQUARE:
            painter.fillRect(area, colour)
        case _:
            assert_never(shape)


def _dots(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = area.width() / 7
    for share in (0.12, 0.5, 0.88):
        painter.drawEllipse(_part(area, share, 0.5), radius, radius)


def _corners(area: QRectF, *shares: tuple[float, float]) -> QPolygonF:
    return QPolygonF([_part(area, x, y) for x, y in shares])


def _part(area: QRectF, x: float, y: float) -> QPointF:
    return QPointF(area.left() + x * area.width(), area.top() + y * area.height())


def paint_hatch(painter: QPainter, area: QRectF, colour: str, step: int = 12) -> None:
    """Fill an area with diagonal stripes: this is a rehearsal."""
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), step / 3))
    left = int(area.left() - area.height())
    for x in range(left, int(area.right()) + step, step):
        painter.drawLine(QPointF(x, area.bottom() + 1), QPointF(x + area.height() + 1, area.top()))
    painter.restore()
