"""The numbers under which the file keeps who acts and what kinds of changes there are."""

from typing import NamedTuple

import msgspec

from console.domain.actors import Actor
from console.storage.sqlite import Connection

MOST = 1_000

encoder = msgspec.json.Encoder()


class Known(NamedTuple):
    """Who acts, as the journal names them, with their number."""

    id: int
    name: str


class Names:
    """What one connection knows of the numbers. After a transaction that did not end well it must `forget`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._actors: dict[Actor, Known] = {}
        self._kinds: dict[str, int] = {}

    def actor(self, actor: Actor) -> Known:
        """An actor's name and number; a new one gets the next number."""
        known = self._actors.get(actor)
        if known is None:
            if len(self._actors) >= MOST:
                self._actors.clear()
            name = encoder.encode(actor).decode()
            known = self._actors[actor] = Known(self._number("actors", name), name)
        return known

    def kind(self, name: str) -> int:
        """The number of a kind of changes; a new one gets the next."""
        known = self._kinds.get(name)
        if known is None:
            known = self._kinds[name] = self._number("kinds", name)
        return known

    def forget(self) -> None:
        """Ask the file again: what was numbered last may not be in it."""
        self._actors.clear()
        self._kinds.clear()

    def _number(self, table: str, name: str) -> int:
        found = self._connection.execute(f"SELECT id FROM {table} WHERE name = ?", (name,)).fetchone()  # noqa: S608
        if found is None:
            insert = f"INSERT INTO {table} (name) VALUES (?) RETURNING id"  # noqa: S608 - a table of ours
            found = self._connection.execute(insert, (name,)).fetchone()
        return int(found[0])
