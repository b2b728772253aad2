"""The small marks before a row, as pictures that are drawn once: the source's badge, the speaker's role."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from console.ui.style.palette import Palette, tint
from console.ui.style.type_scale import TypeScale

_MOST_BADGES = 64


class Marks:
    """Pictures of one size and look, for one device pixel ratio."""

    def __init__(self, palette: Palette, scale: TypeScale, side: int, ratio: float) -> None:
        self._palette = palette
        self._scale = scale
        self._side = side
        self._ratio = ratio
        self._badges: dict[tuple[str, int], QPixmap] = {}
        self._roles: dict[str, QPixmap] = {}

    def badge(self, letters: str, colour: int) -> QPixmap:
        """The badge of a source: its letters on a quiet chip of its hue."""
        key = (letters[:2], colour)
        if key not in self._badges:
            if len(self._badges) >= _MOST_BADGES:
                self._badges.clear()
            self._badges[key] = self._chip(*key)
        return self._badges[key]

    def role(self, role: str) -> QPixmap:
        """The mark of a role: host is a filled square, mod a shield, sub a ring, each with its letter."""
        if role not in self._roles:
            self._roles[role] = self._role(role)
        return self._roles[role]

    def _chip(self, letters: str, colour: int) -> QPixmap:
        hue = self._palette.source(colour)
        picture, painter = self._begin()
        painter.setBrush(QColor(tint(hue, self._palette.panel)))
        painter.drawRoundedRect(self._square(0), 4, 4)
        self._letter(painter, letters, hue)
        painter.end()
        return picture

    def _role(self, role: str) -> QPixmap:
        picture, painter = self._begin()
        match role:
            case "host":
                painter.setBrush(QColor(self._palette.accent))
                painter.drawRoundedRect(self._square(1), 3, 3)
                self._letter(painter, "H", self._palette.ground)
            case "mod":
                self._outline(painter, self._palette.good)
                painter.drawPolygon(self._shield())
                self._letter(painter, "M", self._palette.good, lift=1.0)
            case _:
                self._outline(painter, self._palette.muted)
                painter.drawEllipse(self._square(1))
                self._letter(painter, role[:1].upper(), self._palette.muted)
        painter.end()
        return picture

    def _begin(self) -> tuple[QPixmap, QPainter]:
        pixels = round(self._side * self._ratio)
        picture = QPixmap(pixels, pixels)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        return picture, painter

    def _outline(self, painter: QPainter, colour: str) -> None:
        painter.setPen(QPen(QColor(colour), 1.25))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _square(self, inset: float) -> QRectF:
        return QRectF(0, 0, self._side, self._side).adjusted(inset, inset, -inset, -inset)

    def _shield(self) -> QPolygonF:
        side = self._side
        ends = ((0.08, 0.08), (0.92, 0.08), (0.92, 0.62), (0.5, 0.96), (0.08, 0.62))
        return QPolygonF([QPointF(x * side, y * side) for x, y in ends])

    def _letter(self, painter: QPainter, letters: str, colour: str, lift: float = 0.0) -> None:
        share = 0.68 if letters == letters[:1] and not lift else 0.55
        painter.setFont(self._scale.font_of(round(self._side * share), bold=True))
        painter.setPen(QColor(colour))
        painter.drawText(self._square(0).translated(0, -lift), Qt.AlignmentFlag.AlignCenter, letters)
