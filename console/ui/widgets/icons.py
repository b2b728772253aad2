"""Icons painted from their line drawings, in any colour and at any size."""

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from console.ui.widgets.icon_paths import ICON_PATHS

GRID = 24
_STROKE = 1.75
_ARGUMENTS = {"M": 2, "L": 2, "Q": 4, "Z": 0, "O": 3, "D": 3, "R": 5}


class Drawing:
    """An icon's lines, and the discs that are filled."""

    def __init__(self) -> None:
        self.lines = QPainterPath()
        self.discs = QPainterPath()

    def add(self, command: str, at: list[float]) -> None:
        """Add one step of a drawing; raises KeyError for a command that there is not."""
        match command, at:
            case "M", [x, y]:
                self.lines.moveTo(x, y)
            case "L", [x, y]:
                self.lines.lineTo(x, y)
            case "Q", [cx, cy, x, y]:
                self.lines.quadTo(cx, cy, x, y)
            case "Z", []:
                self.lines.closeSubpath()
            case (("O" | "D"), [x, y, r]):
                (self.lines if command == "O" else self.discs).addEllipse(QRectF(x - r, y - r, 2 * r, 2 * r))
            case "R", [x, y, w, h, r]:
                self.lines.addRoundedRect(QRectF(x, y, w, h), r, r)
            case _:
                raise KeyError(command)


@cache
def drawing(name: str) -> Drawing:
    """The drawing of this name; raises KeyError if there is none."""
    words = ICON_PATHS[name].split()
    drawn = Drawing()
    while words:
        command, count = words[0], _ARGUMENTS[words[0]]
        drawn.add(command, [float(word) for word in words[1 : 1 + count]])
        words = words[1 + count :]
    return drawn


def paint_icon(painter: QPainter, name: str, area: QRectF, colour: str) -> None:
    """Paint the icon into a square area."""
    drawn = drawing(name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / GRID, area.height() / GRID)
    pen = QPen(QColor(colour), _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(drawn.lines, pen)
    painter.fillPath(drawn.discs, QColor(colour))
    painter.restore()


def picture_of(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    """The icon on a clear ground, `side` pixels square on a screen of this device pixel ratio."""
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(0, 0, side, side), colour)
    painter.end()
    return picture


def icon(name: str, colour: str, disabled: str, side: int, ratio: float) -> QIcon:
    """The icon for a button, with a colour for when it is disabled."""
    made = QIcon(picture_of(name, colour, side, ratio))
    made.addPixmap(picture_of(name, disabled, side, ratio), QIcon.Mode.Disabled)
    return made
