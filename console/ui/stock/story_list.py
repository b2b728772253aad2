"""The list of movements behind a number: two lines each."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from console.overriding import override
from console.ui.stock.story import WAITS, StoryLine
from console.ui.stock.words import StockWords, number_text, signed_number
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size
from console.ui.widgets.list_model import ROW, Index, ListModel
from console.ui.widgets.plain_text import one_line, tooltip

HEIGHT = 44
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class StoryTelling:
    """A movement in two lines: what and why; when, by whom and by what."""

    def __init__(self, words: StockWords, now: Callable[[], datetime]) -> None:
        self._words = words
        self._now = now

    def change(self, line: StoryLine) -> str:
        """What it did to the number; of who waits, the pieces that are wanted."""
        return number_text(line.delta) if line.kind == WAITS else signed_number(line.delta)

    def total(self, line: StoryLine) -> str:
        """The number after it; of who waits, the place."""
        return self._words.place(line.total) if line.kind == WAITS else number_text(line.total)

    def __call__(self, line: StoryLine) -> tuple[str, str]:
        """The two lines."""
        what = " · ".join(part for part in (self._words.kind(line.kind), one_line(line.reason)) if part)
        facts = (self._words.time(line.at, self._now()), self._words.actor(line), one_line(line.reference), line.sku)
        return what, " · ".join(part for part in facts if part)


class StoryModel(ListModel[StoryLine]):
    """Holds the movements, newest first."""

    def __init__(self, tell: StoryTelling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tell = tell

    def set_lines(self, lines: list[StoryLine]) -> None:
        """Show these; if they only grew, what came is put on top."""
        grown = len(lines) - len(self._rows)
        if grown > 0 and lines[grown:] == self._rows:
            for line in reversed(lines[:grown]):
                self.insert(0, line)
        else:
            self.reset(lines)

    @override
    def said(self, row: StoryLine, role: int) -> str | None:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{self._tell.change(row)} {' '.join(self._tell(row))} {self._tell.total(row)}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip("\n".join(self._tell(row)))
            case _:
                return None


class StoryDelegate(QStyledItemDelegate):
    """Paints a movement: its delta, what and why, the total after it; below, muted, the rest."""

    def __init__(self, look: LiveLook, tell: StoryTelling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tell = tell

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.scale.pixels(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: StoryLine = index.data(ROW)
        palette, scale = self._look.palette, self._look.scale
        what, rest = self._tell(line)
        strong, plain, small = scale.font(Size.TEXT, bold=True), scale.font(Size.TEXT), scale.font(Size.CAPTION)
        change, total = self._tell.change(line), self._tell.total(line)
        widths = QFontMetrics(strong)
        left = max(scale.pixels(48), widths.horizontalAdvance(change) + 1)
        right = widths.horizontalAdvance(total) + 1
        area = QRect(option.rect).adjusted(0, 4, 0, -4)
        upper = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        words = upper.adjusted(left + 12, 0, 0, 0)
        painter.save()
        colour = palette.good if line.delta > 0 and line.kind != WAITS else palette.text
        _write(painter, QRect(upper.topLeft(), QSize(left, upper.height())), change, colour, strong, _RIGHT)
        _write(painter, upper, total, palette.text, strong, _RIGHT)
        _write(painter, words.adjusted(0, 0, -right - 8, 0), what, palette.text, plain)
        _write(painter, words.translated(0, upper.height()), rest, palette.muted, small)
        painter.setPen(QColor(palette.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


def _write(
    painter: QPainter, area: QRect, text: str, colour: str, font: QFont, side: Qt.AlignmentFlag | int = _LEFT
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, int(side), painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width()))
