"""What is verified at each start (I22), beside the running window."""

from collections.abc import Iterator

from console.storage.journal import NO_HASH, Kept, digest, origins
from console.storage.sqlite import SOUND, VERSION, Connection, pragma


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
    for head, rows in origins(connection):
        previous, at = NO_HASH, 0
        for kept in rows:
            if trouble := link(kept, previous, at):
                yield trouble
            previous, at = kept.hash, kept.signed.seq
        if (at, previous) != (head.seq, head.hash):
            told = f"ends at row {at}, but {head.seq} rows were written: its tail is missing"
            yield f"journal of {head.origin[:8]}: {told}"


def link(kept: Kept, previous: bytes, at: int) -> str:
    """What is wrong with one row of the journal, or nothing."""
    signed = kept.signed
    name = f"journal of {signed.origin[:8]}, row {signed.seq}"
    if signed.seq != at + 1:
        return f"{name}: row {at + 1} before it is missing"
    return f"{name}: it was altered ({signed.kind})" if kept.hash != digest(previous, signed) else ""
