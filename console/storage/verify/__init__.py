"""Whether a file is what its journal says (I6 to I9, I22), worked out by code of its own, not the writer's."""

from contextlib import closing
from pathlib import Path

from console.storage.checks import start_checks
from console.storage.recognised import readable
from console.storage.sqlite import connect_reader
from console.storage.verify.compare import differences
from console.storage.verify.replay import replay


def verify(path: Path) -> list[str]:
    """What is wrong with the file, in lines; empty if nothing is. Raises CuedeskError if it is no studio's file."""
    readable(path)
    with closing(connect_reader(path)) as connection:
        connection.execute("BEGIN")
        tables, broken = replay(connection)
        return [*start_checks(connection), *broken, *differences(connection, tables)]
