"""The drawer of connections: what is set up, how each stands, and the form to add or change one."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.domain.connections import ConnectionKind
from console.domain.show import Purpose
from console.ui.act import action_of, allow, hint
from console.ui.acts import Acts
from console.ui.connections import acts as connection_acts
from console.ui.connections.form import ConnectionForm
from console.ui.connections.listing import ConnectionsListing
from console.ui.standings import Standings
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.empty_state import EmptyState

TICK_MS = 1_000


class ConnectionsDrawer(DrawerPanel):
    """Shows the connections. `left` asks to close the drawer, `history_wanted` for what was wrong."""

    history_wanted = Signal()

    def __init__(self, acts: Acts, standings: Standings, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("ConnectionsDrawer", "Connections"), parent)
        self._acts = acts
        self._standings = standings
        self.listing = ConnectionsListing(acts, standings, look)
        self.form = ConnectionForm(acts, standings, look)
        self._pages = QStackedWidget()
        self._leave = IconButton(look, "cross", self.tr("Close"))
        self._empty_live: bool | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._actions_here = self._make_actions()
        self._build(look)
        self._connect()
        self.follow()

    def add(self, kind: ConnectionKind) -> None:
        """Set up one more."""
        if self._acts.bridge.show.purpose is Purpose.LIVE:
            self.form.open(kind)
            self._show_page(self.form)

    def edit(self) -> None:
        """Change the chosen one."""
        if (row := self.listing.current) and row.kept:
            self.form.open(row.connection.kind, row.connection)
            self._show_page(self.form)

    def follow(self) -> None:
        """Show everything as it is now."""
        self.listing.follow()
        rows = self.listing.model.rowCount()
        live, writing = self._acts.bridge.show.purpose is Purpose.LIVE, self._pages.currentWidget() is self.form
        sheltered = self.tr("A rehearsal reaches no shop and no chat.")
        for name, action in self._actions_here.items():
            adds = name in {connection_acts.ADD_SHOP.id, connection_acts.ADD_CHAT.id}
            why = self.tr("A connection is being written: save or leave it first.") if writing else sheltered
            allow(action, when=not writing and (live or not adds), why=why)
        if not rows:
            self._say_empty(live=live)
        self.show_empty(empty=not rows and not writing)
        shown = self.listing.list if rows else self._leave
        self.setFocusProxy(self.form if writing else shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the ages of now, and go on."""
        super().showEvent(event)
        self.follow()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop; a test that nobody sees is given up, a secret that nobody sees forgotten."""
        super().hideEvent(event)
        self._tick.stop()
        self.listing.trial.cancel()
        self.form.forget()

    def _say_empty(self, *, live: bool) -> None:
        if live == self._empty_live:
            return
        self._empty_live = live
        if live:
            sentence = self.tr("Connect the shop whose orders count here, and the chats that its viewers write in.")
            empty = EmptyState(sentence, self.tr("Add a shop"))
            empty.acted.connect(lambda: self.add(ConnectionKind.SHOP))
        else:
            sentence = self.tr("A rehearsal reaches no shop and no chat. Set them up in the file of a live show.")
            empty = EmptyState(sentence, self.tr("Close"))
            empty.acted.connect(self.left)
        self.set_empty(empty)

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.follow()
        page.setFocus()

    def _back(self, name: str) -> None:
        """From the form to the list, at the connection that was saved."""
        self._show_page(self.listing)
        if name:
            self.listing.choose(name)
        self.setFocus()

    def _make_actions(self) -> dict[str, QAction]:
        done = {
            connection_acts.TEST: self.listing.test,
            connection_acts.RETRY: self.listing.retry,
            connection_acts.ADD_SHOP: lambda: self.add(ConnectionKind.SHOP),
            connection_acts.ADD_CHAT: lambda: self.add(ConnectionKind.CHAT),
            connection_acts.EDIT: self.edit,
            connection_acts.REMOVE: self.listing.remove,
        }
        return {act.id: action_of(act, each, self, self) for act, each in done.items()}

    def _build(self, look: LiveLook) -> None:
        self._pages.addWidget(self.listing)
        self._pages.addWidget(self.form)
        self.set_body(self._pages)
        for icon, act in (("shop", connection_acts.ADD_SHOP), ("chat", connection_acts.ADD_CHAT)):
            action = self._actions_here[act.id]
            button = IconButton(look, icon, hint(action))
            button.clicked.connect(action.trigger)
            self.add_action(button)
        history = IconButton(look, "clock", self.tr("What was wrong, and when"))
        history.clicked.connect(self.history_wanted)
        self.add_action(history)
        self.add_action(self._leave)

    def _connect(self) -> None:
        self._leave.clicked.connect(self.left)
        self.listing.detail.edit.clicked.connect(self.edit)
        self.form.left.connect(self._back)
        self._tick.timeout.connect(self.follow)
        self._standings.changed.connect(self.follow)
        self._acts.bridge.shown.connect(self.follow)
