"""The show itself: new, live, ended; and its connections."""

from typing import assert_never

from console.domain.changes import (
    Change,
    ConnectionRemoved,
    ConnectionSet,
    ErrandRejected,
    ShowEnded,
    ShowOpened,
    WentLive,
)
from console.domain.commands import EndShow, GoLive, NewShow, RemoveConnection, SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.domain.decide.decision import Decision, too_long
from console.domain.decide.on_air import plan_kept
from console.domain.money import is_currency
from console.domain.naming import server_of
from console.domain.outbox import ErrandState
from console.domain.outcomes import Added, AlreadyRunning, Done, Invalid, Missing, NotRunning
from console.domain.rules import Rule
from console.domain.show import Mode, Purpose, Show

DISCONNECTED = {
    ErrandState.PENDING: "The shop was disconnected before this was sent.",
    ErrandState.SENT: "The shop was disconnected before it answered: it may have been done.",
    ErrandState.UNKNOWN: "The shop was disconnected before it was known whether it had been done.",
}

MOST_IGNORED, MOST_WORDS = 20, 300


def decide_show(show: Show, command: NewShow | GoLive | EndShow | SetConnection | RemoveConnection) -> Decision:
    """Begin, start or end the show, or set up what it is connected to."""
    match command:
        case NewShow():
            return new_show(show, command)
        case GoLive(despite=despite):
            return go_live(show, despite)
        case EndShow():
            return Decision(NotRunning()) if show.mode is Mode.OFF else Decision(Done(), (ShowEnded(),))
        case SetConnection(connection=connection):
            return set_connection(show, connection)
        case RemoveConnection(name=name):
            if not any(each.name == name for each in show.connections):
                return Decision(Missing("connection", name))
            return Decision(Done(), (ConnectionRemoved(name), *undone(show, name)))
        case _:
            assert_never(command)


def undone(show: Show, shop: str) -> list[Change]:
    """What was still to be done at a shop goes to the tray: nobody will do it, or find out whether it was done."""
    return [
        ErrandRejected(each.errand.id, DISCONNECTED[each.state], "Do it at the shop, or connect it again and retry.")
        for each in show.open_errands
        if each.errand.shop == shop
    ]


def set_connection(show: Show, connection: Connection) -> Decision:
    """Remember a connection. A name holds no slash: it stands before one in the names of orders."""
    if not connection.name.strip() or "/" in connection.name:
        return Decision(Invalid("name", Rule.CONNECTION_NAME))
    if invalid := too_long(name=(connection.name, 100), address=(connection.address, 2_000)):
        return Decision(invalid)
    if belongs_to_another(show, connection):
        return Decision(Invalid("name", Rule.SHOP_NAME, (connection.name,)))
    if connection in show.connections:
        return Decision(Done())
    gone = () if connection.kind is ConnectionKind.SHOP else undone(show, connection.name)
    return Decision(Done(), (ConnectionSet(connection), *gone))


def belongs_to_another(show: Show, connection: Connection) -> bool:
    """Whether the orders of another server are kept under a shop's name."""
    known = [each for each in (*show.connections, *show.former) if each.name == connection.name]
    return (
        connection.kind is ConnectionKind.SHOP
        and connection.name in show.linked
        and any(server_of(each.address) != server_of(connection.address) for each in known)
    )


def new_show(show: Show, command: NewShow) -> Decision:
    """Begin a show after the one before."""
    if show.mode is not Mode.OFF:
        return Decision(AlreadyRunning())
    if not command.title.strip():
        return Decision(Invalid("title", Rule.SHOW_TITLE))
    if not is_currency(command.currency):
        return Decision(Invalid("currency", Rule.CURRENCY, (command.currency[:10],)))
    if invalid := too_long(title=(command.title, 300)):
        return Decision(invalid)
    return Decision(Added(show.id + 1), (ShowOpened(show.id + 1, command.title.strip(), command.currency),))


def go_live(show: Show, despite: tuple[str, ...]) -> Decision:
    """Start the show: what that means depends on what its file is for. Nothing that is not in order forbids it."""
    if show.id == 0:
        return Decision(Missing("show", ""))
    if show.mode is not Mode.OFF:
        return Decision(AlreadyRunning())
    mode = Mode.REHEARSAL if show.purpose is Purpose.REHEARSAL else Mode.ON_AIR
    ignored = tuple(words[:MOST_WORDS] for words in despite[:MOST_IGNORED])
    return Decision(Done(), (*plan_kept(show), WentLive(mode, ignored)))
