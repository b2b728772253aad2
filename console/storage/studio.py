"""A studio's file, opened by its one writer. Everything here runs on the writer's thread."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import NamedTuple, Self, TypeVar

import msgspec

from console.domain.changes import BuyersNamed, CatalogueStored, ChatHeard, Entry, ErrandSent, Recalled, ShowOpened
from console.domain.needs import Needs
from console.domain.outcomes import Outcome
from console.domain.show import Facts, Purpose, Show
from console.errors import CuedeskError
from console.settings import marks_folder
from console.storage.facts import facts
from console.storage.files import prepare
from console.storage.identity import head, settle
from console.storage.ids import kept_command, told_command
from console.storage.journal import Head, append, keep_head
from console.storage.load import load
from console.storage.lock import StudioLock
from console.storage.marks import Marks
from console.storage.names import Names
from console.storage.packing import packed, unpacked
from console.storage.rows import write
from console.storage.rows.catalogue import store_products
from console.storage.rows.chat import write_chat
from console.storage.rows.gathered import Gathered
from console.storage.rows.place import Place
from console.storage.sqlite import Connection, DatabaseError, connect_writer
from console.storage.times import to_us

COMMAND = "INSERT INTO commands (id, outcome) VALUES (?, ?) ON CONFLICT (id) DO NOTHING"
COMMANDS = "SELECT id, outcome FROM commands WHERE id = ?"
BUYER = (
    "INSERT INTO buyers VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE name <> excluded.name"
)

MARK_EVERY = 5.0  # seconds

T = TypeVar("T")

outcome_encoder = msgspec.json.Encoder()
outcome_decoder = msgspec.json.Decoder(Outcome)


class Saving(NamedTuple):
    """One decided command, to be saved with others. An empty `command` is not kept for a second asking."""

    command: str
    outcome: Outcome
    entries: tuple[Entry, ...]


class Repeated(Exception):
    """Some command of a batch was saved before; nothing of this batch is in the file."""


class Studio:
    """The writer's hold on the file: its lock and its one writing connection."""

    def __init__(self, path: Path, lock: StudioLock, connection: Connection, now: datetime, marks: Marks) -> None:
        self.path = path
        self._lock = lock
        self._connection = connection
        self._marks = marks
        with Transaction(connection):
            self.was_clean = settle(connection, path, now, marks)
        self._purpose = purpose(connection)
        self._names = Names(connection)
        self._head = head(connection)
        self._show = current_show(connection)
        self._mark()

    @classmethod
    def open(cls, path: Path, now: datetime, create: Purpose | None = None) -> Self:
        """Open the file, or make it if it is missing and `create` says what for. Raises CuedeskError."""
        lock = StudioLock(path) if path.parent.is_dir() else missing_folder(path)
        connection = None
        try:
            prepare(path, now, create)
            connection = connect_writer(path)
            return cls(path, lock, connection, now, Marks(marks_folder()))
        except BaseException as error:
            if connection is not None:
                connection.close()
            lock.release()
            if isinstance(error, DatabaseError):
                raise unusable(path, error) from error
            raise

    def reopen(self, now: datetime) -> None:
        """Close and open the connection again, after a save of unknown end."""
        self._connection.close()
        self._connection = connect_writer(self.path)
        with Transaction(self._connection):
            settle(self._connection, self.path, now, self._marks)
        self._names = Names(self._connection)
        self._head = head(self._connection)
        self._show = current_show(self._connection)
        self._mark()

    def load(self) -> Show:
        """The current show."""
        return load(self._connection)

    def facts(self, needs: Needs) -> Facts:
        """What the file knows of these things."""
        return facts(self._connection, needs)

    def outcomes(self, commands: Iterable[str]) -> dict[str, Outcome]:
        """The outcomes of those commands that are in the file."""
        found = [self._connection.execute(COMMANDS, (kept_command(each),)).fetchone() for each in commands]
        return {told_command(row[0]): outcome_decoder.decode(unpacked(row[1])) for row in found if row}

    def save(self, batch: Sequence[Saving]) -> list[Entry]:
        """Save decided commands in one transaction, on the disk before this returns. Returns their entries as saved.

        Chat lines that the file had already are left out of what is returned. Raises Repeated if a command is in the
        file; any other exception leaves it unknown whether the batch is.
        """
        try:
            saved, self._head, self._show = self._save(batch)
        except BaseException:
            self._names.forget()
            raise
        if monotonic() - self._marked_at > MARK_EVERY or any(isinstance(each.change, ErrandSent) for each in saved):
            self._mark()
        return saved

    def _save(self, batch: Sequence[Saving]) -> tuple[list[Entry], Head, int]:
        """The transaction of `save`. Returns also where the journal ends then, and the current show."""
        with Transaction(self._connection):
            if not self._are_new(batch):
                raise Repeated
            gathered, ended, show = Gathered(self._connection), self._head, self._show
            saved: list[Entry] = []
            for entry in (entry for saving in batch for entry in saving.entries):
                ended, show, kept = self._write(gathered, ended, show, entry)
                saved.append(kept)
            gathered.flush()
            if ended != self._head:
                keep_head(self._connection, ended)
        return saved, ended, show

    def keep(self, work: Callable[[Connection], T]) -> T:
        """Do something in tables that the journal has no part in, in one transaction."""
        with Transaction(self._connection):
            return work(self._connection)

    def _mark(self) -> None:
        """Remember outside the file how far its journal has come; before the first byte of an errand in any case.

        A rehearsal's file is nobody's truth.
        """
        self._marked_at = monotonic()
        if self._purpose is Purpose.LIVE:
            self._marks.keep(self._head)

    def _are_new(self, batch: Iterable[Saving]) -> bool:
        """Keep the batch's commands with their outcomes. Returns whether none of them was in the file."""
        rows = [command_row(saving) for saving in batch if saving.command]
        return not rows or self._connection.executemany(COMMAND, rows).rowcount == len(rows)

    def _write(self, gathered: Gathered, ended: Head, show: int, entry: Entry) -> tuple[Head, int, Entry]:
        """Write one entry. Returns where the journal ends now, the current show, and the entry as saved."""
        match entry.change:
            case ChatHeard() as heard:
                return ended, show, msgspec.structs.replace(entry, change=write_chat(self._connection, heard))
            case CatalogueStored(products=products):
                store_products(self._connection, products)
            case Recalled():
                return ended, show, entry
            case BuyersNamed(buyers=buyers):
                self._connection.executemany(BUYER, [(buyer.id, buyer.name) for buyer in buyers])
            case change:
                ended = append(gathered, self._names, ended, entry, change)
                show = change.show if isinstance(change, ShowOpened) else show
                write(gathered, change, Place(ended.origin, ended.entry, show, to_us(entry.at), entry.actor))
        return ended, show, entry

    def close(self) -> None:
        """Mark the file as closed well and let it go."""
        try:
            with Transaction(self._connection):
                self._connection.execute("UPDATE studio SET clean = 1")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._mark()
        finally:
            self._connection.close()
            self._lock.release()


class Transaction:
    """A transaction that begins at once as the writer's and ends with the block: all of it, or nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._connection.execute("COMMIT")
        elif self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def purpose(connection: Connection) -> Purpose:
    """What the file is for."""
    return Purpose(connection.execute("SELECT purpose FROM studio").fetchone()[0])


def command_row(saving: Saving) -> tuple[object, ...]:
    """A command with its outcome, so that the same id asked again gets the same answer."""
    return (kept_command(saving.command), packed(outcome_encoder.encode(saving.outcome)))


def current_show(connection: Connection) -> int:
    """The number of the current show, 0 if there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM shows").fetchone()[0])


def missing_folder(path: Path) -> StudioLock:
    """Say that the folder of a file is not there."""
    raise CuedeskError(f"The folder {path.parent} does not exist.", "Make it, or choose another place for the file.")


def unusable(path: Path, error: Exception) -> CuedeskError:
    """The words for a file that SQLite cannot use: a full or failing disk, missing rights, damage."""
    return CuedeskError(f"{path.name} cannot be opened: {error}.", "Check the disk's space and the file's rights.")
