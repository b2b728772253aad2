"""Shops that were removed are in the file as in the show, also in a file from before they were kept."""

from contextlib import closing
from pathlib import Path

import msgspec

from console.domain.changes import ConnectionRemoved, ConnectionSet
from console.domain.commands import RemoveConnection, SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.storage.load import former
from console.storage.sqlite import connect_writer
from console.storage.studio import Studio
from console.storage.tables import FIRST
from console.storage.tables_former import FIFTH
from console.storage.tables_limits import FOURTH
from console.storage.tables_outbox import SECOND
from console.storage.tables_stages import THIRD
from console.storage.verify import verify
from tests.domain.goods import NOON
from tests.storage.keeping import evening, keep, tampering

SHOP = Connection("vendure", ConnectionKind.SHOP, "vendure+https://ann@shop.example")
MOVED = Connection("vendure", ConnectionKind.SHOP, "vendure+https://bob@shop.example")
ROOM = Connection("twitch:a", ConnectionKind.CHAT, "twitch:a")
COMMANDS = (
    *(SetConnection(SHOP), SetConnection(MOVED), SetConnection(ROOM)),
    *(RemoveConnection("twitch:a"), RemoveConnection("vendure")),
)


def a_file(path: Path) -> Path:
    evening(path)
    studio = Studio.open(path, NOON)
    keep(studio, COMMANDS, "connect")
    assert studio.load().former == (MOVED,)
    studio.close()
    return path


def test_a_removed_shop_is_kept_and_verified(tmp_path: Path) -> None:
    path = a_file(tmp_path / "show.cuedesk")
    assert verify(path) == []
    with closing(tampering(path)) as connection:
        connection.execute("UPDATE former_connections SET address = 'x'")
    assert any("former_connections, vendure: address" in fault for fault in verify(path))


def test_a_shop_that_comes_back_is_former_no_more(tmp_path: Path) -> None:
    path = a_file(tmp_path / "show.cuedesk")
    studio = Studio.open(path, NOON)
    keep(studio, (SetConnection(MOVED),), "again")
    assert (studio.load().former, studio.load().connections) == ((), (MOVED,))
    studio.close()
    assert verify(path) == []


def test_the_migration_finds_them_in_the_journal(tmp_path: Path) -> None:
    other = Connection("other", ConnectionKind.SHOP, "vendure+https://other.example")
    told = (ConnectionSet(MOVED), ConnectionRemoved(MOVED.name), ConnectionSet(other))
    with closing(connect_writer(tmp_path / "four.cuedesk")) as connection:
        for statement in (*FIRST, *SECOND, *THIRD, *FOURTH):
            connection.execute(statement)
        connection.execute("INSERT INTO incarnations VALUES (1, ?, '', 0, 3, zeroblob(32))", ("0" * 32,))
        connection.execute("INSERT INTO connections VALUES ('other', 'shop', ?, 1)", (other.address,))
        for seq, change in enumerate(told, 1):
            row = ("0" * 32, seq, type(change).__name__, msgspec.json.encode(change).decode(), bytes([seq] * 32))
            connection.execute("INSERT INTO journal VALUES (?, ?, 0, '{}', '', ?, 1, ?, zeroblob(32), ?)", row)
        for statement in FIFTH:
            connection.execute(statement)
        assert former(connection) == (MOVED,)
