"""A desk at work on a file, for the length of a block."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace
from rpds import HashTrieMap

from console.desk.desk import Desk
from console.desk.store import Store
from console.desk.watching import TAIL, Copy, News
from console.domain.apply import apply
from console.domain.changes import Entry
from console.domain.show import Purpose, Show
from tests.domain.goods import NOON

MEMORY = Path("/dev/shm")  # noqa: S108 - where a disk's slowness says nothing


def in_memory() -> "TemporaryDirectory[str]":
    """A folder in memory, where there is one: thousands of saves need not wait for a disk. The user's data go there."""
    folder = TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
    os.environ["XDG_DATA_HOME"] = folder.name  # as every test has one of its own, so has every evening
    return folder


class Ticking:
    """A clock that moves a second each time it is looked at."""

    def __init__(self, start: datetime = NOON) -> None:
        self._now = start

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    async def sleep(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        await asyncio.sleep(0)


class Window:
    """A watcher that folds what it is told."""

    def __init__(self, copy: Copy) -> None:
        self.show = copy.show
        self.copies = 0
        self.told: list[News] = []

    def __call__(self, news: tuple[News, ...]) -> None:
        self.told += news
        for each in news:
            match each:
                case Entry():
                    self.show = apply(self.show, each)
                case Copy():
                    self.show = each.show
                    self.copies += 1
                case _:
                    continue


def watching(desk: Desk) -> Window:
    """A window that watches the desk from now on."""
    window = Window(desk.copy())
    desk.watch(window)
    return window


@asynccontextmanager
async def desk_on(path: Path, *, opened: bool = True) -> AsyncIterator[Desk]:
    """A desk that runs on the file, made if it is missing."""
    store = Store(path)
    show = await store.open(NOON, Purpose.LIVE)
    desk = Desk(store, show, await store.recent_chat(TAIL), Ticking(max(NOON, show.last_time)))
    if opened:
        desk.open()
    work = asyncio.create_task(desk.run())
    try:
        yield desk
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        await store.close()


def disagreements(shown: Show, loaded: Show) -> dict[str, tuple[object, object]]:
    """The fields in which a folded show differs from its file: what a load keeps must be the same."""
    plain = [name for name in Show.__struct_fields__ if name not in {*KEYED, "sold", "last_time", "claims"}]
    pairs = {name: (value_of(shown, name), value_of(loaded, name)) for name in plain}
    lines = {key: claim for key, claim in shown.claims.lines.items() if claim in loaded.claims.by_id}
    pairs["claims"] = (replace(shown.claims, lines=HashTrieMap(lines)), loaded.claims)
    pairs["sold"] = (sold(shown), sold(loaded))
    for name in KEYED:
        ours, theirs = getattr(shown, name), getattr(loaded, name)
        pairs |= {f"{name} {key}": (ours.get(key), theirs[key]) for key in theirs}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


KEYED = ("products", "stock", "owners", "orders")


def sold(show: Show) -> dict[str, int]:
    """What was sold, without zeros."""
    return {sku: pieces for sku, pieces in show.sold.items() if pieces}


def value_of(show: Show, name: str) -> object:
    """A field; maps as dictionaries, since the others do not compare by what they hold."""
    value = getattr(show, name)
    return dict(value) if isinstance(value, HashTrieMap) else value


def fields(show: Show) -> dict[str, object]:
    """All fields of a show, to compare it with another."""
    return {name: value_of(show, name) for name in Show.__struct_fields__}
