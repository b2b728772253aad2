"""A thumbnail: a picture that was decoded elsewhere, or the initials of what it would show."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.style.grid import RADIUS
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_text import one_line


def initials(title: str) -> str:
    """The first letters of the first two words, in capitals; of a word without capitals, such as 亚麻, its first."""
    words = [word for word in one_line(title).split() if word[0].isalnum()]
    return "".join(word[0] for word in words[:2]).upper()


class Thumbnail(QWidget):
    """Shows one picture, cut to a square with rounded corners."""

    def __init__(self, look: LiveLook, side: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._side = side
        self._title = ""
        self._picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def set_value(self, title: str, picture: QImage | None = None) -> None:
        """Show this picture of what is called `title`; without one, its initials."""
        self._title = one_line(title)
        self._picture = None if picture is None or picture.isNull() else picture
        self.setAccessibleName(self._title)
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = self._look.scale.pixels(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the picture or the initials."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(outline)
        if self._picture:
            painter.drawImage(QRectF(self.rect()), self._picture, _square_of(self._picture))
        else:
            self._paint_initials(painter)

    def _paint_initials(self, painter: QPainter) -> None:
        palette = self._look.palette
        painter.fillRect(self.rect(), QColor(palette.raised))
        painter.setFont(self._look.scale.font_of(max(10, self.height() * 2 // 5), bold=True))
        painter.setPen(QColor(palette.muted))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, initials(self._title))


def _square_of(picture: QImage) -> QRectF:
    side = min(picture.width(), picture.height())
    return QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)
