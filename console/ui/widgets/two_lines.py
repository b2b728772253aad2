"""A list's row of two lines: what it is and a number, below it about what and how it stands."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette, tint
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import one_line
from console.ui.widgets.shapes import Shape, paint_shape
from console.ui.widgets.thumbnail import PictureSight, paint_thumbnail

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SHARE = 0.45

Index = QModelIndex | QPersistentModelIndex


class TwoLines(msgspec.Struct, frozen=True):
    """The words of a row, each in its corner.

    `mark` is a shape with its colour, for how it stands, `picture` what it looks like.
    A `quiet` row is one that nothing can be done with now.
    """

    title: str
    right: str = ""
    below: str = ""
    below_right: str = ""
    mark: tuple[Shape, str] | None = None
    picture: PictureSight | None = None
    quiet: bool = False


class TwoLinesPainter(QStyledItemDelegate):
    """Paints rows; `lines` gives the words of one, in the colours of a palette."""

    def __init__(
        self, look: LiveLook, lines: Callable[[Index, Palette], TwoLines], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - all rows are alike
        """Room for two lines."""
        return QSize(STEP * 20, self._look.scale.pixels(STEP * 6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, mark and both lines."""
        palette, scale, area = self._look.palette, self._look.scale, QRectF(option.rect)
        lines = self._lines(index, palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tint(palette.accent, palette.panel)))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.raised))
        inner = area.adjusted(BREATH - STEP / 2, 4, STEP / 2 - BREATH, -4)
        if lines.mark:
            side = scale.pixels(12)
            top = area.top() + area.height() / 4 - side / 2 + 3
            paint_shape(painter, lines.mark[0], QRectF(inner.left(), top, side, side), lines.mark[1])
            inner.adjust(side + STEP, 0, 0, 0)
        if lines.picture is not None:
            paint_thumbnail(painter, square(inner), lines.title, lines.picture, self._look)
            inner.adjust(inner.height() + STEP, 0, 0, 0)
        half = inner.height() / 2
        painter.setFont(scale.font(Size.TEXT))
        painter.setPen(QColor(palette.muted if lines.quiet else palette.text))
        _write(painter, inner.adjusted(0, 0, 0, -half), lines.title, lines.right)
        painter.setFont(scale.font(Size.CAPTION))
        painter.setPen(QColor(palette.muted))
        _write(painter, inner.adjusted(0, half, 0, 0), lines.below, lines.below_right)
        painter.restore()


def square(area: QRectF) -> QRectF:
    """The square at the beginning of a row."""
    return QRectF(area.left(), area.top(), area.height(), area.height())


def _write(painter: QPainter, area: QRectF, left: str, right: str) -> None:
    """Write at both ends; the left one gives way, the right one only beyond its share."""
    metrics = painter.fontMetrics()
    told = metrics.elidedText(one_line(right), Qt.TextElideMode.ElideMiddle, int(area.width() * _SHARE))
    painter.drawText(area, _RIGHT, told)
    room = int(area.width()) - (metrics.horizontalAdvance(told) + BREATH if told else 0)
    painter.drawText(area, _LEFT, metrics.elidedText(one_line(left), Qt.TextElideMode.ElideRight, room))
