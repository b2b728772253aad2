"""The board: now, price, time, stock, next and the question, painted as large as can be."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.ui.anchor.colours import Colours, colours_of
from console.ui.anchor.faces import face, fitting
from console.ui.anchor.places import Places, places_of
from console.ui.anchor.sight import Sight, StockSign
from console.ui.anchor.wrapping import wrapped
from console.ui.style.look import LiveLook
from console.ui.widgets.shapes import Shape, paint_shape

CAP = 64.0
"""The least height of capitals of stock, price and time at 1920 × 1080, in pixels: 3 m away they are still read."""

LARGE = 96.0
CAP_SHARE = 0.5
"""What capitals are of the height of a line, at most, in the faces of systems."""

LABEL, WORDS, TITLE, SIGN = 22.0, 28.0, 36.0, 30.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_SHAPES = {
    StockSign.PLENTY: Shape.DISC,
    StockSign.LOW: Shape.HALF,
    StockSign.SOLD_OUT: Shape.STRUCK,
    StockSign.STOPPED: Shape.SQUARE,
    StockSign.UNKNOWN: Shape.DOTS,
}


class Board(QWidget):
    """Shows one sight. What has not changed is not painted again. `mirrored` as the prompter is, for glass."""

    spoken_role = QAccessible.Role.StaticText

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sight = Sight()
        self.script_only = False
        self.mirrored = False
        self.flipped = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self.update)

    @property
    def places(self) -> Places:
        """Where each thing is in the size of now."""
        return places_of(self.width(), self.height(), script_only=self.script_only)

    @property
    def sight(self) -> Sight:
        """What is shown."""
        return self._sight

    @property
    def sign(self) -> StockSign | None:
        """The state of stock that is shown."""
        return self._sight.stock.sign if self._sight.stock else None

    @property
    def colours(self) -> Colours:
        """The colours of now."""
        return colours_of(self._look.palette)

    def set_value(self, sight: Sight) -> None:
        """Show this."""
        before, self._sight = self._sight, sight
        if before == sight:
            return
        self.setAccessibleName(spoken(sight))
        for area, concerned in self._parts(before, sight):
            if concerned:
                self.update(self.seen(area).toAlignedRect())

    def _parts(self, before: Sight, now: Sight) -> Iterator[tuple[QRectF, bool]]:
        places = self.places
        yield places.time, before.time != now.time
        yield places.stock, before.stock != now.stock
        yield places.coming, (before.next, before.next_length) != (now.next, now.next_length)
        yield places.question, (before.question, before.asked_by) != (now.question, now.asked_by)
        yield places.now, _headline(before) != _headline(now)

    def set_shown(self, *, script_only: bool, mirrored: bool, flipped: bool) -> None:
        """Leave the board out but for the prompter, or not; paint it for glass, or not."""
        self.script_only, self.mirrored, self.flipped = script_only, mirrored, flipped
        self.update()

    def seen(self, area: QRectF) -> QRectF:
        """Where an area is on the glass's screen."""
        left = self.width() - area.right() if self.mirrored else area.left()
        top = self.height() - area.bottom() if self.flipped else area.top()
        return QRectF(left, top, area.width(), area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the things that the event touches."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.colours.ground))
        if self.script_only:
            return
        turn(painter, self.width(), self.height(), mirrored=self.mirrored, flipped=self.flipped)
        places = self.places
        for area, paint in (
            (places.now, self._now),
            (places.time, self._time),
            (places.stock, self._stock),
            (places.coming, self._coming),
            (places.question, self._question),
        ):
            if event.region().intersects(self.seen(area).toAlignedRect()):
                paint(painter, places)
        painter.setPen(QPen(QColor(self.colours.line), max(1.0, 2 * places.unit)))
        x = places.time.left() - 32 * places.unit
        painter.drawLine(QPointF(x, places.time.top()), QPointF(x, places.question.bottom()))
        y = places.now.bottom() + 16 * places.unit
        painter.drawLine(QPointF(places.now.left(), y), QPointF(places.now.right(), y))

    def _face(self, size: float) -> QFont:
        """A face for words, which grows with the text as far as half as large again."""
        return face(self._look.scale, size * self.places.unit * min(1.5, self._look.scale.factor))

    def figures_font(self, text: str, area: QRectF) -> QFont:
        """The face of stock, price and time: never under the least height of capitals."""
        unit = self.places.unit
        most = min(LARGE * unit * self._look.scale.factor, area.height() * CAP_SHARE)
        return fitting(self._look.scale, text, area.width(), max(most, CAP * unit), CAP * unit)

    def _write(self, painter: QPainter, area: QRectF, font: QFont, colour: str, text: str) -> None:
        """One line, elided at its end, in an area as high as the face."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(area, _LEFT, _elided(font, text, area.width()))

    def _label(self, painter: QPainter, area: QRectF, text: str, colour: str) -> float:
        """A caption on top of an area; returns where what it names begins."""
        font = self._face(LABEL)
        height = QFontMetricsF(font).height()
        self._write(painter, QRectF(area.left(), area.top(), area.width(), height), font, colour, text)
        return area.top() + height

    def _now(self, painter: QPainter, places: Places) -> None:
        sight, colours, area = self._sight, self.colours, places.now
        title = sight.product or sight.segment
        top = self._label(painter, area, sight.segment if sight.product else self.tr("NOW"), colours.muted)
        price = self.price_text
        beside = top + QFontMetricsF(self._face(TITLE)).height()
        figures = self.figures_font(price, QRectF(area.left(), beside, area.width(), area.bottom() - beside))
        foot = area.bottom() - QFontMetricsF(figures).height() if price else area.bottom()
        self._lines(painter, QRectF(area.left(), top, area.width(), foot - top), title, TITLE, 2)
        if not price:
            return
        row = QRectF(area.left(), foot, area.width(), area.bottom() - foot)
        gone = sight.stock is not None and sight.stock.sign is StockSign.SOLD_OUT
        figures.setStrikeOut(gone)
        self._write(painter, row, figures, colours.muted if gone else colours.text, price)
        self._was(painter, row.adjusted(QFontMetricsF(figures).horizontalAdvance(price) + 40 * places.unit, 0, 0, 0))

    @property
    def price_text(self) -> str:
        """The price, or where all of it does not fit, the lowest."""
        sight, area = self._sight, self.places.now
        whole = QFontMetricsF(face(self._look.scale, CAP * self.places.unit)).horizontalAdvance(sight.price)
        return sight.price if whole <= area.width() else sight.price_from

    def _was(self, painter: QPainter, area: QRectF) -> None:
        """The price before, struck, if there is room for it."""
        font = self._face(TITLE)
        font.setStrikeOut(True)
        if self._sight.was and QFontMetricsF(font).horizontalAdvance(self._sight.was) <= area.width():
            self._write(painter, area, font, self.colours.muted, self._sight.was)

    def _time(self, painter: QPainter, places: Places) -> None:
        colours, area, time = self.colours, places.time, self._sight.time
        colour = colours.out if time.over else colours.low if time.soon else colours.text
        top = self._label(painter, area, time.words, colour if time.over else colours.muted)
        below = QRectF(area.left(), top, area.width(), area.bottom() - top)
        self._write(painter, below, self.figures_font(time.figures, below), colour, time.figures)

    def _stock(self, painter: QPainter, places: Places) -> None:
        stock = self._sight.stock
        if stock is None:
            return
        colours, area, unit = self.colours, places.stock, places.unit
        colour = {
            StockSign.PLENTY: colours.good,
            StockSign.LOW: colours.low,
            StockSign.SOLD_OUT: colours.out,
            StockSign.STOPPED: colours.out,
            StockSign.UNKNOWN: colours.muted,
        }[stock.sign]
        top = self._label(painter, area, self.tr("STOCK"), colours.muted)
        font = self._face(SIGN)
        line = QFontMetricsF(font).height()
        below = QRectF(area.left(), top, area.width(), area.bottom() - top - line)
        quiet = colours.text if stock.sign is StockSign.PLENTY else colour
        self._write(painter, below, self.figures_font(stock.figures, below), quiet, stock.figures)
        side = SIGN * 1.5 * unit
        foot = QRectF(area.left(), area.bottom() - line, area.width(), line)
        paint_shape(painter, _SHAPES[stock.sign], QRectF(foot.left(), foot.center().y() - side / 2, side, side), colour)
        words = " · ".join(part for part in (stock.words, stock.age) if part)
        self._write(painter, foot.adjusted(side + 16 * unit, 0, 0, 0), font, colour, words)

    def _coming(self, painter: QPainter, places: Places) -> None:
        sight, area = self._sight, places.coming
        if sight.next:
            label = self.tr("NEXT · {0}").format(sight.next_length)
            top = self._label(painter, area, label, self.colours.muted)
            self._lines(painter, QRectF(area.left(), top, area.width(), area.bottom() - top), sight.next, WORDS, 2)

    def _question(self, painter: QPainter, places: Places) -> None:
        sight, area = self._sight, places.question
        if sight.question:
            top = self._label(painter, area, sight.asked_by, self.colours.accent)
            self._lines(painter, QRectF(area.left(), top, area.width(), area.bottom() - top), sight.question, WORDS, 4)

    def _lines(self, painter: QPainter, area: QRectF, text: str, size: float, most: int) -> None:
        """A text in as many lines as there is room for, the last one elided."""
        font = self._face(size)
        step = QFontMetricsF(font).height()
        room = max(1, min(most, int(area.height() / step)))
        for at, line in enumerate(wrapped(text, font, area.width(), room)):
            place = QRectF(area.left(), area.top() + at * step, area.width(), step)
            self._write(painter, place, font, self.colours.text, line)

    def spoken_value(self) -> str:
        """What it shows, for a screen reader."""
        return spoken(self._sight)


def turn(painter: QPainter, width: float, height: float, *, mirrored: bool, flipped: bool) -> None:
    """Paint as a glass will turn it back."""
    painter.translate(width if mirrored else 0, height if flipped else 0)
    painter.scale(-1 if mirrored else 1, -1 if flipped else 1)


def spoken(sight: Sight) -> str:
    """A sight in one sentence."""
    stock = f"{sight.stock.figures} {sight.stock.words} {sight.stock.age}".strip() if sight.stock else ""
    time = f"{sight.time.figures} {sight.time.words}".strip()
    parts = (sight.segment, sight.product, sight.price, time, stock, sight.next, sight.question)
    return ", ".join(part for part in parts if part)


def _headline(sight: Sight) -> tuple[object, ...]:
    gone = sight.stock is not None and sight.stock.sign is StockSign.SOLD_OUT
    return (sight.segment, sight.product, sight.price, sight.was, gone)


def _elided(font: QFont, text: str, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
