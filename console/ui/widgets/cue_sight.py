"""How a cue looks: a shape and a colour by what it says, and more of it the longer nobody has taken note."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from console.domain.cues import CueKind, Urgency
from console.ui.style.grid import BREATH, RADIUS
from console.ui.style.palette import Palette, tint
from console.ui.style.type_scale import TypeScale
from console.ui.widgets.plain_text import one_line
from console.ui.widgets.shapes import Shape, paint_shape

SHAPES = {
    CueKind.WRAP_UP: Shape.SQUARE,
    CueKind.STRETCH: Shape.ARROW,
    CueKind.SOLD_OUT: Shape.STRUCK,
    CueKind.PRICE_WRONG: Shape.TRIANGLE,
    CueKind.QUESTION: Shape.RING,
    CueKind.FREE: Shape.DOTS,
}
GROWTH = {Urgency.FRESH: 1.0, Urgency.WAITING: 1.25, Urgency.URGENT: 1.5}
"""The height of a cue, of what it is at first."""


def cue_colour(kind: CueKind, palette: Palette) -> str:
    """The colour of a kind."""
    return {
        CueKind.WRAP_UP: palette.low,
        CueKind.STRETCH: palette.good,
        CueKind.SOLD_OUT: palette.out,
        CueKind.PRICE_WRONG: palette.out,
        CueKind.QUESTION: palette.accent,
        CueKind.FREE: palette.text,
    }[kind]


def paint_cue(
    painter: QPainter,
    area: QRectF,
    kind: CueKind,
    words: str,
    aside: str,
    urgency: Urgency,
    palette: Palette,
    scale: TypeScale,
) -> None:
    """Paint a cue into its place: tinted at first, framed when it waits, filled with its colour when it is urgent."""
    colour = cue_colour(kind, palette)
    filled = urgency is Urgency.URGENT
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if urgency is Urgency.FRESH else QColor(colour))
    painter.setBrush(QColor(colour if filled else tint(colour, palette.panel)))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    ink = palette.ground if filled else colour
    side = area.height() * 0.4
    shape = QRectF(area.left() + BREATH, area.center().y() - side / 2, side, side)
    paint_shape(painter, SHAPES[kind], shape, ink)
    painter.setPen(QColor(ink if filled else palette.text))
    inner = area.adjusted(BREATH + side * 1.5, 0, -BREATH, 0)
    _write(painter, inner, words, aside, scale)
    painter.restore()


def _write(painter: QPainter, area: QRectF, words: str, aside: str, scale: TypeScale) -> None:
    """Write what it says, as large as its height allows, and how old it is."""
    small = scale.font_of(max(scale.pixels(12), int(area.height() * 0.28)))
    painter.setFont(small)
    room = painter.fontMetrics().horizontalAdvance(aside) + BREATH
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
    painter.setFont(scale.font_of(int(area.height() * 0.46), bold=True))
    told = painter.fontMetrics().elidedText(one_line(words), Qt.TextElideMode.ElideRight, int(area.width() - room))
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)
