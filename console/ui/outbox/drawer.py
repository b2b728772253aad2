"""The drawer of the outbox: what needs a person first, then what is on its way to the shop, with its age."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.commands import LeaveErrand, PutAside, ResumeSending, RetryErrand
from console.domain.outbox import ErrandState
from console.domain.show import Show
from console.ui.act import action_of
from console.ui.acts import Acts
from console.ui.outbox import acts as outbox_acts
from console.ui.outbox.detail import OutboxDetail
from console.ui.outbox.held_strip import HeldStrip
from console.ui.outbox.model import OutboxModel, OutboxRow
from console.ui.outbox.words import mark_of, state_word, title_of
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.hairline import hairline
from console.ui.widgets.list_model import ROW
from console.ui.widgets.two_line_list import TwoLineList
from console.ui.widgets.two_lines import Index, TwoLines
from console.ui.words.times import age_text

PAUSE_MS = 400
TICK_MS = 1_000


class OutboxDrawer(DrawerPanel):
    """Shows the outbox. `left` asks to close the drawer, `differences_wanted` for the findings."""

    differences_wanted = Signal()

    def __init__(self, acts: Acts, look: LiveLook, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("OutboxDrawer", "To the shop"), parent)
        self._acts = acts
        self._now = now
        self._pressed = QElapsedTimer()
        self._model = OutboxModel(self)
        self.held = HeldStrip(look)
        self.list = TwoLineList(look, self.tr("To the shop"), self._model, self._lines)
        self.detail = OutboxDetail()
        self.timer = QTimer(self, interval=TICK_MS)
        action_of(outbox_acts.AGAIN, self._try_again, self, self)
        action_of(outbox_acts.LEAVE, self._leave_it, self, self)
        action_of(outbox_acts.ASIDE, self._put_aside, self, self)
        action_of(outbox_acts.NOW, self._ask_now, self, self)
        self._leave = IconButton(look, "cross", self.tr("Close"))
        self._build()
        self._connect()
        self._shown(acts.bridge.show)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the ages run."""
        super().showEvent(event)
        self.timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop."""
        super().hideEvent(event)
        self.timer.stop()

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.held)
        column.addWidget(self.list, 1)
        column.addWidget(hairline(self))
        column.addWidget(self.detail)
        self.set_body(body)

    def _connect(self) -> None:
        words = self.tr("Nothing is on its way. What you change in stock, price or orders goes to the shop from here.")
        empty = EmptyState(words, self.tr("Close"))
        empty.acted.connect(self.left)
        self.set_empty(empty)
        self._leave.clicked.connect(self.left)
        self.add_action(self._leave)
        self.held.differences_wanted.connect(self.differences_wanted)
        self.held.resumed.connect(lambda: self._acts.do(ResumeSending()))
        self.detail.again.clicked.connect(self._try_again)
        self.detail.leave.clicked.connect(self._leave_it)
        self.detail.aside.clicked.connect(self._put_aside)
        self.detail.now.clicked.connect(self._ask_now)
        self.list.selectionModel().currentChanged.connect(self._show_detail)
        self._model.dataChanged.connect(self._show_detail)
        self.timer.timeout.connect(self._tick)
        self._acts.bridge.shown.connect(self._shown)

    def _lines(self, index: Index, palette: Palette) -> TwoLines:
        row: OutboxRow = index.data(ROW)
        state = row.outgoing.state
        age = age_text(self._now() - row.outgoing.queued_at)
        return TwoLines(title_of(row.outgoing.errand), age, row.about, state_word(state), mark_of(state, palette))

    def _shown(self, show: Show) -> None:
        self._model.follow(show)
        rows = self._model.rowCount()
        self.held.setVisible(show.held)
        self.show_empty(empty=not rows and not show.held)
        self.detail.setVisible(rows > 0)
        self.setFocusProxy(self.list if rows else self.held.look_at if show.held else self._leave)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))
        self._tell_age()

    def _tell_age(self) -> None:
        """Tell how many are still to be done, and since when the oldest is."""
        oldest = self._model.oldest()
        waiting = len(self._acts.bridge.show.open_errands)
        words = self.tr("{0}, the oldest for {1}")
        self.set_caption(
            words.format(self.locale().toString(waiting), age_text(self._now() - oldest)) if oldest else ""
        )

    def _tick(self) -> None:
        self._tell_age()
        self.list.viewport().update()

    def _show_detail(self) -> None:
        if row := self._current():
            self.detail.set_value(row)

    def _current(self) -> OutboxRow | None:
        row: OutboxRow | None = self.list.currentIndex().data(ROW)
        return row

    def _pressed_on(self, *states: ErrandState) -> OutboxRow | None:
        """The current errand, if it stands so; a second press within 400 ms would hit the next one."""
        row = self._current()
        if row is None or row.outgoing.state not in states:
            return None
        if self._pressed.isValid() and self._pressed.elapsed() < PAUSE_MS:
            return None
        self._pressed.start()
        return row

    def _try_again(self) -> None:
        if row := self._pressed_on(ErrandState.REJECTED):
            self._acts.do(RetryErrand(row.outgoing.errand.id))

    def _leave_it(self) -> None:
        if row := self._pressed_on(ErrandState.REJECTED, ErrandState.PENDING):
            self._acts.do(LeaveErrand(row.outgoing.errand.id))

    def _put_aside(self) -> None:
        if row := self._pressed_on(ErrandState.PENDING, ErrandState.UNKNOWN):
            self._acts.do(PutAside(row.outgoing.errand.id))

    def _ask_now(self) -> None:
        for shop in {each.errand.shop for each in self._acts.bridge.show.open_errands}:
            self._acts.bridge.retry(shop)
