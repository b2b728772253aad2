"""How an order is painted: two lines, a shape for where it stands."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.domain.orders import FINAL, OrderStatus
from console.ui.orders.model import Roles
from console.ui.orders.row import SHAPES, OrderRow, line_parts
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette, tint
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import one_line
from console.ui.widgets.shapes import paint_shape
from console.ui.words.money import money_text
from console.ui.words.orders import status_word
from console.ui.words.times import clock_text

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def status_colour(status: OrderStatus, palette: Palette) -> str:
    """The colour of where an order stands."""
    if status in FINAL:
        return palette.out
    return palette.good if status is OrderStatus.PAID else palette.muted


class OrderPainter(QStyledItemDelegate):
    """Paints one row."""

    def __init__(self, look: LiveLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002 - all rows are alike
        """Room for two lines."""
        return QSize(STEP * 20, self._look.scale.pixels(STEP * 6))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, shape and both lines."""
        row: OrderRow = index.data(Roles.ROW)
        area, scale = QRectF(option.rect), self._look.scale
        painter.save()
        self._paint_ground(painter, option.state, area)
        side = scale.pixels(12)
        middle = area.height() / 2
        status = row.order.snapshot.status
        shape = QRectF(area.left() + BREATH - STEP / 2, area.top() + middle / 2 - side / 2 + 3, side, side)
        paint_shape(painter, SHAPES[status], shape, status_colour(status, self._look.palette))
        inner = area.adjusted(BREATH + side + STEP / 2, 4, -BREATH + STEP / 2, -4)
        self._paint_upper(painter, inner.adjusted(0, 0, 0, -inner.height() / 2), row)
        self._paint_lower(painter, inner.adjusted(0, inner.height() / 2, 0, 0), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, state: QStyle.StateFlag, area: QRectF) -> None:
        palette = self._look.palette
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tint(palette.accent, palette.panel)))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.raised))

    def _paint_upper(self, painter: QPainter, area: QRectF, row: OrderRow) -> None:
        palette, scale = self._look.palette, self._look.scale
        final = row.order.snapshot.status in FINAL
        painter.setFont(_struck(scale.font(Size.TEXT), struck=final))
        painter.setPen(QColor(palette.muted if final else palette.text))
        total = money_text(row.order.snapshot.total)
        painter.drawText(area, _RIGHT, total)
        room = area.width() - painter.fontMetrics().horizontalAdvance(total) - BREATH
        painter.setFont(scale.font(Size.TEXT, bold=True))
        painter.setPen(QColor(palette.text))
        used = _write(painter, area, one_line(row.order.snapshot.code), room * 0.6, Qt.TextElideMode.ElideMiddle)
        painter.setFont(scale.font(Size.TEXT))
        painter.setPen(QColor(palette.muted))
        rest = area.adjusted(used + STEP, 0, 0, 0)
        _write(painter, rest, one_line(row.buyer), room - used - STEP, Qt.TextElideMode.ElideRight)

    def _paint_lower(self, painter: QPainter, area: QRectF, row: OrderRow) -> None:
        palette, snapshot = self._look.palette, row.order.snapshot
        font = self._look.scale.font(Size.CAPTION)
        painter.setFont(font)
        painter.setPen(QColor(status_colour(snapshot.status, palette)))
        word = status_word(snapshot.status)
        painter.drawText(area, _RIGHT, word)
        right = area.right() - painter.fontMetrics().horizontalAdvance(word) - BREATH
        painter.setPen(QColor(palette.muted))
        left = area.left() + _write(painter, area, clock_text(snapshot.placed_at), area.width()) + STEP
        for text, struck in (part for line in snapshot.lines for part in line_parts(line)):
            if right - left < self._look.scale.pixels(STEP * 3):
                break
            painter.setFont(_struck(font, struck=struck))
            spot = QRectF(left, area.top(), right - left, area.height())
            left += _write(painter, spot, one_line(text), right - left, Qt.TextElideMode.ElideMiddle) + STEP


def _write(
    painter: QPainter, area: QRectF, text: str, room: float, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight
) -> int:
    """Write at the left, in at most that room. Returns the width used."""
    shown = painter.fontMetrics().elidedText(text, elide, max(0, int(room)))
    painter.drawText(area, _LEFT, shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def _struck(font: QFont, *, struck: bool) -> QFont:
    made = QFont(font)
    made.setStrikeOut(struck)
    return made
