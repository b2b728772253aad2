"""The list of connections, the chosen one in full, and what can be done with it: test, try again, remove."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.commands import RemoveConnection
from console.ui.acts import Acts
from console.ui.connections.detail import ConnectionDetail
from console.ui.connections.model import ConnectionRow, ConnectionsModel, connection_lines
from console.ui.connections.trial import Trial
from console.ui.connections.words import left_behind
from console.ui.standings import Standings
from console.ui.style.look import LiveLook
from console.ui.widgets.hairline import hairline
from console.ui.widgets.list_model import ROW
from console.ui.widgets.two_line_list import TwoLineList

AGAIN_MS = 4_000


class ConnectionsListing(QWidget):
    """Shows how each connection stands. A removal is meant twice, and a test belongs to the chosen one."""

    def __init__(self, acts: Acts, standings: Standings, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._standings = standings
        self.model = ConnectionsModel(self.tr("not begun yet"), self)
        self.list = TwoLineList(look, self.tr("Connections"), self.model, connection_lines)
        self.detail = ConnectionDetail(look)
        self.trial = Trial(acts, standings, self)
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._removing = ""
        self._lay_out()
        self._connect()

    @property
    def current(self) -> ConnectionRow | None:
        """The chosen connection."""
        row: ConnectionRow | None = self.list.currentIndex().data(ROW)
        return row

    def follow(self) -> None:
        """Show what is set up, and how it stands now."""
        show, chosen = self._acts.bridge.show, self.current
        self.model.follow(show, self._standings)
        if self.model.rowCount() and not self.list.currentIndex().isValid():
            self.choose(chosen.connection.name if chosen else "")

    def choose(self, name: str) -> None:
        """Look at that connection; at the first, if it is not there."""
        self.list.setCurrentIndex(self.model.index(self.model.position(name) or 0))

    def test(self) -> None:
        """Try the chosen one for real; once more gives up the test."""
        if self.trial.running:
            self.trial.cancel()
        elif (row := self.current) and row.kept:
            self.trial.begin(row.connection, None)

    def retry(self) -> None:
        """Have the chosen one tried again now."""
        if row := self.current:
            self._acts.bridge.retry(row.connection.source)

    def remove(self) -> None:
        """Say what a removal leaves behind; a second time soon after, remove it."""
        row = self.current
        if row is None or not row.kept:
            return
        if self._removing == row.connection.name and self._again.isActive():
            self._stay()
            self._acts.do(RemoveConnection(row.connection.name))
            return
        self._removing = row.connection.name
        self._again.start()
        self.detail.set_leaving(left_behind(row.connection, self._acts.bridge.show))

    def _stay(self) -> None:
        self._removing = ""
        self.detail.set_leaving("")

    def _chosen(self) -> None:
        """Another connection is looked at: a test and a question of the one before are over."""
        self.trial.cancel()
        self._stay()
        self._show_detail()

    def _show_detail(self) -> None:
        if row := self.current:
            self.detail.set_value(row)

    def _connect(self) -> None:
        self.detail.test.clicked.connect(self.test)
        self.detail.retry.clicked.connect(self.retry)
        self.detail.remove.clicked.connect(self.remove)
        self.trial.told.connect(self.detail.set_found)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.model.dataChanged.connect(self._show_detail)
        self._again.timeout.connect(self._stay)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(hairline(self))
        column.addWidget(self.detail)
