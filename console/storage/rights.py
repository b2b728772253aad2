"""What roles may do, as the file has it."""

import msgspec

from console.domain.rights import Rights
from console.storage.sqlite import Connection


def read_rights(connection: Connection) -> Rights:
    """What an assistant and an anchor may do; the rights of the beginning, if nobody has set any."""
    row = connection.execute("SELECT body FROM role_rights").fetchone()
    return msgspec.json.decode(row[0], type=Rights) if row else Rights()
