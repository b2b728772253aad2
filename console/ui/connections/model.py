"""The connections as Qt sees them: what is set up, and in a rehearsal what plays its part."""

import msgspec
from PySide6.QtCore import QObject, Qt

from console.domain.connections import Connection, ConnectionKind, ShopStatus
from console.domain.health import Check, State
from console.domain.show import Show
from console.domain.standings import Standing
from console.ui.standings import Standings
from console.ui.style.palette import Palette
from console.ui.widgets.checks import mark_of
from console.ui.widgets.list_model import ROW, ListModel
from console.ui.widgets.plain_text import tooltip
from console.ui.widgets.two_lines import Index, TwoLines
from console.ui.words.standings import check_of
from console.ui.words.times import age_text


class ConnectionRow(msgspec.Struct, frozen=True):
    """One connection and how it stands; `kept` is whether it is set up in the file."""

    connection: Connection
    check: Check
    age: str = ""
    kept: bool = True


class ConnectionsModel(ListModel[ConnectionRow]):
    """Holds a row for each connection."""

    def __init__(self, waiting: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = waiting

    def known_by(self, row: ConnectionRow) -> str:
        """Its name."""
        return row.connection.name

    def said(self, row: ConnectionRow, role: int) -> str | None:
        """How it stands, its address and what to do."""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.connection.name}: {row.check.words}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{row.connection.address}\n{row.check.words}\n{row.check.next_step}".strip())
            case _:
                return None

    def follow(self, show: Show, standings: Standings) -> None:
        """Hold what is set up and how it stands now."""
        self.set_rows(self._made(show, standings))

    def _made(self, show: Show, standings: Standings) -> list[ConnectionRow]:
        if show.connections:
            kept = sorted(show.connections, key=lambda each: each.kind is ConnectionKind.CHAT)
            return [self._row(each, standings.of(each.source), standings) for each in kept]
        return [self._row(played(each), each, standings, kept=False) for each in standings.linked]

    def _row(
        self, connection: Connection, standing: Standing | None, standings: Standings, *, kept: bool = True
    ) -> ConnectionRow:
        if standing is None:
            return ConnectionRow(connection, Check("", State.UNKNOWN, self._waiting), kept=kept)
        now = standings.now()
        age = age_text(now - standing.fresh) if standing.fresh else ""
        return ConnectionRow(connection, check_of(standing, now), age, kept)


def played(standing: Standing) -> Connection:
    """What plays the part of a connection in a rehearsal."""
    kind = ConnectionKind.SHOP if isinstance(standing.status, ShopStatus) else ConnectionKind.CHAT
    return Connection(standing.name, kind, standing.name)


def connection_lines(index: Index, palette: Palette) -> TwoLines:
    """The words of one connection: its name and the age of its news, below it how it stands."""
    row: ConnectionRow = index.data(ROW)
    mark = mark_of(row.check.state, palette)
    return TwoLines(title=row.connection.name, right=row.age, below=row.check.words, mark=mark)
