"""How a finding is painted in the list: a shape for its weight, what it is, and about what."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.domain.findings import FindingKind
from console.ui.findings.model import ROW, FindingRow
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette, tint
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import one_line
from console.ui.widgets.shapes import Shape, paint_shape

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def mark_of(kind: FindingKind, palette: Palette) -> tuple[Shape, str]:
    """The shape and the colour of a kind's weight."""
    if kind is FindingKind.OVERSOLD:
        return Shape.CROSSED, palette.out
    if kind is FindingKind.PRODUCT_DIFFERS:
        return Shape.DOTS, palette.accent
    return Shape.TRIANGLE, palette.low


class FindingPainter(QStyledItemDelegate):
    """Paints one finding."""

    def __init__(self, look: LiveLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002 - all rows are alike
        """Room for two lines."""
        return QSize(STEP * 20, self._look.scale.pixels(STEP * 6))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint shape and both lines."""
        row: FindingRow = index.data(ROW)
        palette, scale, area = self._look.palette, self._look.scale, QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tint(palette.accent, palette.panel)))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.raised))
        side, half = scale.pixels(12), area.height() / 2
        shape = QRectF(area.left() + BREATH - STEP / 2, area.top() + half / 2 - side / 2 + 3, side, side)
        paint_shape(painter, mark_of(row.finding.kind, palette)[0], shape, mark_of(row.finding.kind, palette)[1])
        inner = area.adjusted(BREATH + side + STEP / 2, 4, STEP / 2 - BREATH, -4)
        upper, lower = inner.adjusted(0, 0, 0, -inner.height() / 2), inner.adjusted(0, inner.height() / 2, 0, 0)
        painter.setFont(scale.font(Size.TEXT))
        painter.setPen(QColor(palette.text))
        self._write(painter, upper, row.words.title, _numbers(row))
        painter.setFont(scale.font(Size.CAPTION))
        painter.setPen(QColor(palette.muted))
        self._write(painter, lower, one_line(row.words.subject), "")
        painter.restore()

    def _write(self, painter: QPainter, area: QRectF, left: str, right: str) -> None:
        """Write at both ends, each in at most its share."""
        metrics = painter.fontMetrics()
        most = Qt.TextElideMode.ElideMiddle
        told = metrics.elidedText(one_line(right), most, int(area.width() * 0.45))
        painter.drawText(area, _RIGHT, told)
        room = int(area.width()) - (metrics.horizontalAdvance(told) + BREATH if told else 0)
        painter.drawText(area, _LEFT, metrics.elidedText(left, most, room))


def _numbers(row: FindingRow) -> str:
    """Both numbers where two sides differ, the shop's first; otherwise the one that matters."""
    both = row.finding.kind in {FindingKind.STOCK_DIFFERS, FindingKind.PRODUCT_DIFFERS}
    return " / ".join(value for _, value in row.words.numbers[: 2 if both else 1])
