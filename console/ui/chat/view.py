"""The chat viewport: paints the rows on the screen and no others, however many there are."""

from collections.abc import Callable, Iterable, Sequence
from typing import assert_never

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QWidget

from console.ui.act import action_of
from console.ui.chat.acts import COPY
from console.ui.chat.frame_timer import FrameTimer
from console.ui.chat.row import ChatRow, Note
from console.ui.chat.row_bar import RowBar
from console.ui.chat.row_layout import QUANTUM, RowLayout, RowMeasure
from console.ui.chat.row_painter import RowPainter
from console.ui.chat.screen import Copied, Repainted, Screen, Unmoved
from console.ui.chat.scrolling import Spot
from console.ui.style.look import LiveLook
from console.ui.widgets.announce import announce
from console.ui.widgets.plain_text import one_line

MOST_ROWS = 20_000
_WHEEL_ROW = 40


class ChatView(QAbstractScrollArea):
    """The newest lines of chat. Following the end it copies what is painted and paints only what is new.

    Choosing a row, or scrolling up, holds the view still; `unseen_changed` then counts the rows that came since.
    """

    spoken_role = QAccessible.Role.List
    unseen_changed = Signal(int)
    row_activated = Signal(object)
    """The id of the row; an object, since ids outgrow a C++ int."""
    chosen_changed = Signal()

    def __init__(self, look: LiveLook, parent: QWidget | None = None, *, capacity: int = MOST_ROWS) -> None:
        super().__init__(parent)
        self._look = look
        self._dressed_for = (0, 1.0)
        self._measure = RowMeasure(look, self._dressed_for[0])
        self._painter = RowPainter(self._measure, self._dressed_for[1])
        self._note: Callable[[int], Note | None] = lambda _row: None
        self._screen = Screen(capacity, self._laid)
        self._unseen = 0
        self._chosen = -1
        self._wheel = 0
        self._menu: QMenu | None = None
        self._frame = FrameTimer(self._advance, self)
        self._bar = RowBar(self.verticalScrollBar(), self._screen, self)
        self.copying = action_of(COPY, self.copy_chosen, self, self)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewport(QWidget())  # one of ours: PySide6 looks up the type of Qt's own for 15 ms, once
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Chat"))
        self._look.changed.connect(self._restyle)

    def append(self, rows: Sequence[ChatRow]) -> None:
        """Add lines at the end. They are painted with the next frame, all at once."""
        self._screen.append(rows)
        self._count_unseen()
        if self.isVisible():
            self._frame.ask()

    def erase(self, ids: Iterable[int]) -> None:
        """Grey and strike lines that a moderator took away."""
        self._repaint(self._screen.erase(ids))

    def annotate(self, note: Callable[[int], Note | None]) -> None:
        """Ask here, by a row's id, what became of what it claims."""
        self._note = note
        self._screen.restyle(self._laid)

    def renote(self) -> None:
        """Show what became of claims meanwhile; rows that say the same are left alone."""
        if self._screen.refresh(lambda laid: self._note(laid.row.id) != laid.note) and self.isVisible():
            self._refit()

    def _laid(self, row: ChatRow) -> RowLayout:
        return self._measure.layout(row, self._note(row.id))

    def _said(self, row: ChatRow) -> str:
        """A row with its note, for who cannot see it."""
        note = self._note(row.id)
        return f"{row.words}. {note.words}" if note else row.words

    def clear(self) -> None:
        """Let all lines go and follow what comes."""
        self._screen.clear()
        self.jump_to_end()

    def jump_to_end(self) -> None:
        """Follow the newest line again; no row is chosen."""
        self._choose(-1)
        self._screen.follow()
        self._arrive()

    @property
    def following(self) -> bool:
        """Whether the newest line is kept on the screen."""
        return self._screen.following

    @property
    def unseen(self) -> int:
        """How many lines came and have not been on the screen."""
        return self._unseen

    @property
    def chosen(self) -> ChatRow | None:
        """The chosen row, while it is in memory."""
        return self._screen.row(self._chosen)

    def spoken_value(self) -> str:
        """The lines on the screen, for a screen reader; the arrows choose one after the other."""
        rows = (self._screen.row(spot.number) for spot in self._screen.page)
        return "\n".join(one_line(self._said(row)) for row in rows if row)

    def copy_chosen(self) -> None:
        """Put the chosen row on the clipboard, as plain text."""
        if row := self.chosen:
            QGuiApplication.clipboard().setText(row.words)

    def _arrive(self) -> None:
        """Show at once where a person has gone."""
        self._advance()
        self._bar.show_now()

    def _advance(self) -> None:
        if self.isVisible():
            self._follow_screen()
        self._count_unseen()

    def _follow_screen(self) -> None:
        match self._screen.advance():
            case Copied(by=move):
                self.viewport().scroll(0, move, self._painted())
            case Repainted():
                self.viewport().update()
            case Unmoved():
                pass
            case other:
                assert_never(other)
        self._bar.show_soon()

    def _count_unseen(self) -> None:
        unseen = self._screen.unseen()
        if unseen != self._unseen:
            self._unseen = unseen
            self.unseen_changed.emit(unseen)

    def minimumSizeHint(self) -> QSize:
        """Room for a few words beside the badge, and three rows."""
        return QSize(self._look.scale.pixels(200), self._look.scale.pixels(84))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the event touches."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._painter.panel)
        for spot in self._screen.page:
            area = self._area(spot)
            if event.region().intersects(area) and (laid := self._screen.laid(spot.number)):
                painter.setClipRect(area & self._painted())
                self._painter.paint(painter, laid, area, chosen=spot.number == self._chosen)

    def _painted(self) -> QRect:
        """The viewport less the few pixels that would not be whole device pixels on every screen."""
        size = self.viewport().size()
        return QRect(0, 0, size.width() // QUANTUM * QUANTUM, size.height() // QUANTUM * QUANTUM)

    def _area(self, spot: Spot) -> QRect:
        return QRect(0, spot.top, self._painted().width(), spot.height)

    def _repaint(self, numbers: Iterable[int]) -> None:
        wanted = set(numbers)
        for spot in self._screen.page:
            if spot.number in wanted:
                self.viewport().update(self._area(spot))

    def _restyle(self) -> None:
        """Take on the look, the width and the device pixels of now."""
        self._dressed_for = (self._painted().width(), self.devicePixelRatioF())
        self._measure = RowMeasure(self._look, self._dressed_for[0])
        self._painter = RowPainter(self._measure, self._dressed_for[1])
        self._screen.restyle(self._laid)
        self._refit()

    def _refit(self) -> None:
        self._screen.room = self._painted().height()
        self._advance()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again for a new width; a new height keeps the layouts."""
        if event.size().width() == event.oldSize().width():
            self._refit()
        else:
            self._restyle()

    def event(self, event: QEvent) -> bool:
        """Take on another screen's device pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._restyle()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to keep the screen up to date."""
        super().showEvent(event)
        if self._dressed_for == (self._painted().width(), self.devicePixelRatioF()):
            self._refit()
        else:
            self._restyle()
        self._bar.show_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the timers; lines still enter the memory."""
        super().hideEvent(event)
        self._frame.stop()
        self._bar.stop()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        """Go where a person put the scroll bar."""
        bottom = self._bar.bottom
        if bottom is None:
            self._screen.follow()
        else:
            self._screen.put_at_foot(bottom)
        self._arrive()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by rows."""
        self._wheel += event.angleDelta().y()
        rows = int(self._wheel / _WHEEL_ROW)
        self._wheel -= rows * _WHEEL_ROW
        self._screen.scroll(-rows)
        self._arrive()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages choose rows, Home the oldest; End follows again, Return acts."""
        page = max(1, len(self._screen.page) - 1)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key == Qt.Key.Key_Home:
            self._hold(self._screen.span.first)
        elif key in {Qt.Key.Key_End, Qt.Key.Key_Escape}:
            self.jump_to_end()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen:
            self.row_activated.emit(self.chosen.id)
        else:
            super().keyPressEvent(event)

    def _step(self, rows: int) -> None:
        span = self._screen.span
        start = self._chosen if self.chosen else self._screen.lowest() + (rows < 0)
        if start + rows >= span.end:
            self.jump_to_end()
        else:
            self._hold(max(span.first, start + rows))

    def _hold(self, number: int) -> None:
        """Choose the row of this number, if it is there, and hold it on the screen."""
        if self._screen.row(number):
            self._choose(number)
            self._screen.show(number)
            self._arrive()

    def _choose(self, number: int) -> None:
        before, self._chosen = self._chosen, number
        if before == number:
            return
        self._repaint((before, number))
        row = self.chosen
        said = self._said(row) if row else ""
        self.setAccessibleDescription(one_line(said))
        announce(self, said)
        self.chosen_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        self._hold(self._number_at(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Act on the row under the pointer."""
        self.mousePressEvent(event)
        if self.chosen and event.button() == Qt.MouseButton.LeftButton:
            self.row_activated.emit(self.chosen.id)

    def _number_at(self, point: QPoint) -> int:
        return next((spot.number for spot in self._screen.page if self._area(spot).contains(point)), -1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen row."""
        if self.chosen:
            self._menu = self._menu or self._new_menu()
            self._menu.popup(event.globalPos())

    def _new_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.copying)
        return menu
