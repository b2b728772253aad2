"""The prompter: a script that goes by at a person's pace. Each frame copies what is painted and paints what is new."""

from collections.abc import Callable, Iterable
from time import monotonic

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from console.ui.anchor.board import turn
from console.ui.anchor.colours import colours_of
from console.ui.anchor.lettering import Laid, Lettering
from console.ui.anchor.reel import USUAL_PACE, Reel, Spot, reel_of, words_in
from console.ui.style.look import LiveLook
from console.ui.words.script import Written

FRAME_MS = 16
LONGEST_STEP = 0.1
"""Seconds: a frame that comes later than that goes no further, so that the script never jumps."""

MARK_AT = 0.16
GUTTER = 56.0
NOTCH = 120


class Prompter(QWidget):
    """Shows one script with its reading mark.

    `moved` tells that another line is to be said, `turned` that it goes or holds. `offset` is exact; what is painted
    stands on whole pixels. `clock` counts seconds.
    """

    spoken_role = QAccessible.Role.StaticText
    moved = Signal()
    turned = Signal()

    def __init__(
        self, look: LiveLook, parent: QWidget | None = None, *, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self._script: tuple[Written, ...] = ()
        self._laid: list[Laid] = []
        self._lettering: Lettering | None = None
        self.reel = Reel()
        self.offset = 0.0
        self.pace = USUAL_PACE
        self._unit = 1.0
        self._painted = 0
        self._told = -1
        self._at = 0.0
        self.mirrored = False
        self.flipped = False
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.advance)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Prompter"))
        look.changed.connect(self.restyle)

    @property
    def running(self) -> bool:
        """Whether it goes by."""
        return self._timer.isActive()

    @property
    def line(self) -> int:
        """The line at the reading mark."""
        return self.reel.line_at(self.offset)

    @property
    def script(self) -> tuple[Written, ...]:
        """The lines that are shown."""
        return self._script

    @property
    def spot(self) -> Spot:
        """Where it stands, whatever the size of the text."""
        return self.reel.spot(self.offset)

    @property
    def seconds_left(self) -> float:
        """How long it goes until its end, at the pace of now."""
        return self.reel.seconds(self.offset, self.pace)

    def set_script(self, script: tuple[Written, ...]) -> None:
        """Show these lines, where it stands now: lines that grew or shrank above the mark move nothing."""
        if script != self._script:
            self._script = script
            self._lay_out()

    def set_unit(self, unit: float) -> None:
        """Write for a window of which a pixel of 1920 × 1080 is so much."""
        if unit != self._unit:
            self._unit = unit
            self.restyle()

    def set_glass(self, *, mirrored: bool, flipped: bool) -> None:
        """Paint for a glass that turns left and right, or top and bottom."""
        self.mirrored, self.flipped = mirrored, flipped
        self.update()

    def restyle(self) -> None:
        """Lay everything out anew, in the look and the width of now."""
        self._lettering = None
        self._lay_out()

    def _lay_out(self) -> None:
        spot = self.spot
        if self._lettering is None:
            width = self.width() - GUTTER * self._unit
            self._lettering = Lettering(self._look.scale, colours_of(self._look.palette), width, self._unit)
        self._laid = self._lettering.lines(self._script)
        said = sum(words_in(each.text) for each in self._script if not each.why and not each.marker)
        self.reel = reel_of(tuple(each.height for each in self._laid), said)
        self.go_to(spot)
        self.update()

    def run(self) -> None:
        """Go on, or hold."""
        if self.running:
            self.hold()
        elif self.reel.words and self.offset < self.reel.length:
            self._at = self._clock()
            self._timer.start()
            self.turned.emit()

    def hold(self) -> None:
        """Stand still."""
        if self.running:
            self._timer.stop()
            self.turned.emit()
            self.moved.emit()

    def advance(self) -> None:
        """Go as far as the time since the last frame takes."""
        now = self._clock()
        step = min(LONGEST_STEP, max(0.0, now - self._at))
        self._at = now
        self._move(self.reel.kept(self.offset + self.reel.speed(self.pace) * step))
        if self.offset >= self.reel.length:
            self.hold()

    def go_to(self, spot: Spot) -> None:
        """Stand at a place."""
        self._move(self.reel.offset(spot))

    def go_by(self, lines: int) -> None:
        """Stand so many lines further down, or up; halfway through a line, up is its beginning."""
        spot = self.spot
        line = spot.line + lines + (1 if lines < 0 and spot.share > 0 else 0)
        self.go_to(Spot(max(0, line)))

    def go_to_marker(self, by: int) -> None:
        """Stand at the next marker, or the one before."""
        markers = [at for at, each in enumerate(self._script) if each.marker]
        after = [at for at in markers if at > self.line]
        before = [at for at in markers if self.reel.top(at) < self.offset - 1]
        if found := (after[:1] if by > 0 else before[-1:]):
            self.go_to(Spot(found[0]))

    def _move(self, offset: float) -> None:
        self.offset = offset
        before, self._painted = self._painted, round(offset)
        if before != self._painted:
            self._show(before - self._painted)
        if self.line != self._told:
            self._repaint(range(min(self._told, self.line), max(self._told, self.line) + 1))
            self._told = self.line
            self.moved.emit()

    def _show(self, by: int) -> None:
        """Copy what is painted `by` pixels further down, where pixels are whole; paint all of it where not."""
        whole = self.devicePixelRatioF() == int(self.devicePixelRatioF())
        if whole and abs(by) < self.height() and self.isVisible():
            self.scroll(0, -by if self.flipped else by, self._column)
        else:
            self.update()

    @property
    def _column(self) -> QRect:
        """The part that moves, as it is on the screen."""
        gutter = round(GUTTER * self._unit)
        return QRect(0 if self.mirrored else gutter, 0, max(0, self.width() - gutter), self.height())

    @property
    def _mark(self) -> int:
        """How far from the top the reading mark is."""
        return round(self.height() * MARK_AT)

    def _repaint(self, lines: Iterable[int]) -> None:
        for line in lines:
            if 0 <= line < len(self._laid):
                self.update(self._seen(self._area(line)))

    def _area(self, line: int) -> QRect:
        top = self._mark - self._painted + round(self.reel.top(line))
        return QRect(0, top, self.width(), round(self._laid[line].height))

    def _seen(self, area: QRect) -> QRect:
        """Where an area is on the screen."""
        left = self.width() - area.right() - 1 if self.mirrored else area.left()
        top = self.height() - area.bottom() - 1 if self.flipped else area.top()
        return QRect(left, top, area.width(), area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that the event touches, and the mark."""
        painter = QPainter(self)
        colours = colours_of(self._look.palette)
        painter.fillRect(event.rect(), QColor(colours.ground))
        turn(painter, self.width(), self.height(), mirrored=self.mirrored, flipped=self.flipped)
        gutter = round(GUTTER * self._unit)
        if self._laid and not self._column.contains(event.rect()):
            self._paint_mark(painter, gutter, colours.accent)
        if self._lettering is None:
            return
        exposed = self._seen(event.rect())
        first = self.reel.line_at(exposed.top() - self._mark + self._painted)
        for line in range(first, len(self._laid)):
            area = self._area(line)
            if area.top() > exposed.bottom():
                break
            self._lettering.paint(painter, self._laid[line], QPointF(gutter, area.top()), said=line < self._told)

    def _paint_mark(self, painter: QPainter, gutter: float, colour: str) -> None:
        """Point at the line to be said."""
        step = self._lettering.step if self._lettering else 0
        middle = self._mark + step / 2
        side = gutter * 0.45
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        corners = ((0.0, middle - side * 0.6), (side, middle), (0.0, middle + side * 0.6))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the width of now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.restyle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move by hand, running or not."""
        step = self._lettering.step if self._lettering else 0
        self._move(self.reel.kept(self.offset - event.angleDelta().y() / NOTCH * step))
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still: nobody reads."""
        super().hideEvent(event)
        self.hold()

    def spoken_value(self) -> str:
        """The line to say."""
        return self._script[self.line].text if self._script else ""
