"""A thumbnail: a picture that was decoded elsewhere, or the initials of what it would show."""

from enum import Enum, auto
from typing import NamedTuple, Protocol

from PySide6.QtCore import QRectF, QSize, Qt, SignalInstance
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.style.grid import RADIUS
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_text import one_line, tooltip
from console.ui.widgets.shapes import Shape, paint_shape

_MARKED_FROM = 24  # pixels: in less room a mark would hide the letters


class PictureState(Enum):
    """How a picture stands."""

    NONE = auto()
    LATE = auto()
    BROKEN = auto()
    THERE = auto()


class PictureSight(NamedTuple):
    """A picture as it can be shown now; the words say why there is none."""

    image: QImage | None = None
    state: PictureState = PictureState.NONE
    words: str = ""


class PictureSource(Protocol):
    """Where pictures of products come from; `came` tells which one has, or will not."""

    @property
    def came(self) -> SignalInstance:
        """Carries the name under which the picture was asked for."""

    def of(self, picture: str) -> PictureSight:
        """The picture as it stands."""


NO_PICTURE = PictureSight()
_MARKS = {PictureState.LATE: Shape.DOTS, PictureState.BROKEN: Shape.STRUCK}


def initials(title: str) -> str:
    """The first letters of the first two words, in capitals; of a word without capitals, such as 亚麻, its first."""
    firsts = [next(filter(str.isalnum, word), "") for word in one_line(title).split()]
    return "".join([first for first in firsts if first][:2]).upper()


class Thumbnail(QWidget):
    """Shows one picture, cut to a square with rounded corners."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, look: LiveLook, side: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._side = side
        self._title = ""
        self._sight = NO_PICTURE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def set_side(self, side: int) -> None:
        """Be a square of this side, in pixels at a factor of 1."""
        if side != self._side:
            self._side = side
            self._restyle()

    def set_value(self, title: str, sight: PictureSight = NO_PICTURE) -> None:
        """Show this picture of what is called `title`; without one, its initials and how the picture stands."""
        self._title = one_line(title)
        self._sight = sight
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(sight.words)
        self.setToolTip(tooltip(sight.words))
        self.update()

    def spoken_value(self) -> str:
        """What it shows, for a screen reader."""
        return self._title

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = self._look.scale.pixels(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the picture or the initials."""
        paint_thumbnail(QPainter(self), QRectF(self.rect()), self._title, self._sight, self._look)


def paint_thumbnail(painter: QPainter, area: QRectF, title: str, sight: PictureSight, look: LiveLook) -> None:
    """Paint a picture cut to a square with rounded corners, or the initials with a mark for how the picture stands."""
    outline = QPainterPath()
    outline.addRoundedRect(area, RADIUS, RADIUS)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(outline)
    if sight.image is not None:
        painter.drawImage(area, sight.image, _square_of(sight.image))
    else:
        _paint_placeholder(painter, area, title, sight.state, look)
    painter.restore()


def _paint_placeholder(painter: QPainter, area: QRectF, title: str, state: PictureState, look: LiveLook) -> None:
    """Paint the initials; below them a shape says that the picture is on its way or cannot be had."""
    painter.fillRect(area, QColor(look.palette.raised))
    marked = state in _MARKS and area.height() >= _MARKED_FROM
    side = max(8.0, area.height() / 5) if marked else 0.0
    if marked:
        mark = QRectF(area.center().x() - side / 2, area.bottom() - side - 3, side, side)
        paint_shape(painter, _MARKS[state], mark, look.palette.muted)
    painter.setFont(look.scale.font_of(max(10, int(area.height() - side) * 2 // 5), bold=True))
    painter.setPen(QColor(look.palette.muted))
    letters = area.adjusted(0, 0, 0, -side)
    painter.drawText(letters, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, initials(title))


def _square_of(picture: QImage) -> QRectF:
    side = min(picture.width(), picture.height())
    return QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)
