"""The console of one file: a bar, four panels, and drawers beside them."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QVBoxLayout,
    QWidget,
)

from console.domain.actors import Role
from console.domain.show import Mode, Show
from console.ui import console_acts
from console.ui.act import Act, action_of, follow
from console.ui.act_table import every_act
from console.ui.acts import Acts
from console.ui.bar.bar import Bar
from console.ui.chat.panel import ChatPanel
from console.ui.cueing import Cueing
from console.ui.drawers import Drawers
from console.ui.going_live import GoingLive
from console.ui.keymap import Keymap
from console.ui.layout.memory import Memory
from console.ui.layout.places import Places
from console.ui.layout.values import LayoutName, PanelName
from console.ui.layout.words import panel_words
from console.ui.live_preferences import LivePreferences
from console.ui.pictures.pictures import PicturePlaces, Pictures
from console.ui.queue.panel import QueuePanel
from console.ui.rundown.panel import RundownPanel
from console.ui.standings import Standings
from console.ui.stock.panel import StockPanel
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.tools import Tools

if TYPE_CHECKING:
    from console.ui.anchor.anchoring import Anchoring


LAYOUTS = {
    Role.ANCHOR: LayoutName.ANCHOR,
    Role.ASSISTANT: LayoutName.ASSISTANT,
    Role.OPERATOR: LayoutName.OPERATOR,
}


class ConsoleView(QWidget):
    """Puts the panels together. `title_changed` carries the words for the window's frame."""

    title_changed = Signal(str)

    def __init__(
        self,
        acts: Acts,
        look: LiveLook,
        now: Callable[[], datetime],
        pictures: PicturePlaces,
        keymap: Keymap | None = None,
        parent: QWidget | None = None,
        *,
        memory: Memory | None = None,
    ) -> None:
        super().__init__(parent)
        self.keymap = keymap or Keymap(every_act, LivePreferences(parent=self), self)
        self._acts = acts
        self._pictures = Pictures(pictures, acts.bridge.picture, self)
        self._seen = False
        self._now = now
        self._anchoring: Anchoring | None = None
        self.standings = Standings(acts.bridge, now, self)
        self.bar = Bar(acts, look, now)
        self.rundown = RundownPanel(acts, look, now)
        self.queue = QueuePanel(acts, look, self._pictures, now)
        self.stock = StockPanel(acts, look, self._pictures, now)
        self.chat = ChatPanel(acts, look)
        self.places = Places(
            {
                PanelName.RUNDOWN: self.rundown,
                PanelName.QUEUE: self.queue,
                PanelName.STOCK: self.stock,
                PanelName.CHAT: self.chat,
            },
            look,
            memory or Memory(),
            self._everywhere,
            acts.notice,
            self,
        )
        self.drawers = Drawers(acts, self.standings, look, self._pictures, self.places.room)
        self.places.room.set_side(self.drawers.frame)
        self._look = look
        self.selling = self.drawers.selling
        self.cueing = Cueing(acts, look, now, self)
        self._lay_out()
        self._connect()
        self.addAction(self.rundown.take)
        self._make_actions()
        self.tools = Tools(self, acts, look)
        for owner in (self, self.rundown, self.queue, self.stock, self.chat):
            self.keymap.adopt(owner)
        self.drawers.made.connect(self.keymap.adopt)
        self.rundown.made.connect(self.keymap.adopt)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the run of show the keyboard when first shown; if it is not there, what matters most."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            docked = self.places.layouts.layout.docked
            self.places.arrangement.go(PanelName.RUNDOWN if PanelName.RUNDOWN in docked else docked[0])

    @property
    def mode(self) -> Mode:
        """Whether the show runs."""
        return self._acts.bridge.show.mode

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.bar)
        self.cueing.put_into(column)
        column.addWidget(self.places.room, 1)

    def _connect(self) -> None:
        self._acts.bridge.shown.connect(self._tell_title)
        self._acts.bridge.began.connect(lambda _copy: self._pictures.ask_again())
        self.bar.orders_wanted.connect(self.drawers.open_orders)
        self.bar.findings_wanted.connect(self.drawers.open_findings)
        self.bar.outbox_wanted.connect(self.drawers.open_outbox)
        self.bar.role.clicked.connect(self.drawers.open_roles)
        self.bar.stopped.clicked.connect(self.selling.go_on)
        self.chat.claim_wanted.connect(self.drawers.claim_for)
        self.bar.claims_wanted.connect(self.drawers.open_claims)
        self.bar.connections_wanted.connect(self.drawers.open_connections)
        self.chat.connections_wanted.connect(self.drawers.open_connections)
        self.bar.preflight_wanted.connect(self.drawers.open_preflight)
        self.bar.on_go(GoingLive(self._acts, self.standings, self.drawers).meant)
        self.drawers.panel_wanted.connect(self._go_to)
        self.drawers.role_taken.connect(self._as_role)
        self.drawers.troubles.aged.connect(self.stock.tell_age)
        self.bar.keys_wanted.connect(self.open_keys)
        self.bar.palette_wanted.connect(self.open_palette)
        self.queue.add_wanted.connect(self.drawers.open_finder)
        self.rundown.import_wanted.connect(self.drawers.open_rundown_import)
        self.stock.queue_wanted.connect(lambda: self.places.arrangement.go(PanelName.QUEUE))
        follow(self.bar.panels, self.places.keys.menu)
        self.places.keys.menu_wanted.connect(lambda: self.places.pop_up(under(self.bar.panels)))
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._spare_buttons)

    def _as_role(self, role: Role) -> None:
        """Have the window be as that role needs it, and say so above all."""
        self.places.layouts.choose(LAYOUTS[role])
        self.bar.role.stand(role)

    def _go_to(self, panel: str) -> None:
        self.places.arrangement.go(PanelName.RUNDOWN if panel == "rundown" else PanelName.QUEUE)

    def _spare_buttons(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Let Space take the next segment from anywhere in the window, but press a button that has the keyboard."""
        on_button = isinstance(now, QAbstractButton)
        context = Qt.ShortcutContext.WidgetShortcut if on_button else Qt.ShortcutContext.WindowShortcut
        self.rundown.take.setShortcutContext(context)

    def _make_actions(self) -> None:
        go = self.places.arrangement.go
        done: dict[Act, Callable[[], object]] = {
            console_acts.RUNDOWN: partial(go, PanelName.RUNDOWN),
            console_acts.QUEUE: partial(go, PanelName.QUEUE),
            console_acts.STOCK: partial(go, PanelName.STOCK),
            console_acts.CHAT: partial(go, PanelName.CHAT),
            console_acts.FIND_PRODUCTS: self.drawers.open_finder,
            console_acts.IMPORT_PRODUCTS: self.drawers.open_products_import,
            console_acts.IMPORT_RUNDOWN: self.drawers.open_rundown_import,
            console_acts.EXPORT: self.drawers.open_export,
            console_acts.TROUBLES: self.drawers.open_troubles,
            console_acts.BACKUPS: self.drawers.open_backups,
            console_acts.CLAIM_RULES: self.drawers.open_claim_rules,
            console_acts.CLAIM_BY_HAND: self.drawers.open_by_hand,
            console_acts.STOP_ITEM: self.selling.turn_item,
            console_acts.STOP_ALL: self.selling.turn_all,
            console_acts.ANCHOR: self.turn_anchor,
            console_acts.ROLES: self.drawers.open_roles,
            console_acts.HANDOVER: self.drawers.open_handover,
            console_acts.RUNBOOK: self.drawers.open_runbook,
            console_acts.CUES: self.drawers.open_cues,
            console_acts.PROPOSALS: self.drawers.open_proposals,
            console_acts.NOTE_CUE: self.cueing.note,
            console_acts.CHANGE_NOTICE: self.drawers.open_notice,
            console_acts.STOCK_DESK: self.drawers.open_stock_desk,
        }
        for act, each in done.items():
            action_of(act, each, self, self)

    @property
    def anchoring(self) -> "Anchoring":
        """What works in the anchor's window; made when it is first wanted."""
        if self._anchoring is None:
            from console.ui.anchor.anchoring import Anchoring  # noqa: PLC0415 - the first paint does not wait for it

            self._anchoring = Anchoring(self._acts, self.standings, self._look, self._now, self.keymap, self)
            self.keymap.adopt(self._anchoring)
        return self._anchoring

    @property
    def prompted(self) -> tuple[str, ...]:
        """The lines in the prompter, while that is open."""
        return self._anchoring.lines if self._anchoring is not None and self._anchoring.open else ()

    def open_anchor(self) -> None:
        """Open the anchor's window."""
        self.anchoring.show()

    def turn_anchor(self) -> None:
        """Open the anchor's window, or close it."""
        self.anchoring.toggle()

    def _everywhere(self) -> list[QAction]:
        """What works in every window of the console, also in that of a panel."""
        return [*self.actions(), *self.bar.actions(), *self.window().actions()]

    def open_palette(self) -> None:
        """Find any command, item, product, segment or order."""
        self.tools.open_palette()

    def open_keys(self) -> None:
        """Show every key, by panel."""
        self.tools.open_keys()

    def _tell_title(self, show: Show, _entries: object) -> None:
        words = {
            Mode.OFF: self.tr("{0} – Cuedesk"),
            Mode.REHEARSAL: self.tr("REHEARSAL – {0} – Cuedesk"),
            Mode.ON_AIR: self.tr("ON AIR – {0} – Cuedesk"),
        }
        title = show.title or self.tr("No show")
        self.title_changed.emit(words[show.mode].format(title))
        self.places.arrangement.entitle(lambda panel: words[show.mode].format(f"{panel_words(panel)} – {title}"))

    def prepare(self) -> None:
        """Make what is not in sight yet but soon will be. Called once the window is painted."""
        self.stock.prepare()
        self.tools.prepare()

    def close_down(self) -> None:
        """End what works beside the window."""
        self.tools.close()
        if self._anchoring is not None:
            self._anchoring.end()
        self.places.close()
        self._pictures.close()


def under(widget: QWidget) -> QPoint:
    """The point of the desktop under a widget's left end."""
    return widget.mapToGlobal(widget.rect().bottomLeft())
