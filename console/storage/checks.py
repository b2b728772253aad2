"""What is verified at each start (I22), beside the running window."""

from collections.abc import Iterator

from console.storage.journal import NO_HASH, Signed, digest
from console.storage.sqlite import SOUND, VERSION, Connection, pragma

CHAIN = """SELECT origin, seq, at, actor, command, kind, version, body, previous, hash FROM journal
    WHERE origin = ? ORDER BY seq"""


def start_checks(connection: Connection) -> list[str]:
    """What is wrong with the file, in plain words; empty if all is well."""
    return [*database_troubles(connection), *chain_troubles(connection)]


def database_troubles(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds."""
    if VERSION < SOUND:
        yield f"SQLite {'.'.join(map(str, VERSION))} is older than 3.51.3"
    if pragma(connection, "journal_mode") != "wal":
        yield "the file is not in WAL mode"
    for (said,) in connection.execute("PRAGMA quick_check(20)"):
        if said != "ok":
            yield f"quick_check: {said}"
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(20):
        yield f"{table}, row {row}: refers to a row of {parent} that is missing"


def chain_troubles(connection: Connection) -> Iterator[str]:
    """Breaks in the journal: an altered row, a missing row, a cut tail."""
    heads = connection.execute("SELECT origin, seq, hash FROM incarnations ORDER BY number").fetchall()
    for origin, seq, hashed in heads:
        previous, at = NO_HASH, 0
        for row in connection.execute(CHAIN, (origin,)):
            trouble, at = link(row, previous, at), at + 1
            if trouble:
                yield trouble
                at = row[1]
            previous = row[9]
        if (at, previous) != (seq, hashed):
            yield f"journal of {origin[:8]}: ends at row {at}, but {seq} rows were written: its tail is missing"


def link(row: tuple[object, ...], previous: bytes, at: int) -> str:
    """What is wrong with one row of the journal, or nothing."""
    signed = Signed(*row[:8])  # type: ignore[arg-type]
    name = f"journal of {signed.origin[:8]}, row {signed.seq}"
    if signed.seq != at + 1:
        return f"{name}: row {at + 1} before it is missing"
    if row[9] != digest(previous, signed) or row[8] != previous:
        return f"{name}: it was altered ({signed.kind})"
    return ""
