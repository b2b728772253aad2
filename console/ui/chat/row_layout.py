"""A row laid out for one width: its lines, its height, what stands before it."""

import math

import msgspec
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QTextCharFormat, QTextLayout, QTextOption

from console.ui.chat.row import ChatRow, Note
from console.ui.chat.row_text import GAP, reisolated, shown_name, shown_text, split_at, units
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size

MOST_LINES = 6
QUANTUM = 4
"""Heights are multiples of this many pixels: whole device pixels at 125, 150, 175 and 200 %, so scrolling may copy."""

_ROLES = ("host", "mod", "sub")


class RowLayout(msgspec.Struct, frozen=True):
    """A row ready to be painted. `height` is in pixels; `roles` in their fixed order.

    `noted` are the words of the note as they fit under the text.
    """

    row: ChatRow
    text: QTextLayout
    roles: tuple[str, ...]
    height: int
    note: Note | None = None
    noted: str = ""


class RowMeasure:
    """Lays rows out in the look of when it was built, for one width in pixels."""

    def __init__(self, look: LiveLook, width: int) -> None:
        self.scale = look.scale
        self.palette = look.palette
        self._font = look.scale.font(Size.TEXT)
        self.caption = look.scale.font(Size.CAPTION, bold=True)
        metrics = QFontMetrics(self._font)
        self._metrics = metrics
        self.line = _rounded_up(max(look.scale.pixels(20), metrics.height()))
        self.padding = QUANTUM
        self.mark = self.line - QUANTUM
        self.badge_x = look.scale.pixels(12)
        self.text_x = self.badge_x + self.mark + look.scale.pixels(8)
        self._baseline = (self.line - metrics.height()) // 2 + metrics.ascent()
        self._width = max(48, width - self.text_x - look.scale.pixels(8))
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._option.setTextDirection(Qt.LayoutDirection.LeftToRight)

    def layout(self, row: ChatRow, note: Note | None = None) -> RowLayout:
        """The row in at most six lines, the last one ended with an ellipsis if there is more; its note below."""
        roles = tuple(role for role in _ROLES if role in row.voice.roles)
        name = shown_name(row)
        whole = f"{name}{GAP}{shown_text(row)}" if name else shown_text(row)
        indent = len(roles) * (self.mark + QUANTUM)
        text, lines, rest = self._lines(row, name, whole, indent)
        if rest is not None:
            text, lines, _ = self._lines(row, name, self._elided(whole, rest), indent)
        height = (lines + (note is not None)) * self.line + 2 * self.padding
        return RowLayout(row, text, roles, height, note, self._fitted(note))

    def _fitted(self, note: Note | None) -> str:
        """The words of a note beside its shape."""
        room = self._width - self.line
        return QFontMetrics(self.caption).elidedText(note.words, Qt.TextElideMode.ElideRight, room) if note else ""

    def _lines(self, row: ChatRow, name: str, whole: str, indent: int) -> tuple[QTextLayout, int, int | None]:
        """Lay out up to six lines; the last part is where the sixth begins, if not all fitted."""
        text = QTextLayout(whole, self._font)
        text.setTextOption(self._option)
        text.setCacheEnabled(True)
        text.setFormats(self._formats(row, name, whole))
        text.beginLayout()
        count, last_start, reached = 0, 0, 0
        while count < MOST_LINES and (line := text.createLine()).isValid():
            inset = indent if count == 0 else 0
            line.setLineWidth(self._width - inset)
            line.setPosition(QPointF(inset, count * self.line + self._baseline - line.ascent()))
            last_start, reached = line.textStart(), line.textStart() + line.textLength()
            count += 1
        text.endLayout()
        return text, max(1, count), last_start if reached < units(whole) else None

    def _elided(self, whole: str, start: int) -> str:
        head, rest = split_at(whole, start)
        tail = rest[:400].rstrip("\u2069") + "…"
        return reisolated(
            head, self._metrics.elidedText(tail, Qt.TextElideMode.ElideRight, self._width - self.line // 2)
        )

    def _formats(self, row: ChatRow, name: str, whole: str) -> list[QTextLayout.FormatRange]:
        formats = [_range(0, units(name), self._name_format(row))] if name else []
        if row.erased:
            start = units(name) + len(GAP) if name else 0
            formats.append(_range(start, units(whole) - start, self._struck()))
        return formats

    def _name_format(self, row: ChatRow) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.DemiBold)
        style.setForeground(QColor(self.palette.accent if "host" in row.voice.roles else self.palette.muted))
        return style

    def _struck(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFontStrikeOut(True)
        return style


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start = start
    part.length = length
    part.format = style
    return part


def _rounded_up(pixels: int) -> int:
    return math.ceil(pixels / QUANTUM) * QUANTUM
