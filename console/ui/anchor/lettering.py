"""A script's lines laid out for a width: text, what is struck in it, and why below it."""

import math

import msgspec
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from console.ui.anchor.colours import Colours
from console.ui.anchor.faces import face
from console.ui.style.type_scale import TypeScale
from console.ui.words.script import Written

CAP = 40.0
REASON = 22.0
BETWEEN = 0.45


class Laid(msgspec.Struct, frozen=True):
    """A line ready to be painted: its text, the words under it, its height in whole pixels."""

    written: Written
    text: QTextLayout
    reason: QTextLayout | None
    reason_top: float
    height: float


class Lettering:
    """Lays lines out in the look of when it was built. `unit` is what a pixel of 1920 × 1080 is here."""

    def __init__(self, scale: TypeScale, colours: Colours, width: float, unit: float) -> None:
        self.colours = colours
        self._width = max(1.0, width)
        self._font = face(scale, CAP * unit * scale.factor, bold=False)
        self._bold = face(scale, CAP * unit * scale.factor)
        self._small = face(scale, REASON * unit * scale.factor)
        self._step = math.ceil(QFontMetricsF(self._font).height() * 1.1)
        self._kept: dict[Written, Laid] = {}

    @property
    def step(self) -> float:
        """The height of a line on the screen."""
        return self._step

    def lines(self, script: tuple[Written, ...]) -> list[Laid]:
        """All lines of a script; those that were laid out before are not again."""
        laid = [self._kept.get(line) or self._lay(line) for line in script]
        self._kept = {each.written: each for each in laid}
        return laid

    def _lay(self, line: Written) -> Laid:
        text = self._layout(line.text, line)
        height = self._break(text, self._step)
        reason = QTextLayout(f"✕ {line.why}", self._small) if line.why else None
        small = math.ceil(QFontMetricsF(self._small).height())
        foot = height + (self._break(reason, small) if reason else 0)
        return Laid(line, text, reason, height, foot + math.ceil(self._step * BETWEEN))

    def _layout(self, words: str, line: Written) -> QTextLayout:
        text = QTextLayout(words, self._bold if line.marker else self._font)
        text.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        text.setTextOption(option)
        text.setFormats(self._formats(line))
        return text

    def _formats(self, line: Written) -> list[QTextLayout.FormatRange]:
        if line.why:
            struck = QTextCharFormat()
            struck.setFontStrikeOut(True)
            struck.setForeground(QColor(self.colours.muted))
            return [_range(0, len(line.text.encode("utf-16-le", "surrogatepass")) // 2, struck)]
        bold, missing = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(self._bold.weight())
        missing.setForeground(QColor(self.colours.low))
        return [
            *(_range(begin, length, bold) for begin, length in line.filled),
            *(_range(begin, length, missing) for begin, length in line.missing),
        ]

    def _break(self, text: QTextLayout, step: float) -> float:
        text.beginLayout()
        height = 0.0
        while (row := text.createLine()).isValid():
            row.setLineWidth(self._width)
            row.setPosition(QPointF(0, height + max(0.0, (step - row.height()) / 2)))
            height += step
        text.endLayout()
        return max(height, step)

    def paint(self, painter: QPainter, laid: Laid, at: QPointF, *, said: bool) -> None:
        """Paint a line with its top left there; what was said is quieter."""
        marker = laid.written.marker
        quiet = said or bool(laid.written.why)
        colour = self.colours.accent if marker else self.colours.muted if quiet else self.colours.text
        painter.setPen(QColor(colour))
        laid.text.draw(painter, at)
        if laid.reason is not None:
            painter.setPen(QColor(self.colours.out))
            laid.reason.draw(painter, QPointF(at.x(), at.y() + laid.reason_top))


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, length, style
    return part
