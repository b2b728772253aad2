"""The list before a show goes live: everything that was looked at, the next step of each, and the way there."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands import GoLive
from console.domain.connections import ShopState, ShopStatus
from console.domain.health import Check, State
from console.domain.show import Mode, Purpose
from console.ui.act import action_of, allow, follow
from console.ui.acts import Acts
from console.ui.preflight import acts as preflight_acts
from console.ui.preflight.checks import all_checks, not_in_order
from console.ui.preflight.model import PLACES, ChecksModel, check_lines
from console.ui.standings import Standings
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.check_line import CheckLine, prose
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.hairline import hairline
from console.ui.widgets.hold_button import HoldButton, HoldValue
from console.ui.widgets.list_model import ROW
from console.ui.widgets.two_line_list import TwoLineList
from console.ui.words.times import age_text

TICK_MS = 1_000


class PreflightDrawer(DrawerPanel):
    """Shows the checks. `left` asks to close the drawer, `go_to` carries the name of what is to be put right."""

    go_to = Signal(str)

    def __init__(self, acts: Acts, standings: Standings, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("PreflightDrawer", "Before going live"), parent)
        self._acts = acts
        self._standings = standings
        self._model = ChecksModel(self)
        self.list = TwoLineList(look, self.tr("Before going live"), self._model, check_lines)
        self.detail = CheckLine(look)
        self.compared, self.there, self.compare = prose("muted"), WordButton(""), WordButton("")
        self.go = HoldButton(look, HoldValue(self.tr("Go live"), self.tr("again to go live"), Kind.PRIMARY))
        self._tick = QTimer(self, interval=TICK_MS)
        self._actions_here = [
            action_of(preflight_acts.GO_THERE, self._go_there, self, self),
            action_of(preflight_acts.COMPARE, self.compare_now, self, self),
        ]
        self._build()
        self._connect()
        self.look_again()

    def look_again(self) -> None:
        """Look at everything as it is now."""
        chosen = self._current()
        checks = all_checks(self._acts.bridge.show, self._standings)
        self._model.set_rows(checks)
        wrong = sum(each.state in {State.BAD, State.ATTENTION} for each in checks)
        self.set_caption(self.tr("{n} to look at").format(n=wrong) if wrong else self.tr("all in order"))
        if not self.list.currentIndex().isValid():
            at = (self._model.position(self._model.known_by(chosen)) if chosen else None) or 0
            self.list.setCurrentIndex(self._model.index(at))
        self._show_detail()
        self._dress(wrong)

    def compare_now(self) -> None:
        """Have each shop asked and its numbers compared with ours, now."""
        for standing in self._standings.linked:
            if isinstance(standing.status, ShopStatus):
                self._acts.bridge.retry(standing.name)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look."""
        super().showEvent(event)
        self.list.setCurrentIndex(self._model.index(0))
        self.look_again()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look at nothing that nobody sees."""
        super().hideEvent(event)
        self._tick.stop()

    def _go_there(self) -> None:
        if (check := self._current()) and leads(check):
            self.go_to.emit(check.name)

    def _go_live(self) -> None:
        """Go live, with what is ignored on record."""
        self._acts.do(GoLive(not_in_order(self._acts.bridge.show, self._standings)))
        self.left.emit()

    def _dress(self, wrong: int) -> None:
        """Say what the large button means now, and how old the comparison is."""
        show = self._acts.bridge.show
        words = self.tr("Go live anyway") if wrong else self.tr("Go live")
        self.go.set_meaning(HoldValue(words, self.tr("again to go live"), Kind.NORMAL if wrong else Kind.PRIMARY))
        self.go.setVisible(show.purpose is Purpose.LIVE and show.mode is Mode.OFF and show.id > 0)
        shops = [each.status for each in self._standings.linked if isinstance(each.status, ShopStatus)]
        allow(self._actions_here[1], when=bool(shops), why=self.tr("No shop is set up."))
        told = [each.compared for each in shops if each.compared]
        if not shops:
            self.compared.setText("")
        elif not told:
            ready = all(each.state is ShopState.READY for each in shops)
            under_way = self.tr("Its numbers are being compared with ours.")
            self.compared.setText(
                under_way if ready else self.tr("Its numbers cannot be compared: it does not answer.")
            )
        else:
            age = age_text(self._standings.now() - min(told))
            self.compared.setText(self.tr("Compared with the shop {age} ago.").format(age=age))
        self.compared.setVisible(bool(shops))

    def _show_detail(self) -> None:
        check = self._current()
        self.detail.set_value(check)
        can = check is not None and leads(check)
        allow(self._actions_here[0], when=can, why=self.tr("Choose a line that is to be put right."))

    def _current(self) -> Check | None:
        check: Check | None = self.list.currentIndex().data(ROW)
        return check

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show_detail)
        self.list.activated.connect(self._go_there)
        self.go.meant.connect(self._go_live)
        self._tick.timeout.connect(self.look_again)
        self._standings.changed.connect(self._told)
        self._acts.bridge.shown.connect(self._told)

    def _told(self) -> None:
        if self.isVisible():
            self.look_again()

    def _build(self) -> None:
        self.there.set_value(self.tr("Go there"))
        self.compare.set_value(self.tr("Compare now"))
        follow(self.there, self._actions_here[0])
        follow(self.compare, self._actions_here[1])
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(hairline(self))
        column.addLayout(self._foot())
        self.set_body(body)
        self.setFocusProxy(self.list)
        leave = IconButton(self._look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)

    def _foot(self) -> QVBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        for button in (self.there, self.compare):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        foot = QVBoxLayout()
        foot.setContentsMargins(BREATH, STEP, BREATH, STEP)
        foot.setSpacing(STEP)
        for part in (self.detail, self.compared):
            foot.addWidget(part)
        foot.addLayout(buttons)
        return foot


def leads(check: Check) -> bool:
    """Whether there is a place in the window where this is put right."""
    return check.name in PLACES and check.state is not State.OK
