"""The bar across the top of the window."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.desk.watching import Status
from console.domain.changes import Entry, HeardLine
from console.domain.chat import ChatGap, Erasure, LineKind
from console.domain.show import BEGINNING, Mode, Show
from console.domain.status import AwakeStatus, ComputerStatus
from console.ui.act import action_of, follow
from console.ui.acts import Acts
from console.ui.bar import acts as bar_acts
from console.ui.bar.claims_button import ClaimsButton
from console.ui.bar.figures import Figures
from console.ui.bar.findings_button import FindingsButton
from console.ui.bar.fitting import fitted
from console.ui.bar.go_words import go_command, go_value
from console.ui.bar.ground import Ground
from console.ui.bar.lamp_sight import Room
from console.ui.bar.lamps import Lamps
from console.ui.bar.outbox_button import OutboxButton
from console.ui.bar.pace import Pace
from console.ui.bar.role_sign import RoleSign
from console.ui.bar.standing import standing
from console.ui.bar.stopped_sign import StoppedSign
from console.ui.bar.tally import Tally
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets import mode_badge
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.hold_button import HoldButton
from console.ui.widgets.mode_badge import ModeBadge
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.times import SECOND

HEIGHT = 56
TICK_MS = 250
IDLE_TICK_MS = 1_000
_BADGES = {
    Mode.OFF: mode_badge.Mode.OFF,
    Mode.REHEARSAL: mode_badge.Mode.REHEARSAL,
    Mode.ON_AIR: mode_badge.Mode.ON_AIR,
}
ICON_GAP = 2
_LEAST = 960


class Bar(Ground):
    """Shows the show as a whole. `now` is the desk's clock; times of day are in `zone` (None: of this computer)."""

    orders_wanted = Signal()
    findings_wanted = Signal()
    outbox_wanted = Signal()
    claims_wanted = Signal()
    keys_wanted = Signal()
    palette_wanted = Signal()
    connections_wanted = Signal()
    preflight_wanted = Signal()

    def __init__(
        self,
        acts: Acts,
        look: LiveLook,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        zone: tzinfo | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._acts = acts
        self._now = now
        self._zone = zone
        self._show = acts.bridge.show
        self._beat: int | None = None
        self._pace = Pace()
        self._tally = Tally()
        self.badge = ModeBadge(look)
        self.title = PlainLabel(face="strong")
        self.figures = Figures(look)
        self.lamps = Lamps(look, now)
        self.go = HoldButton(look, go_value(self._show))
        self.findings = FindingsButton(look)
        self.outbox = OutboxButton(look)
        self.claims = ClaimsButton(look)
        self.stopped = StoppedSign()
        self.role = RoleSign()
        self.panels = IconButton(look, "panels", self.tr("Panels and layouts"))
        self._row = QHBoxLayout(self)
        self._icons = QHBoxLayout()
        self._spare_icons: list[IconButton] = []
        self._go: Callable[[], None] = lambda: self._acts.do(go_command(self._show))
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._tick)
        self._actions = self._make_actions()
        self._build(look)
        self._connect()
        self._tally.begin(self._show)
        self.findings.set_count(len(self._show.open_findings))
        self.claims.begin(self._show.claims)
        self.stopped.stand(self._show.claims)
        self._dress()

    def _make_actions(self) -> dict[str, QAction]:
        return {
            "go": action_of(bar_acts.GO, self.go.tap, self, self),
            "orders": action_of(bar_acts.ORDERS, self.orders_wanted.emit, self, self),
            "findings": action_of(bar_acts.FINDINGS, self.findings_wanted.emit, self, self),
            "outbox": action_of(bar_acts.OUTBOX, self.outbox_wanted.emit, self, self),
            "claims": action_of(bar_acts.CLAIMS, self.claims_wanted.emit, self, self),
            "retry": action_of(bar_acts.RETRY, self.lamps.retry_all, self, self),
            "palette": action_of(bar_acts.PALETTE, self.palette_wanted.emit, self, self),
            "connections": action_of(bar_acts.CONNECTIONS, self.connections_wanted.emit, self, self),
            "preflight": action_of(bar_acts.PREFLIGHT, self.preflight_wanted.emit, self, self),
            "keys": action_of(bar_acts.KEYS, self.keys_wanted.emit, self, self),
        }

    def on_go(self, act: Callable[[], None]) -> None:
        """Do this when the large button is meant, in place of asking the desk at once."""
        self._go = act

    def _meant(self) -> None:
        self._go()

    def _build(self, look: LiveLook) -> None:
        self.setFixedHeight(look.scale.pixels(HEIGHT))
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row.setContentsMargins(BREATH, 0, STEP, 0)
        self._row.setSpacing(BREATH)
        for part in (self.badge, self.title, *self.figures.firm, *self.figures.spare):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self.lamps)
        self._row.addWidget(self.role)
        self._row.addWidget(self.stopped)
        self._row.addWidget(self.go)
        self._row.addLayout(self._icons)
        self._build_icons(look)

    def _build_icons(self, look: LiveLook) -> None:
        self._icons.setSpacing(ICON_GAP)
        self.findings.clicked.connect(self._actions["findings"].trigger)
        self._icons.addWidget(self.findings)
        self.outbox.clicked.connect(self._actions["outbox"].trigger)
        self._icons.addWidget(self.outbox)
        self.claims.clicked.connect(self._actions["claims"].trigger)
        self._icons.addWidget(self.claims)
        self._icons.addWidget(self.panels)
        icons = {
            "orders": "order",
            "preflight": "list",
            "connections": "settings",
            "palette": "search",
            "keys": "question",
        }
        for name, icon in icons.items():
            button = IconButton(look, icon, self._actions[name].text())
            follow(button, self._actions[name])
            self._icons.addWidget(button)
            self._spare_icons.append(button)

    def _connect(self) -> None:
        bridge = self._acts.bridge
        bridge.began.connect(self._begin)
        bridge.shown.connect(self._shown)
        bridge.heard.connect(self._heard)
        bridge.status.connect(self._told)
        bridge.gone.connect(self.lamps.forget)
        self.lamps.retry.connect(bridge.retry)
        self.go.meant.connect(self._meant)
        self._look.changed.connect(lambda: self.setFixedHeight(self._look.scale.pixels(HEIGHT)))

    def _begin(self, _copy: object) -> None:
        """A full copy came: all of it is counted anew, and all connections tell again how they are."""
        self.lamps.clear()
        self._tally.begin(self._acts.bridge.show)
        self.claims.begin(self._acts.bridge.show.claims)

    def _shown(self, show: Show, entries: Sequence[Entry]) -> None:
        before, self._show = self._show, show
        self._tally.go_on(show, entries)
        for gone in {each.source for each in before.connections} - {each.source for each in show.connections}:
            self.lamps.forget(gone)
        if before.findings is not show.findings:
            self.findings.set_count(len(show.open_findings))
        self.claims.go_on(show.claims, entries)
        self.stopped.stand(show.claims)
        if before.outbox is not show.outbox or before.linked is not show.linked:
            self.outbox.stand(show, self._now())
        if _dress_of(before) != _dress_of(show):
            self._dress()
        else:
            self._count()
            self._fit()

    def _dress(self) -> None:
        """Show what changes seldom, and with it all the rest."""
        show = self._show
        self.set_mode(show.mode)
        self.badge.set_value(_BADGES[show.mode])
        self.title.set_value(show.title[:400])
        self.go.set_meaning(go_value(show))
        self.go.setEnabled(show.id > 0)
        self._run()
        self._update()

    def _heard(self, events: Sequence[HeardLine | Erasure | ChatGap]) -> None:
        said = (event.line for event in events if isinstance(event, HeardLine))
        self._pace.hear(sum(line.kind is LineKind.MESSAGE and not line.backlog for line in said), self._now())
        self.lamps.hear(events)

    def _told(self, status: Status) -> None:
        if not isinstance(status, ComputerStatus | AwakeStatus):
            self.lamps.take_in(status)
            self._fit()

    def _tick(self) -> None:
        """Show the figures of now; between two seconds of the show nothing differs."""
        beat = (self._now() - (self._show.began or BEGINNING)) // SECOND
        if beat != self._beat:
            self._beat = beat
            self._update()

    def _update(self) -> None:
        now = self._now()
        self.figures.stand(standing(self._show, now, self._zone))
        self.figures.run(None if self._show.mode is Mode.OFF else self._pace.per_second(now))
        self._count()
        self.outbox.stand(self._show, now)
        self.lamps.show_now()
        self._fit()

    def _count(self) -> None:
        """Show what was sold, once there is a show that sells."""
        sells = self._show.mode is not Mode.OFF or self._show.ended is not None
        self.figures.sell(self._tally.orders if sells else None, self._tally.units if sells else None)

    def _fit(self) -> None:
        """Show as much as there is room for: the title gives way first, then the figures of sales and chat.

        Then the buttons of drawers go, which have keys as well; at the very last the end of the show.
        """
        for part in self.figures.firm:
            part.setVisible(bool(part.value.figure))
        lamps = self.lamps.width_in(Room.SHAPE)
        if self._firm_room() + lamps > self.width():
            self.figures.ends.hide()
        left = self.width() - self._firm_room() - lamps
        title = self.title.minimumSizeHint().width() + BREATH
        self.title.setVisible(left >= title)
        self._fit_icons(left - title if left >= title else left)
        needed = self._firm_room() + (title if self.title.isVisibleTo(self) else 0)
        needed += sum(self._room_of(button, ICON_GAP) for button in self._spare_icons if button.isVisibleTo(self))
        spare = [self._room_of(part) for part in self.figures.spare]
        count, room = fitted(self.width(), needed, spare, self.lamps.width_in)
        for at, part in enumerate(self.figures.spare):
            part.setVisible(at < count and bool(part.value.figure))
        self.lamps.set_room(room)

    def _firm_room(self) -> int:
        """The room of what stays, in pixels."""
        margins = self._row.contentsMargins()
        firm = [
            part
            for part in (self.badge, *self.figures.firm, self.role, self.stopped, self.go)
            if part.isVisibleTo(self)
        ]
        icons = [icon for icon in (self.findings, self.outbox, self.claims, self.panels) if icon.isVisibleTo(self)]
        shown = sum(map(self._room_of, firm)) + sum(self._room_of(icon, ICON_GAP) for icon in icons)
        return margins.left() + margins.right() + 2 * BREATH + shown

    def _fit_icons(self, left: int) -> None:
        """Show so many of the buttons of drawers as there is room for."""
        for button in self._spare_icons:
            left -= self._room_of(button, ICON_GAP)
            button.setVisible(left >= 0)

    @staticmethod
    def _room_of(part: QWidget, gap: int = BREATH) -> int:
        width = part.sizeHint().width()
        return width + gap if width else 0

    def _run(self) -> None:
        """Tick while somebody sees it, calmly while no show runs."""
        if not self.isVisible():
            self.timer.stop()
            return
        interval = IDLE_TICK_MS if self._show.mode is Mode.OFF else TICK_MS
        if not self.timer.isActive() or self.timer.interval() != interval:
            self.timer.start(interval)

    def minimumSizeHint(self) -> QSize:
        """A narrow window may squeeze the bar: it shows less."""
        return QSize(_LEAST, self._look.scale.pixels(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the time of now, and go on."""
        super().showEvent(event)
        self._run()
        self._update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop."""
        super().hideEvent(event)
        self.timer.stop()


def _dress_of(show: Show) -> tuple[object, ...]:
    """What of a show changes more than the figures of its sales."""
    return (
        show.id,
        show.mode,
        show.title,
        show.purpose,
        show.began,
        show.ended,
        show.segments,
        show.aired,
        show.skipped,
        show.next,
        show.delays,
        show.rules,
    )
