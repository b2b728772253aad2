"""A desk for panels: the real deciding and folding, at once and on this thread, without a file or a network."""

import asyncio
import os
from collections.abc import Coroutine, Iterable, Iterator, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from console.desk.watching import Copy, News, Status, Watcher
from console.domain.actors import DESK, Actor, Role
from console.domain.apply import apply
from console.domain.apply.catalogue import opening, opening_reference
from console.domain.backups import Backup, BackupsSeen
from console.domain.changes import (
    CatalogueImported,
    Change,
    Claimed,
    ClaimMoved,
    Entry,
    HeardLine,
    OrderRecorded,
    ProductSaved,
    Recalled,
    StockMoved,
)
from console.domain.claims.buyers import Told
from console.domain.claims.receipt import Receipt
from console.domain.claims.sieve import Sieve
from console.domain.commands import Command, ImportCatalogue, NewShow, QueueProducts
from console.domain.connections import Connection
from console.domain.decide import decide
from console.domain.found import FoundSku
from console.domain.needs import needs
from console.domain.orders import Order
from console.domain.outcomes import Accepted, Outcome
from console.domain.products import Opening, Product, Variant
from console.domain.secret import Secret
from console.domain.show import Facts, Show, informed
from console.domain.stock import Level, Movement
from console.domain.trials import Verdict
from console.domain.why import Explained
from console.errors import CuedeskError
from console.exports.kinds import Export
from console.imports.catalogue import Catalogue, read_catalogue
from console.imports.clock_times import Studio
from console.imports.course import Course
from console.imports.encodings import Encoding
from console.imports.plan import Rundown
from console.imports.rundown import read_rundown
from console.storage.receipts import Story
from console.ui.acts import Deed
from console.ui.bridge import Bridge
from console.ui.pictures.pictures import PicturePlaces
from console.ui.style.look import LiveLook, Look
from console.ui.style.palette import DARK
from console.ui.style.type_scale import type_scale
from console.ui.widgets.thumbnail import PictureSight

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
EVENING = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
OPERATOR = Actor("ana", Role.OPERATOR, "desk 1")
SHOP = Actor("", Role.SHOP)

T = TypeVar("T")


def ended(value: T) -> "Future[T]":
    """A future that has ended with this value."""
    future: Future[T] = Future()
    future.set_result(value)
    return future


def movements_of(change: Change) -> tuple[Movement, ...]:
    """What a change did to stock."""
    match change:
        case StockMoved(movements=movements) | OrderRecorded(movements=movements):
            return movements
        case Claimed(movements=movements) | ClaimMoved(movements=movements):
            return movements
        case CatalogueImported(opened=opened) | ProductSaved(opened=opened):
            return tuple(opening(named, opening_reference(change)) for named in opened)
        case _:
            return ()


NO_PICTURES = PicturePlaces((), Path("/nowhere"))


class NoPictures(QObject):
    """A source in which no picture ever comes."""

    came = Signal(str)

    def of(self, _: str) -> PictureSight:
        """Nothing, for any name."""
        return PictureSight()


class FakeLine:
    """A line to a desk on this very thread: a command is decided and folded before `ask` returns.

    `now` is the desk's clock and stands still until a test moves it. `asked` are the commands in order. `catalogue`,
    `levels` and `names` (of buyers, by order) are what a file would know beside the show. With `unsaved`, every
    command gets it. `tried` are the connections that were tested, with the secret given; each gets the next of
    `verdicts`, or waits. `keyring` holds secrets by address; None is a computer without one.
    """

    def __init__(self, show: Show | None = None, now: datetime = EVENING) -> None:
        self.show = show or Show(title="Evening show", currency="USD", id=1)
        self.now = now
        self.asked: list[Command] = []
        self.exported: list[tuple[Export, Path]] = []
        self.export_fails: Exception | None = None
        self.entries: list[Entry] = []
        self.catalogue: dict[str, Product] = dict(self.show.products.items())
        self.levels: dict[str, Level] = {}
        self.looked_for: list[str] = []
        self.names: dict[str, str] = {}
        self.told = Told()
        self.chat: list[HeardLine] = []
        self.statuses: list[Status] = []
        self.retried: list[str] = []
        self.unsaved: Outcome | None = None
        self.tried: list[tuple[Connection, str | None]] = []
        self.verdicts: list[Future[Verdict]] = []
        self.pictures: dict[str, Future[Path]] = {}
        self.kept: list[Backup] = []
        self.copies: list[Path | None] = []
        self.restored: list[tuple[Path, Path]] = []
        self.keyring: dict[str, str] | None = {}
        self._watchers: list[Watcher] = []

    def clock(self) -> datetime:
        """The desk's present, for what takes a clock."""
        return self.now

    def pass_time(self, **much: float) -> datetime:
        """Move the desk's clock on."""
        self.now += timedelta(**much)
        return self.now

    def watch(self, watcher: Watcher) -> None:
        self._watchers.append(watcher)
        watcher((self.copy(),))

    def copy(self) -> Copy:
        """What a watcher begins with."""
        return Copy(self.show, tuple(self.chat), tuple(self.statuses))

    def tell(self, *news: News) -> None:
        """Tell the watchers something that no command brought about, such as a status."""
        for watcher in self._watchers:
            watcher(news)

    def begin_again(self) -> None:
        """Give the watchers a full copy, as after a file that was opened anew."""
        self.tell(self.copy())

    def decide(self, command: Command, actor: Actor = OPERATOR, command_id: str = "") -> Outcome:
        """Decide a command as somebody's, fold it and tell the watchers."""
        self.asked.append(command)
        if self.unsaved is not None:
            return self.unsaved
        facts = self._facts(command)
        outcome, changes, _ = decide(informed(self.show, facts), command, self.now)
        entries = tuple(Entry(change, self.now, actor, command_id or f"c{len(self.asked)}") for change in changes)
        if entries and facts != Facts():
            self.show = informed(self.show, facts)
            self.tell(Entry(Recalled(facts), self.now, DESK, ""))
        for entry in entries:
            self.show = apply(self.show, entry)
        self.entries += entries
        if entries:
            self.tell(*entries)
        return outcome

    def _facts(self, command: Command) -> Facts:
        """What a file would know of what the command is about."""
        named = [self.catalogue[each] for each in needs(self.show, command).products if each in self.catalogue]
        owners = {sku: product.id for product in named for sku in product.skus}
        levels = {sku: level for sku, level in self.levels.items() if sku in needs(self.show, command).skus}
        return Facts({product.id: product for product in named}, levels, owners)

    def ask(self, command: Command, actor: Actor, command_id: str = "") -> "Future[Outcome]":
        return ended(self.decide(command, actor, command_id))

    def why(self, sku: str) -> "Future[list[Explained]]":
        return ended([told for entry in self.entries for told in explained(entry, sku)])

    def find_products(self, text: str) -> "Future[list[Product]]":
        words = text.casefold()
        found = [each for each in self.catalogue.values() if words in f"{each.id} {each.title} {each.skus}".casefold()]
        return ended(sorted(found, key=lambda each: each.title))

    def find_skus(self, text: str) -> "Future[list[FoundSku]]":
        """Those whose words hold the text; `looked_for` keeps what was asked."""
        self.looked_for.append(text)
        every = (FoundSku(v.sku, p.id, p.title, v.options, self.stock_of(v.sku)) for p, v in self.variants())
        return ended([each for each in every if text.casefold() in f"{each.sku} {each.title}".casefold()])

    def variants(self) -> Iterator[tuple[Product, Variant]]:
        """All variants of the catalogue with their products."""
        return ((product, variant) for product in self.catalogue.values() for variant in product.variants)

    def stock_of(self, sku: str) -> Level | None:
        """The numbers of a SKU, as a file has them."""
        return self.show.stock.get(sku) or self.levels.get(sku)

    def recent_orders(self) -> "Future[list[tuple[Order, str]]]":
        newest = sorted(self.show.orders.values(), key=lambda order: order.snapshot.placed_at, reverse=True)
        return ended([(order, self.names.get(order.snapshot.buyer, "")) for order in newest])

    def claims_told(self, show: int) -> "Future[Told]":  # noqa: ARG002 - what was before is what a test says
        return ended(self.told)

    def receipt(self, claim: int) -> "Future[Receipt | None]":
        story = Story(claim)
        for entry in self.entries:
            if isinstance(entry.change, Claimed | ClaimMoved):
                story.take(entry.at, entry.change)
        return ended(story.receipt())

    def search_chat(self, text: str) -> "Future[list[HeardLine]]":
        return ended([each for each in reversed(self.chat) if text.casefold() in each.line.text.casefold()])

    def export(self, kind: Export, to: Path, course: Course, sieve: Sieve) -> "Future[int]":
        course.went(3)
        self.exported.append((kind, to))
        self.sieved = sieve
        if isinstance(self.export_fails, BaseException):
            raise self.export_fails
        return ended(3)

    def take_in(self, catalogue: Catalogue, actor: Actor, course: Course) -> "Future[Outcome]":
        course.begin(len(catalogue.products))
        command = ImportCatalogue(catalogue.name, catalogue.digest, "file", catalogue.products, catalogue.openings)
        return ended(self.decide(command, actor))

    def read_products(
        self, paths: Sequence[Path], currency: str, encoding: Encoding | None, course: Course
    ) -> "Future[Catalogue]":
        return ended(read_catalogue(paths, currency, encoding, course))

    def read_rundown(self, path: Path, encoding: Encoding | None = None) -> "Future[Rundown]":
        return ended(read_rundown(path, Studio(self.now.date(), ZoneInfo("UTC")), self._product_of, encoding))

    def _product_of(self, name: str) -> str | None:
        codes = {item.code: item.product for item in self.show.queue}
        return codes.get(name) or self.show.owners.get(name) or (name if name in self.catalogue else None)

    def try_out(self, connection: Connection, secret: Secret | None) -> "Future[Verdict]":
        self.tried.append((connection, secret.reveal() if secret else None))
        return self.verdicts.pop(0) if self.verdicts else Future()

    def backups(self) -> "Future[BackupsSeen]":
        return ended(BackupsSeen("/shows/evening.cuedesk", tuple(self.kept)))

    def back_up(self, to: Path | None) -> "Future[Backup]":
        self.copies.append(to)
        made = Backup(str(to or "/backups/now.cuedesk"), self.now, 2_000_000)
        if to is None:
            self.kept.insert(0, made)
        return ended(made)

    def restore(self, backup: Path, to: Path) -> "Future[None]":
        self.restored.append((backup, to))
        return ended(None)

    def picture(self, address: str) -> "Future[Path]":
        """Asked for; it comes when a test says so."""
        asked: Future[Path] = Future()
        self.pictures[address] = asked
        return asked

    def keep_secret(self, connection: Connection, secret: Secret) -> "Future[None]":
        kept: Future[None] = Future()
        if self.keyring is None:
            kept.set_exception(CuedeskError("This computer has no keyring that keeps a password.", "Set it."))
        else:
            self.keyring[connection.address] = secret.reveal()
            kept.set_result(None)
        return kept

    def retry(self, connection: str) -> None:
        self.retried.append(connection)


def explained(entry: Entry, sku: str) -> Iterable[Explained]:
    """The movements of a SKU that an entry holds, in words."""
    for each in movements_of(entry.change):
        if each.sku == sku:
            yield Explained(
                each.counter,
                each.kind,
                each.delta,
                each.reason,
                each.reference,
                entry.actor.person,
                entry.actor.role,
                entry.at.isoformat(),
            )


class FakeActs:
    """What a panel may do, at once. `outcomes` and `notices` are what it led to; `ended` the notices taken away."""

    def __init__(self, line: FakeLine) -> None:
        self.line = line
        self._bridge = Bridge(line, OPERATOR)
        self.outcomes: list[Outcome] = []
        self.notices: list[tuple[str, str, str]] = []
        self.deeds: dict[str, Deed | None] = {}
        self.graves: dict[str, bool] = {}
        self.ended: list[str] = []
        self.started: list[str] = []
        self._tasks: set[asyncio.Task[Any]] = set()

    @property
    def bridge(self) -> Bridge:
        return self._bridge

    @property
    def asked(self) -> list[Command]:
        """The commands that the panel asked for, in order."""
        return self.line.asked

    def do(self, command: Command) -> None:
        self._answered(self.line.decide(command))

    async def ask(self, command: Command) -> Outcome:
        return self._answered(self.line.decide(command))

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        self.started.append(name)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            asyncio.run(work)
        else:
            task = loop.create_task(work, name=name)
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def notice(
        self, key: str, title: str, next_step: str = "", *, deed: Deed | None = None, grave: bool = False
    ) -> None:
        self.notices.append((key, title, next_step))
        self.deeds[key] = deed
        self.graves[key] = grave

    def over(self, key: str) -> None:
        self.ended.append(key)

    def settle(self) -> None:
        """Let the window hear what the desk has told, as its next frame would."""
        self._bridge.catch_up()

    def _answered(self, outcome: Outcome) -> Outcome:
        self.outcomes.append(outcome)
        if not isinstance(outcome, Accepted):
            self.notice("refused", type(outcome).__name__)
        return outcome


def stocked_line(products: Sequence[Product], openings: Sequence[Opening], *, currency: str = "USD") -> FakeLine:
    """A line to a desk whose new show has these products in stock and in its queue."""
    line = FakeLine()
    line.decide(NewShow("Evening show", currency))
    line.catalogue |= {product.id: product for product in products}
    line.decide(QueueProducts(tuple(product.id for product in products)))
    line.decide(ImportCatalogue("test.csv", "0" * 64, "file", tuple(products), tuple(openings)))
    line.asked.clear()
    return line


def sample_line() -> FakeLine:
    """A line to a desk that sells the sample catalogue, all of it queued."""
    catalogue = read_catalogue([SAMPLE / "products.csv"], "USD")
    return stocked_line(catalogue.products, catalogue.openings)


@pytest.fixture
def line() -> FakeLine:
    """A desk that sells the sample catalogue."""
    return sample_line()


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> Iterator[None]:
    """Take off for the next test what a test dressed the application in."""
    face, palette, style = qapp.font(), qapp.palette(), qapp.style().name()
    yield
    if qapp.styleSheet() or qapp.font() != face or qapp.style().name() != style:
        qapp.setStyleSheet("")
        qapp.setStyle(style)
        qapp.setFont(face)
        qapp.setPalette(palette)


@pytest.fixture
def acts(qapp: QApplication, line: FakeLine) -> FakeActs:  # noqa: ARG001 - a bridge is a QObject
    """A panel's acts on that desk."""
    return FakeActs(line)


@pytest.fixture
def look(qapp: QApplication) -> LiveLook:  # noqa: ARG001 - fonts need the application
    """The dark look at its own size."""
    return LiveLook(Look(DARK, type_scale("linux")))
