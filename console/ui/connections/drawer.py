"""The drawer of connections: what is set up, how each stands, a test, and the form to add or change one."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStackedWidget, QVBoxLayout, QWidget

from console.domain.commands import RemoveConnection
from console.domain.connections import ConnectionKind
from console.domain.show import Purpose, Show
from console.ui.act import action_of, allow, hint
from console.ui.acts import Acts
from console.ui.connections import acts as connection_acts
from console.ui.connections.detail import ConnectionDetail
from console.ui.connections.form import ConnectionForm
from console.ui.connections.model import ROW, ConnectionRow, ConnectionsModel, connection_lines
from console.ui.connections.trial import Trial
from console.ui.connections.words import left_behind
from console.ui.standings import Standings
from console.ui.style.grid import HAIRLINE, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.panel import Panel
from console.ui.widgets.two_lines import TwoLinesPainter

TICK_MS = 1_000
AGAIN_MS = 4_000


class ConnectionsDrawer(Panel):
    """Shows the connections. `left` asks to close the drawer, `history_wanted` for what was wrong."""

    left = Signal()
    history_wanted = Signal()

    def __init__(self, acts: Acts, standings: Standings, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("ConnectionsDrawer", "Connections"), parent)
        self._acts = acts
        self._standings = standings
        self._model = ConnectionsModel(self.tr("not begun yet"), self)
        self.list = QListView()
        self.detail = ConnectionDetail(look)
        self.form = ConnectionForm(acts, standings, look)
        self.trial = Trial(acts, standings, self)
        self._pages = QStackedWidget()
        self._listing = QWidget()
        self._leave = IconButton(look, "cross", self.tr("Close"))
        self._empty_live: bool | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._removing = ""
        self._actions_here = self._make_actions()
        self._build(look)
        self._connect()
        self._follow()

    def actions_list(self) -> list[QAction]:
        """What can be done here by keys."""
        return [*self._actions_here.values(), *self.form.actions_list()]

    def add(self, kind: ConnectionKind) -> None:
        """Set up one more."""
        if self._acts.bridge.show.purpose is Purpose.LIVE:
            self.form.open(kind)
            self._show_page(self.form)

    def edit(self) -> None:
        """Change the chosen one."""
        if (row := self._current()) and row.kept:
            self.form.open(row.connection.kind, row.connection)
            self._show_page(self.form)

    def test(self) -> None:
        """Try the chosen one for real; once more gives up the test."""
        if self.trial.running:
            self.trial.cancel()
        elif (row := self._current()) and row.kept:
            self.trial.begin(row.connection, None)

    def retry(self) -> None:
        """Have the chosen one tried again now."""
        if row := self._current():
            self._acts.bridge.retry(row.connection.source)

    def remove(self) -> None:
        """Say what a removal leaves behind; a second time soon after, remove it."""
        row = self._current()
        if row is None or not row.kept:
            return
        if self._removing == row.connection.name and self._again.isActive():
            self._stay()
            self._acts.do(RemoveConnection(row.connection.name))
            return
        self._removing = row.connection.name
        self._again.start()
        self.detail.set_leaving(left_behind(row.connection, self._acts.bridge.show))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the ages of now, and go on."""
        super().showEvent(event)
        self._follow()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop; a test that nobody sees is given up."""
        super().hideEvent(event)
        self._tick.stop()
        self.trial.cancel()
        self.form.trial.cancel()
        self.form.secret.clear()

    def _stay(self) -> None:
        self._removing = ""
        self.detail.set_leaving("")

    def _follow(self) -> None:
        show = self._acts.bridge.show
        self._model.follow(show, self._standings)
        rows = self._model.rowCount()
        live, writing = show.purpose is Purpose.LIVE, self._pages.currentWidget() is self.form
        sheltered = self.tr("A rehearsal reaches no shop and no chat.")
        for name, action in self._actions_here.items():
            adds = name in {connection_acts.ADD_SHOP.id, connection_acts.ADD_CHAT.id}
            why = self.tr("A connection is being written: save or leave it first.") if writing else sheltered
            allow(action, when=not writing and (live or not adds), why=why)
        if not rows:
            self._say_empty(live=live)
        self.show_empty(empty=not rows and not writing)
        shown = self.list if rows else self._leave
        self.setFocusProxy(self.form if writing else shown)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))

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

    def _show_detail(self) -> None:
        if row := self._current():
            self.detail.set_value(row)

    def _chosen(self) -> None:
        """Another connection is looked at: a test and a question of the one before are over."""
        self.trial.cancel()
        self._stay()
        self._show_detail()

    def _current(self) -> ConnectionRow | None:
        row: ConnectionRow | None = self.list.currentIndex().data(ROW)
        return row

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._follow()
        page.setFocus()

    def _back(self, name: str) -> None:
        """From the form to the list, at the connection that was saved."""
        self._show_page(self._listing)
        self.list.setCurrentIndex(self._model.index(self._model.row_of(name)))
        self.list.setFocus()

    def _make_actions(self) -> dict[str, QAction]:
        done = {
            connection_acts.TEST: self.test,
            connection_acts.RETRY: self.retry,
            connection_acts.ADD_SHOP: lambda: self.add(ConnectionKind.SHOP),
            connection_acts.ADD_CHAT: lambda: self.add(ConnectionKind.CHAT),
            connection_acts.EDIT: self.edit,
            connection_acts.REMOVE: self.remove,
        }
        return {act.id: action_of(act, each, self, self) for act, each in done.items()}

    def _build(self, look: LiveLook) -> None:
        self.list.setModel(self._model)
        self.list.setMinimumHeight(look.scale.pixels(STEP * 8))
        self.list.setItemDelegate(TwoLinesPainter(look, connection_lines, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Connections"))
        hairline = QFrame()
        hairline.setFixedHeight(HAIRLINE)
        hairline.setAutoFillBackground(True)
        hairline.setBackgroundRole(self.palette().ColorRole.Mid)
        column = QVBoxLayout(self._listing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(hairline)
        column.addWidget(self.detail)
        self._pages.addWidget(self._listing)
        self._pages.addWidget(self.form)
        self.set_body(self._pages)
        self._add_buttons(look)

    def _add_buttons(self, look: LiveLook) -> None:
        for icon, act in (("shop", connection_acts.ADD_SHOP), ("chat", connection_acts.ADD_CHAT)):
            action = self._actions_here[act.id]
            button = IconButton(look, icon, hint(action))
            button.clicked.connect(action.trigger)
            self.add_action(button)
        history = IconButton(look, "clock", self.tr("What was wrong, and when"))
        history.clicked.connect(self.history_wanted)
        self.add_action(history)
        self._leave.clicked.connect(self.left)
        self.add_action(self._leave)

    def _connect(self) -> None:
        self.detail.test.clicked.connect(self.test)
        self.detail.retry.clicked.connect(self.retry)
        self.detail.edit.clicked.connect(self.edit)
        self.detail.remove.clicked.connect(self.remove)
        self.trial.told.connect(self.detail.set_found)
        self.form.left.connect(self._back)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self._model.dataChanged.connect(self._show_detail)
        self._look.changed.connect(self.list.doItemsLayout)
        self._again.timeout.connect(self._stay)
        self._tick.timeout.connect(self._follow)
        self._standings.changed.connect(self._follow)
        self._acts.bridge.shown.connect(self._shown)

    def _shown(self, show: Show) -> None:
        chosen = self._current()
        self._follow()
        if chosen and not any(each.name == chosen.connection.name for each in show.connections):
            self.list.setCurrentIndex(self._model.index(0))
            self._chosen()
