"""The one place where the engine's world and the window's touch."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from console.desk.watching import Copy, Gone, News
from console.domain.actors import Actor
from console.domain.apply import apply
from console.domain.changes import ChatHeard, Entry, HeardLine
from console.domain.commands import Command
from console.domain.orders import Order
from console.domain.outcomes import Outcome
from console.domain.products import Product
from console.domain.show import Show
from console.domain.why import Explained

if TYPE_CHECKING:  # what only an import or a line needs: the first paint does not wait for it
    from concurrent.futures import Future

    from console.desk.line import Line
    from console.domain.backups import Backup, BackupsSeen
    from console.domain.claims.buyers import Told
    from console.domain.claims.receipt import Receipt
    from console.domain.claims.sieve import Sieve
    from console.domain.connections import Connection
    from console.domain.found import FoundSku
    from console.domain.secret import Secret
    from console.domain.trials import Verdict
    from console.exports.kinds import Export
    from console.imports.catalogue import Catalogue
    from console.imports.course import Course
    from console.imports.encodings import Encoding
    from console.imports.plan import Rundown

FRAME_MS = 25

T = TypeVar("T")


class Bridge(QObject):
    """Folds what the desk tells into the window's own show, once a frame; carries commands the other way.

    It can be made before there is a line to the desk, show a copy that was read from the file, and get the line later.
    `shown` tells the show after a frame's changes, with their entries (none after a full copy). `heard` tells chat
    changes in order. `began` comes with a full copy, before them. `mine` tells, after `shown`, what one command of this
    person changed: the show before it, and its entries. `status` tells how something stands, `gone` that a
    connection is there no more.
    """

    began = Signal(object)
    shown = Signal(object, object)
    mine = Signal(object, object)
    heard = Signal(object)
    status = Signal(object)
    gone = Signal(str)
    _arrived = Signal()

    def __init__(self, line: Line | None, actor: Actor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connected: Line | None = None
        self.actor = actor
        self.show = Show()
        self._news: deque[News] = deque()
        self._woken = False
        self._folded_at = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.catch_up)
        self._arrived.connect(self._arm, Qt.ConnectionType.QueuedConnection)
        if line is not None:
            self.connect_line(line)

    def connect_line(self, line: Line) -> None:
        """Follow the desk at the other end, and ask it from now on. Called once."""
        self._connected = line
        line.watch(self._told)

    @property
    def connected(self) -> bool:
        """Whether there is a line yet: without one, nothing can be asked."""
        return self._connected is not None

    @property
    def _line(self) -> Line:
        if self._connected is None:
            raise RuntimeError("there is no line to the desk yet")
        return self._connected

    def _told(self, news: tuple[News, ...]) -> None:
        """Take news in on the engine's thread; the first of a frame wakes the window.

        Whether it is awake is looked at when the news is there: the window may be taking the last of what was.
        """
        self._news.extend(news)
        if not self._woken:
            self._woken = True
            self._arrived.emit()

    def _arm(self) -> None:
        """Fold within a frame, and at once if the last frame is over."""
        if not self._timer.isActive():
            past = (monotonic() - self._folded_at) * 1000
            self._timer.start(max(0, FRAME_MS - int(past)))

    def catch_up(self) -> None:
        """Fold all that has come, and tell the panels once."""
        self._folded_at = monotonic()
        self._woken = False
        entries: list[Entry] = []
        mine: list[tuple[Show, list[Entry]]] = []
        while self._news:
            match self._news.popleft():
                case Entry() as entry:
                    self._note(mine, entry)
                    self.show = apply(self.show, entry)
                    entries.append(entry)
                case Copy() as copy:
                    entries.clear()
                    self.begin(copy)
                case Gone(connection=name):
                    self.gone.emit(name)
                case status:
                    self.status.emit(status)
        self._tell(entries)
        for before, own in mine:
            self.mine.emit(before, tuple(own))

    def _note(self, mine: list[tuple[Show, list[Entry]]], entry: Entry) -> None:
        """Note what this person did, with the show before it; the entries of one command follow each other."""
        if entry.actor != self.actor:
            return
        if not mine or mine[-1][1][0].command != entry.command:
            mine.append((self.show, []))
        mine[-1][1].append(entry)

    def begin(self, copy: Copy) -> None:
        """Show a full copy."""
        self.show = copy.show
        self.began.emit(copy)
        self.shown.emit(copy.show, ())
        for status in copy.statuses:
            self.status.emit(status)

    def _tell(self, entries: list[Entry]) -> None:
        chat = [entry.change for entry in entries if isinstance(entry.change, ChatHeard)]
        rest = tuple(entry for entry in entries if not isinstance(entry.change, ChatHeard))
        if chat:
            self.heard.emit(tuple(event for heard in chat for event in heard.events))
        if rest:
            self.shown.emit(self.show, rest)

    async def ask(self, command: Command, command_id: str = "") -> Outcome:
        """Have a command decided; with an id, what comes of it carries that."""
        return await answer(self._line.ask(command, self.actor, command_id))

    async def why(self, sku: str) -> list[Explained]:
        """The movements that make a SKU's numbers, oldest first."""
        return await answer(self._line.why(sku))

    async def find_products(self, text: str) -> list[Product]:
        """Products of the catalogue that hold the text."""
        return await answer(self._line.find_products(text))

    async def find_skus(self, text: str) -> list[FoundSku]:
        """SKUs of the catalogue with their numbers, the best first."""
        return await answer(self._line.find_skus(text))

    async def recent_orders(self) -> list[tuple[Order, str]]:
        """The newest orders with their buyers' names."""
        return await answer(self._line.recent_orders())

    async def claims_told(self) -> Told:
        """What the file knows of claims and their buyers beside the show."""
        return await answer(self._line.claims_told(self.show.id))

    async def receipt(self, claim: int) -> Receipt | None:
        """Why a claim won, waited or lost; None if there is no such claim."""
        return await answer(self._line.receipt(claim))

    async def search_chat(self, text: str) -> list[HeardLine]:
        """The newest chat lines in which the words stand."""
        return await answer(self._line.search_chat(text))

    async def read_products(
        self, paths: Sequence[Path], currency: str, encoding: Encoding | None, course: Course
    ) -> Catalogue:
        """Read product files for a preview."""
        return await answer(self._line.read_products(paths, currency, encoding, course))

    async def take_in(self, catalogue: Catalogue, course: Course) -> Outcome:
        """Take a catalogue in, all of it or nothing."""
        return await answer(self._line.take_in(catalogue, self.actor, course))

    async def export(self, kind: Export, to: Path, course: Course, sieve: Sieve) -> int:
        """Write a table of the file, and return its rows; a file of that name is replaced."""
        return await answer(self._line.export(kind, to, course, sieve))

    async def read_rundown(self, path: Path, encoding: Encoding | None = None) -> Rundown:
        """Read a rundown file for a preview."""
        return await answer(self._line.read_rundown(path, encoding))

    async def try_out(self, connection: Connection, secret: Secret | None) -> Verdict:
        """Connect for real, once; cancelling this ends the trial."""
        return await answer(self._line.try_out(connection, secret))

    async def keep_secret(self, connection: Connection, secret: Secret) -> None:
        """Keep a connection's secret in the system's keyring. Raises CuedeskError."""
        await answer(self._line.keep_secret(connection, secret))

    async def backups(self) -> BackupsSeen:
        """The backups of the file that are there."""
        return await answer(self._line.backups())

    async def back_up(self, to: Path | None) -> Backup:
        """Back the file up. Raises CuedeskError."""
        return await answer(self._line.back_up(to))

    async def restore(self, backup: Path, to: Path) -> None:
        """Make a file to go on with out of a backup. Raises CuedeskError."""
        await answer(self._line.restore(backup, to))

    def picture(self, address: str) -> Future[Path] | None:
        """The file of the picture at an address; None while there is no line to the desk yet."""
        return self._connected.picture(address) if self._connected is not None else None

    def retry(self, connection: str) -> None:
        """Try a connection again now."""
        self._line.retry(connection)


async def answer(future: Future[T]) -> T:
    """What the desk answers, awaited on this thread's loop."""
    from asyncio import wrap_future  # noqa: PLC0415 - the first paint does not wait for it

    return await wrap_future(future)
