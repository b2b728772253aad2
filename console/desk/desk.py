"""The desk: one task that decides every command in order, saves, then answers and tells."""

import asyncio
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import reduce
from typing import NamedTuple, Protocol

from console.desk.ports import Clock
from console.desk.store import Store
from console.desk.watching import TAIL, Copy, Gone, News, Status, Tail, Watcher
from console.domain.actors import DESK, Actor
from console.domain.apply import apply
from console.domain.changes import CatalogueImported, ChatHeard, Entry, HeardLine, OrderRecorded, Recalled
from console.domain.chat import SourceStatus
from console.domain.commands import Command, DueNow, HearChat, ImportCatalogue, LinkShop, NewShow, SeeLevels, SeeOrders
from console.domain.connections import ShopStatus
from console.domain.decide.allowed import decide_for
from console.domain.decide.linking import first_levels
from console.domain.needs import Needs, needs
from console.domain.outcomes import Outcome, Unsaved
from console.domain.saving import why_not
from console.domain.show import Facts, Show, informed
from console.domain.status import AwakeStatus, BackupStatus, ComputerStatus, FileState, FileStatus
from console.storage.sqlite import OperationalError
from console.storage.studio import Repeated, Saving

MOST_AT_ONCE = 1_000
TRIES = 3
REOPEN_PAUSES = (0.1, 0.5, 1.0, 2.0, 5.0)

IDEMPOTENT = (HearChat, SeeOrders, SeeLevels, DueNow)
ALONE = (ImportCatalogue, LinkShop, NewShow)  # they change what of the file is in memory
THE_FILE_S = (OperationalError, OSError)  # a failure that no command is to blame for


class Asking(Protocol):
    """The way to a desk, from wherever it is."""

    async def ask(self, command: Command, actor: Actor, command_id: str = "") -> Outcome:
        """Have a command decided. The same id twice gives the same answer and happens once."""


class Request(NamedTuple):
    """A command that waits for its answer."""

    command: Command
    actor: Actor
    id: str
    answer: "asyncio.Future[Outcome]"


class Decided(NamedTuple):
    """A batch as decided: what to save, what of the file the show began to use, and the show that then follows."""

    savings: list[Saving]
    recalled: tuple[Entry, ...]
    show: Show


class Desk:
    """Owns the show. Nothing is answered or told before it is on the disk."""

    def __init__(self, store: Store, show: Show, chat: Iterable[HeardLine], clock: Clock) -> None:
        self._store = store
        self._show = show
        self._tail = Tail(chat)
        self._clock = clock
        self._last = show.last_time
        self._waiting: list[Request] = []
        self._arrived = asyncio.Event()
        self._opened = asyncio.Event()
        self._closed_because = ""
        self._failing = False
        self._watchers: list[Watcher] = []
        self._statuses: dict[str, Status] = {}

    @property
    def show(self) -> Show:
        """The show as it is on the disk."""
        return self._show

    @property
    def clock(self) -> Clock:
        """The clock that the desk goes by."""
        return self._clock

    def now(self) -> datetime:
        """The present, never before what the journal has seen."""
        self._last = max(self._last, self._clock.now())
        return self._last

    async def ask(self, command: Command, actor: Actor, command_id: str = "") -> Outcome:
        """Have a command decided and saved, and return its outcome. The same id twice gives the same answer."""
        if self._closed_because:
            return Unsaved(self._closed_because)
        if not command_id and not isinstance(command, IDEMPOTENT):
            command_id = new_id()
        answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.append(Request(command, actor, command_id, answer))
        self._arrived.set()
        return await answer

    def watch(self, watcher: Watcher) -> Copy:
        """A full copy now; the watcher is told all that happens after it."""
        self._watchers.append(watcher)
        return self.copy()

    def copy(self) -> Copy:
        """The show, the last of the chat, and how everything stands."""
        return Copy(self._show, self._tail.lines(), tuple(self._statuses.values()))

    def unwatch(self, watcher: Watcher) -> None:
        """Tell that watcher nothing more."""
        self._watchers.remove(watcher)

    def report(self, status: Status) -> None:
        """Tell the watchers how a connection or the file stands."""
        self._statuses[status_key(status)] = status
        self._tell((status,))

    def withdraw(self, connection: str) -> None:
        """Tell the watchers that a shop or a chat is there no more."""
        for kind in ("shop", "chat"):
            self._statuses.pop(f"{kind} {connection}", None)
        self._tell((Gone(connection),))

    def open(self) -> None:
        """Begin to decide: the start-up checks have ended well. What became due while it was closed comes first."""
        answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.insert(0, Request(DueNow(), DESK, "", answer))
        self._arrived.set()
        self._opened.set()

    def refuse(self, reason: str) -> None:
        """Decide nothing: the file cannot be trusted."""
        self._closed_because = reason
        for request in self._waiting:
            answer(request, Unsaved(reason))
        self._waiting.clear()

    async def run(self) -> None:
        """Decide for ever. Cancelling it leaves unanswered what was not saved."""
        await self._opened.wait()
        while True:
            await self._arrived.wait()
            batch = self._next_batch()
            await self._settle(batch)

    def _next_batch(self) -> list[Request]:
        """What waits, in order."""
        size = batch_size(self._waiting)
        batch, self._waiting = self._waiting[:size], self._waiting[size:]
        if not self._waiting:
            self._arrived.clear()
        return batch

    async def _settle(self, batch: Sequence[Request]) -> None:
        """Decide and save a batch, until each of its commands has an answer."""
        reason, file_s = "", False
        for _ in range(TRIES):
            if not batch:
                return
            try:
                batch = await self._attempt(batch)
            except Exception as error:  # noqa: BLE001 - whatever went wrong, the file must say what it has
                reason, file_s = f"{type(error).__name__}: {error}", isinstance(error, THE_FILE_S)
                batch = await self._look_up(batch, reason)
                if len(batch) > 1 and not file_s:
                    await self._settle_singly(batch)
                    return
        if batch and file_s:
            self._failing = True
            self.report(FileStatus(self._store.name, FileState.TROUBLE, *why_not(reason)))
        for request in batch:
            answer(request, Unsaved(reason))

    async def _settle_singly(self, batch: Sequence[Request]) -> None:
        """Settle one after the other: a command that cannot be saved takes no other with it."""
        for request in batch:
            await self._settle((request,))

    async def _attempt(self, batch: Sequence[Request]) -> Sequence[Request]:
        """Decide, save, answer and tell. Returns what is still to be done, if a part had been saved before."""
        decided = await self._decide(batch)
        try:
            entries = await self._save(decided.savings)
        except Repeated:
            return settle_known(batch, await self._store.outcomes(ids(batch)))
        if self._failing and entries:
            self._failing = False
            self.report(FileStatus(self._store.name, FileState.SAVED))
        self._show = decided.show
        self._keep_up((*decided.recalled, *entries))
        for request, saving in zip(batch, decided.savings, strict=True):
            answer(request, saving.outcome)
        return ()

    async def _save(self, savings: Sequence[Saving]) -> list[Entry]:
        """Save a batch, unless nothing of it is to be kept."""
        worth = any(saving.command or saving.entries for saving in savings)
        return await self._store.save(savings) if worth else []

    async def _decide(self, batch: Sequence[Request]) -> Decided:
        """Decide each command on the show that the ones before it produced."""
        found = await self._found(batch)
        show = informed(self._show, found)
        savings, now = [], self.now()
        for request in batch:
            outcome, changes, then = decide_for(show, request.command, request.actor.role, now)
            entries = tuple(Entry(change, now, request.actor, request.id) for change in changes)
            show = reduce(apply, entries, show) if then is None else then
            savings.append(Saving(request.id, outcome, entries))
        if isinstance(batch[0].command, ImportCatalogue | LinkShop):
            found = used(found, savings[0].entries)
            show = reduce(apply, savings[0].entries, informed(self._show, found))
        recalled = (Entry(Recalled(found), self._last, DESK, ""),) if found != Facts() else ()
        return Decided(savings, recalled, show)

    async def _found(self, batch: Sequence[Request]) -> Facts:
        """What the file knows of things that the batch is about and the show has not used yet."""
        missing = Needs()
        for request in batch:
            if wanted := needs(self._show, request.command):
                missing |= wanted
        return await self._store.facts(missing) if missing else Facts()

    def _keep_up(self, entries: Sequence[Entry]) -> None:
        """Tell the watchers what is now on the disk."""
        for entry in entries:
            if isinstance(entry.change, ChatHeard):
                self._tail.hear(entry.change)
        self._tell(tuple(entries))

    def _tell(self, news: tuple[News, ...]) -> None:
        if news:
            for watcher in tuple(self._watchers):
                watcher(news)

    async def _look_up(self, batch: Sequence[Request], reason: str) -> list[Request]:
        """After a save of unknown end: open and load the file anew, answer what it has. Returns the rest."""
        self.report(FileStatus(self._store.name, FileState.TROUBLE, why_not(reason).title, "Trying again by itself."))
        known = await self._read_anew(ids(batch))
        self.report(FileStatus(self._store.name, FileState.SAVED))
        self._tell((self.copy(),))
        return settle_known(batch, known)

    async def _read_anew(self, commands: Sequence[str]) -> dict[str, Outcome]:
        """Open and load the file again, for as long as that takes. Returns the outcomes that it has."""
        pauses = iter(REOPEN_PAUSES)
        while True:
            try:
                await self._store.reopen(self.now())
                known = await self._store.outcomes(commands)
                show, chat = await self._store.load(), await self._store.recent_chat(TAIL)
            except Exception as error:  # noqa: BLE001 - a file that cannot be opened is told and tried again
                reason = f"{type(error).__name__}: {error}"
                self.report(FileStatus(self._store.name, FileState.TROUBLE, *why_not(reason)))
                await asyncio.sleep(next(pauses, REOPEN_PAUSES[-1]))
            else:
                self._show, self._tail = show, Tail(chat)
                return known


def used(found: Facts, entries: Sequence[Entry]) -> Facts:
    """What a show uses of all that an import had looked up: the stock of what is shown, and of what orders name."""
    changes = [entry.change for entry in entries]
    imports = [change for change in changes if isinstance(change, CatalogueImported)]
    shown = {sku for change in imports for product in change.shown for sku in product.skus}
    orders = [change.order.snapshot for change in changes if isinstance(change, OrderRecorded)]
    named = {line.sku for order in orders for line in order.lines}
    stock = {sku: level for sku, level in found.stock.items() if sku in shown | named}
    stock |= first_levels(changes, orders, found.stock)
    owners = {sku: owner for sku, owner in found.owners.items() if sku in named}
    return Facts(stock=stock, owners=owners, orders=found.orders)


def new_id() -> str:
    """An id that no other command has. Ids rise with time: the file then writes neighbours to the same page."""
    return f"{time.time_ns() >> 8:014x}{os.urandom(5).hex()}"


def ids(batch: Iterable[Request]) -> list[str]:
    """The ids by which the file knows the commands that it keeps."""
    return [request.id for request in batch if request.id]


def settle_known(batch: Sequence[Request], known: Mapping[str, Outcome]) -> list[Request]:
    """Answer the requests whose outcome is known. Returns the others."""
    for request in batch:
        if request.id in known:
            answer(request, known[request.id])
    return [request for request in batch if request.id not in known]


def answer(request: Request, outcome: Outcome) -> None:
    """Give a request its outcome, unless the asker has gone away."""
    if not request.answer.done():
        request.answer.set_result(outcome)


def batch_size(waiting: Sequence[Request]) -> int:
    """How many requests go together: no id twice; an import and a new show alone."""
    seen: set[str] = set()
    for size, request in enumerate(waiting[:MOST_AT_ONCE]):
        if request.id in seen or isinstance(request.command, ALONE):
            return max(1, size)
        if request.id:
            seen.add(request.id)
    return min(len(waiting), MOST_AT_ONCE)


def status_key(status: Status) -> str:
    """What a status is about: the next one of the same takes its place."""
    match status:
        case SourceStatus(source=source):
            return f"chat {source}"
        case ShopStatus(shop=shop):
            return f"shop {shop}"
        case FileStatus():
            return "file"
        case ComputerStatus():
            return "computer"
        case AwakeStatus():
            return "awake"
        case BackupStatus():
            return "backup"
