"""How a row of the queue looks, and the field in which its code is changed."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QLocale, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.domain.queue import MOST_CODE
from console.domain.stock_state import StockState
from console.overriding import override
from console.ui.pictures.pictures import Pictures
from console.ui.queue.painting import Brush
from console.ui.queue.parts import HEIGHTS, Parts, parts_of
from console.ui.queue.row import QueueRow
from console.ui.queue.words import QueueWords
from console.ui.style.density import Density
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette, tint
from console.ui.style.type_scale import Size
from console.ui.widgets.icons import paint_icon
from console.ui.widgets.list_model import ROW as ROW_ROLE
from console.ui.widgets.shapes import Shape, paint_shape
from console.ui.words.money import money_text
from console.ui.words.times import length_text

Index = QModelIndex | QPersistentModelIndex
TITLE = 112
LEAST_CODE = 36
MOST_CODE_WIDTH = 56


class QueueDelegate(QStyledItemDelegate):
    """Paints one row: the code, the picture, what it is and costs, how many are left."""

    def __init__(
        self,
        look: LiveLook,
        words: QueueWords,
        pictures: Pictures,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._pictures = pictures
        self._now = now
        self._code_width = LEAST_CODE
        self._codes: tuple[str, ...] = ()

    def fit_codes(self, codes: tuple[str, ...]) -> bool:
        """Make room for these codes. Returns whether rows lie differently now."""
        if codes == self._codes:
            return False
        self._codes = codes
        return self._fit()

    def relook(self) -> None:
        """Make room in another size of text."""
        self._fit()

    def _fit(self) -> bool:
        before = self._code_width
        metrics = QFontMetrics(self._look.scale.font(Size.STRONG, bold=True))
        widest = max((metrics.horizontalAdvance(code) + 1 for code in self._codes), default=0)
        least, most = (self._look.scale.pixels(width) for width in (LEAST_CODE, MOST_CODE_WIDTH))
        self._code_width = max(least, min(most, widest))
        return self._code_width != before

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.scale.pixels(HEIGHTS[self._look.density]))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: QueueRow = index.data(ROW_ROLE)
        area: QRect = option.rect
        parts = parts_of(area, self._code_width, self._look.scale, self._look.density)
        painter.save()
        self._ground(painter, area, parts, row, option)
        brush = Brush(painter, self._look)
        brush.thumb(parts.thumb, row.title, self._pictures.of(row.picture))
        if self._look.density is Density.STAGE:
            self._code(brush, parts, row)
            self._upper(brush, parts.upper, row)
            self._lower(brush, parts.lower, row)
        else:
            self._only(brush, parts, row)
        painter.restore()

    def _ground(
        self, painter: QPainter, area: QRect, parts: Parts, row: QueueRow, option: QStyleOptionViewItem
    ) -> None:
        palette = self._look.palette
        state: QStyle.StateFlag = option.state
        if row.pinned:
            painter.fillRect(area, QColor(tint(palette.accent, palette.panel)))
            painter.fillRect(parts.bar, QColor(palette.accent))
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(palette.accent if state & QStyle.StateFlag.State_HasFocus else palette.line))
            painter.setBrush(Qt.BrushStyle.NoBrush if row.pinned else QColor(palette.raised))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        elif state & QStyle.StateFlag.State_MouseOver and not row.pinned:
            painter.fillRect(area, QColor(palette.raised))

    def _only(self, brush: Brush, parts: Parts, row: QueueRow) -> None:
        """A row of one line: what is left and how it stands at its end, the price if a title has room before it."""
        palette, scale = self._look.palette, self._look.scale
        strong = scale.font(Size.STRONG if self._look.density is Density.ROOMY else Size.TEXT, bold=True)
        brush.words(parts.code, row.code, palette.accent if row.pinned else palette.text, strong, code=True)
        area = parts.upper
        if row.left is not None:
            area = brush.at_right(area, QLocale().toString(row.left), _state_colour(row.state, palette), strong)
        area = self._state(brush, area, row, least=scale.pixels(TITLE))
        if row.findings:
            area = self._finding(brush, area)
        if row.pinned_at:
            time = length_text(max(timedelta(0), self._now() - row.pinned_at))
            words = f"{self._words.now()} {time}"
            area = brush.at_right(area, words, palette.accent, scale.font(Size.CAPTION, bold=True))
        area = self._looped(brush, area, row)
        price = self._words.price(row)
        if brush.room_for(price, area) >= scale.pixels(TITLE):
            area = brush.at_right(area, price, palette.muted, scale.font(Size.CAPTION))
        brush.words(area, row.title, palette.text, scale.font(Size.TEXT, bold=row.pinned))

    def _code(self, brush: Brush, parts: Parts, row: QueueRow) -> None:
        palette, scale = self._look.palette, self._look.scale
        colour = palette.accent if row.pinned else palette.text
        brush.words(parts.code, row.code, colour, scale.font(Size.STRONG, bold=True), code=True)
        if row.pinned:
            brush.words(parts.note, self._words.now(), palette.accent, scale.font(Size.CAPTION, bold=True))

    def _upper(self, brush: Brush, area: QRect, row: QueueRow) -> None:
        palette, scale = self._look.palette, self._look.scale
        if row.left is not None:
            colour = _state_colour(row.state, palette)
            left = self._look.scale.font(Size.STRONG, bold=True)
            area = brush.at_right(area, QLocale().toString(row.left), colour, left)
        if row.findings:
            area = self._finding(brush, area)
        area = self._looped(brush, area, row)
        brush.words(area, row.title, palette.text, scale.font(Size.TEXT, bold=row.pinned))

    def _looped(self, brush: Brush, area: QRect, row: QueueRow) -> QRect:
        """The mark of the loop."""
        if not row.looped:
            return area
        side = self._look.scale.pixels(14)
        mark = QRectF(area.right() + 1 - side, area.top() + (area.height() - side) / 2, side, side)
        paint_icon(brush.painter, "loop", mark, self._look.palette.accent)
        return area.adjusted(0, 0, -side - 8, 0)

    def _finding(self, brush: Brush, area: QRect) -> QRect:
        side = self._look.scale.pixels(12)
        top = area.top() + (area.height() - side) / 2
        mark = QRectF(area.right() + 1 - side, top, side, side)
        paint_shape(brush.painter, Shape.TRIANGLE, mark, self._look.palette.low)
        return area.adjusted(0, 0, -side - 8, 0)

    def _lower(self, brush: Brush, area: QRect, row: QueueRow) -> None:
        palette = self._look.palette
        area = self._state(brush, area, row)
        if row.pinned_at:
            time = length_text(max(timedelta(0), self._now() - row.pinned_at))
            area = brush.in_turn(area, time, palette.accent, bold=True)
        before = area
        area = brush.in_turn(area, self._words.price(row), palette.text)
        if area != before and row.was:
            area = brush.in_turn(area, money_text(row.was), palette.muted, struck=True)
        brush.in_turn(area, self._words.options(row), palette.muted)

    def _state(self, brush: Brush, area: QRect, row: QueueRow, least: int = 0) -> QRect:
        """The shape of a state, and its word if so many pixels are left beside it."""
        word, palette = self._words.state(row), self._look.palette
        if not word:
            return area
        if brush.room_for(word, area) < least:
            word = ""
        plain = row.state is StockState.UNCOUNTED and not row.stopped
        font = self._look.scale.font(Size.CAPTION, bold=not plain)
        colour = palette.out if row.stopped else _state_colour(row.state, palette)
        area = brush.at_right(area, word, colour, font) if word else area
        if plain:
            return area
        side = self._look.scale.pixels(10)
        mark = QRectF(area.right() + 5 - side, area.top() + (area.height() - side) / 2, side, side)
        paint_shape(brush.painter, _state_shape(row), mark, colour)
        return area.adjusted(0, 0, -side - 4, 0)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setMaxLength(MOST_CODE)
        field.setAccessibleName(self.tr("Code"))
        return field

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        height = editor.sizeHint().height()
        left, width = area.left() + 4, self._look.scale.pixels(112)
        editor.setGeometry(QRect(left, area.top() + (area.height() - height) // 2, width, height))


def _state_shape(row: QueueRow) -> Shape:
    if row.stopped:
        return Shape.SQUARE
    return Shape.HALF if row.state is StockState.LOW else Shape.STRUCK


def _state_colour(state: StockState, palette: Palette) -> str:
    return {
        StockState.UNCOUNTED: palette.muted,
        StockState.ENOUGH: palette.text,
        StockState.LOW: palette.low,
        StockState.SOLD_OUT: palette.out,
    }[state]
