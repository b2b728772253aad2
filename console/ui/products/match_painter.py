"""How a product is painted in the finder: title and price, its SKUs and whether it is queued."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.ui.products.match import Match
from console.ui.products.matches import MATCH
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import tint
from console.ui.style.type_scale import Size
from console.ui.widgets.plain_text import one_line
from console.ui.words.prices import prices_text

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MOST_SKUS = 12


class MatchPainter(QStyledItemDelegate):
    """Paints one product."""

    def __init__(self, look: LiveLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002 - all rows are alike
        """Room for two lines."""
        return QSize(STEP * 20, self._look.scale.pixels(STEP * 6))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint both lines."""
        match: Match = index.data(MATCH)
        palette, area = self._look.palette, QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tint(palette.accent, palette.panel)))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.raised))
        inner = area.adjusted(BREATH - 2, 4, -BREATH + STEP / 2, -4)
        self._paint_upper(painter, inner.adjusted(0, 0, 0, -inner.height() / 2), match)
        self._paint_lower(painter, inner.adjusted(0, inner.height() / 2, 0, 0), match)
        painter.restore()

    def _paint_upper(self, painter: QPainter, area: QRectF, match: Match) -> None:
        painter.setFont(self._look.scale.font(Size.TEXT))
        painter.setPen(QColor(self._look.palette.text))
        self._write(painter, area, one_line(match.product.title), prices_text(match.product))

    def _paint_lower(self, painter: QPainter, area: QRectF, match: Match) -> None:
        painter.setFont(self._look.scale.font(Size.CAPTION))
        painter.setPen(QColor(self._look.palette.muted))
        queued = self.tr("in the queue as {0}").format(one_line(match.code)) if match.code else ""
        self._write(painter, area, " · ".join(match.product.skus[:MOST_SKUS]), queued)

    def _write(self, painter: QPainter, area: QRectF, left: str, right: str) -> None:
        """Write at both ends; the left one gives way."""
        metrics = painter.fontMetrics()
        painter.drawText(area, _RIGHT, right)
        room = int(area.width()) - (metrics.horizontalAdvance(right) + BREATH if right else 0)
        painter.drawText(area, _LEFT, metrics.elidedText(left, Qt.TextElideMode.ElideRight, room))
