"""What roles may do."""

import msgspec

from console.domain.rights import Rights
from console.storage.sqlite import Connection

encoder = msgspec.json.Encoder(order="deterministic")
RIGHTS = "INSERT INTO role_rights VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"


def write_rights(connection: Connection, rights: Rights) -> None:
    """Keep what an assistant and an anchor may do."""
    connection.execute(RIGHTS, (encoder.encode(rights).decode(),))
