"""The engine on a thread of its own, and the window's way to it.

Nothing that takes long to import is imported here: the thread does that while the window paints.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from console.desk.desk import Desk
    from console.desk.store import Store
    from console.desk.watching import Watcher
    from console.domain.actors import Actor
    from console.domain.backups import Backup, BackupsSeen
    from console.domain.changes import HeardLine
    from console.domain.claims.buyers import Told
    from console.domain.claims.receipt import Receipt
    from console.domain.claims.sieve import Sieve
    from console.domain.commands import Command
    from console.domain.connections import Connection
    from console.domain.found import FoundSku
    from console.domain.orders import Order
    from console.domain.outcomes import Outcome
    from console.domain.products import Product
    from console.domain.secret import Secret
    from console.domain.trials import Verdict
    from console.domain.why import Explained
    from console.engine import Engine
    from console.exports.kinds import Export
    from console.imports.catalogue import Catalogue
    from console.imports.course import Course
    from console.imports.encodings import Encoding
    from console.imports.plan import Rundown
    from console.storage.reader import Reader

GIVE_WAY = 0.001  # seconds that the engine may keep Python from the window, and the window from the engine

T = TypeVar("T")


class EngineThread:
    """Runs an engine beside the window and satisfies the window's Line. Every call may come from any thread."""

    def __init__(self, make: Callable[[], Engine]) -> None:
        self._make = make
        self._engine: Engine | None = None
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._desk: Future[Desk] = Future()
        self._thread = threading.Thread(target=self._run, name="engine")

    def start(self) -> None:
        """Open the file and run, in the background. The window, where it waits for Python, gets it in a millisecond."""
        sys.setswitchinterval(GIVE_WAY)
        self._thread.start()

    def _run(self) -> None:
        try:
            with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
                self._engine = self._make()
                runner.run(self._engine.run(self._desk.set_result, self._stop))
        except BaseException as error:  # noqa: BLE001 - it is raised where the desk is waited for, or logged
            if not self._desk.done():
                self._desk.set_exception(error)
            else:
                self._ended_badly(error)

    @staticmethod
    def _ended_badly(error: BaseException) -> None:
        """Note a failure at the close: nobody waits for the desk any more."""
        from console.log import log_failure  # noqa: PLC0415 - see above

        log_failure("engine", error)

    async def until_open(self) -> None:
        """Wait until the show is loaded, on any loop. Raises CuedeskError if the file cannot be used."""
        await asyncio.shield(asyncio.wrap_future(self._desk))

    def close(self) -> None:
        """Close everything, and wait until that is done."""
        with suppress(RuntimeError):  # the loop is closed: it has ended by itself
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def now(self) -> datetime:
        """The present by the engine's clock."""
        if self._desk.done() and self._desk.exception() is None:
            return self._desk.result().clock.now()
        return datetime.now(UTC)

    def watch(self, watcher: Watcher) -> None:
        """Have the watcher told, on the engine's thread: a full copy first."""

        def begin(opened: Future[Desk]) -> None:
            if opened.exception() is None:
                desk = opened.result()
                self._loop.call_soon_threadsafe(lambda: watcher((desk.watch(watcher),)))

        self._desk.add_done_callback(begin)

    def ask(self, command: Command, actor: Actor, command_id: str = "") -> Future[Outcome]:
        """Have a command decided."""

        async def asking() -> Outcome:
            return await (await self._opened()).ask(command, actor, command_id)

        return self._call(asking())

    def why(self, sku: str) -> Future[list[Explained]]:
        """The movements that make a SKU's numbers, oldest first."""
        return self._read(lambda reader: reader.why(sku))

    def find_products(self, text: str) -> Future[list[Product]]:
        """Products of the catalogue that hold the text."""
        return self._read(lambda reader: reader.products(text))

    def find_skus(self, text: str) -> Future[list[FoundSku]]:
        """SKUs of the catalogue with their numbers, the best first."""
        return self._read(lambda reader: reader.find_skus(text))

    def recent_orders(self) -> Future[list[tuple[Order, str]]]:
        """The newest orders with their buyers' names."""
        return self._read(lambda reader: reader.orders())

    def claims_told(self, show: int) -> Future[Told]:
        """What is known of claims and their buyers beside this show."""
        return self._read(lambda reader: reader.claims_told(show))

    def receipt(self, claim: int) -> Future[Receipt | None]:
        """Why a claim won, waited or lost; None if there is no such claim."""
        return self._read(lambda reader: reader.receipt(claim))

    def search_chat(self, text: str) -> Future[list[HeardLine]]:
        """The newest chat lines in which the words stand."""
        return self._read(lambda reader: reader.search_chat(text))

    def read_products(
        self, paths: Sequence[Path], currency: str, encoding: Encoding | None, course: Course
    ) -> Future[Catalogue]:
        """Read product files for a preview."""
        from console.desk.reading import read_products  # noqa: PLC0415 - see above

        return self._call(read_products(paths, currency, encoding, course))

    def take_in(self, catalogue: Catalogue, actor: Actor, course: Course) -> Future[Outcome]:
        """Take a catalogue in, all of it or nothing."""
        from console.desk.importing import take_in  # noqa: PLC0415 - see above

        async def taking() -> Outcome:
            return await take_in(await self._opened(), await self._store(), catalogue, actor, course)

        return self._call(taking())

    def export(self, kind: Export, to: Path, course: Course, sieve: Sieve) -> Future[int]:
        """Write a table of the file, of claims those that the sieve lets through, and return its rows."""
        from console.exports.here import export_here  # noqa: PLC0415 - see above

        async def exporting() -> int:
            return await asyncio.to_thread(export_here, kind, (await self._store()).path, to, course, sieve)

        return self._call(exporting())

    def read_rundown(self, path: Path, encoding: Encoding | None = None) -> Future[Rundown]:
        """Read a rundown file for a preview."""
        from console.desk.reading import read_rundown  # noqa: PLC0415 - see above

        async def reading() -> Rundown:
            return await read_rundown(await self._store(), path, encoding)

        return self._call(reading())

    def try_out(self, connection: Connection, secret: Secret | None) -> Future[Verdict]:
        """Connect for real, once."""

        async def trying() -> Verdict:
            desk = await self._opened()
            return await self._built().setup.try_out(desk, connection, secret)

        return self._call(trying())

    def keep_secret(self, connection: Connection, secret: Secret) -> Future[None]:
        """Keep a connection's secret outside the file."""

        async def keeping() -> None:
            await self._opened()
            await self._built().setup.keep_secret(connection, secret)

        return self._call(keeping())

    def picture(self, address: str) -> Future[Path]:
        """The file of the picture at an address."""

        async def fetching() -> Path:
            await self._opened()
            return await self._built().picture(address)

        return self._call(fetching())

    def backups(self) -> Future[BackupsSeen]:
        """The backups of the file that are there."""
        from console.backups.by_hand import seen  # noqa: PLC0415 - see above

        async def looking() -> BackupsSeen:
            return await seen(await self._store())

        return self._call(looking())

    def back_up(self, to: Path | None) -> Future[Backup]:
        """Back the file up."""
        from console.backups.by_hand import made  # noqa: PLC0415 - see above

        async def copying() -> Backup:
            return await made(await self._store(), to)

        return self._call(copying())

    def restore(self, backup: Path, to: Path) -> Future[None]:
        """Make a file to go on with out of a backup."""
        from console.backups.child import restore  # noqa: PLC0415 - see above

        return self._call(restore(backup, to))

    def retry(self, connection: str) -> None:
        """Try a connection again now."""
        if self._engine is not None:
            self._loop.call_soon_threadsafe(self._engine.retry, connection)

    def _read(self, question: Callable[[Reader], T]) -> Future[T]:
        async def reading() -> T:
            return await (await self._store()).read(question)

        return self._call(reading())

    async def _opened(self) -> Desk:
        return await asyncio.wrap_future(self._desk)

    async def _store(self) -> Store:
        await self._opened()
        return self._built().store

    def _built(self) -> Engine:
        if self._engine is None:
            raise RuntimeError("the engine has not begun")
        return self._engine

    def _call(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        """Have something done on the engine's thread; cancelled if that has ended."""
        try:
            return asyncio.run_coroutine_threadsafe(work, self._loop)
        except RuntimeError:  # the loop is closed
            work.close()
        ended: Future[T] = Future()
        ended.cancel()
        return ended
