"""The one place that chooses parts: those of a rehearsal. None of them can reach a network."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from console.desk.clock import SteadyClock
from console.desk.desk import Desk
from console.desk.hearing import Hearing
from console.desk.ports import Clock, Part
from console.desk.store import Store
from console.domain.claims.listening import Listening
from console.domain.claims.rules import LONGEST_HOLD, ClaimRules
from console.domain.commands import (
    Command,
    EndShow,
    ImportCatalogue,
    ImportRundown,
    LeaveErrand,
    NewShow,
    QueueProducts,
    ResumeSending,
    SetClaimRules,
)
from console.domain.connections import Connection
from console.domain.decide.errands import REHEARSAL_SHOP
from console.domain.decide.placing import unnumbered
from console.domain.outbox import StockBy
from console.domain.products import Product
from console.domain.secret import Secret
from console.domain.show import Mode, Purpose, Show
from console.domain.trials import TrialFailed, Verdict
from console.errors import CuedeskError
from console.imports.catalogue import read_catalogue
from console.imports.claim_words import claim_words
from console.imports.clock_times import Studio
from console.imports.rundown import read_rundown
from console.looking import looks
from console.parts import ChatPart, ShopPart
from console.rehearsal.chat import RehearsalChat
from console.rehearsal.clock import StandingClock
from console.rehearsal.director import Course, Director, Stage
from console.rehearsal.scenario import SOURCES, Scenario
from console.rehearsal.shop import RehearsalShop
from console.rehearsal.surprises import NO_SURPRISES, Surprises
from console.rehearsal.viewers import read_material
from console.setup import require
from console.shop.sync import Pace
from console.shop.way_out import OutPace

HOLD_OF_SAMPLE = timedelta(minutes=4)
AT_ONCE = 0.0  # a shop in memory has nothing on its way
CURRENCY = "USD"
TITLE = "Sample show"
NO_PICTURE = ("A rehearsal fetches no pictures.", "Open the live show once: what it fetches is here afterwards.")
NO_NETWORK = ("A rehearsal's file reaches no shop and no chat.", "Set connections up in the file of a live show.")


class Wishes(msgspec.Struct, frozen=True):
    """How a rehearsal is wanted. `by_itself` takes the segments when their time is over, `ends` ends the show.

    Where it is not `watched`, its clock stands still while a second happens, so that equal seeds give equal shows.
    What people do of the `surprises` is left to the people, unless it goes by itself.
    """

    speed: float = 1.0
    seed: int = 7
    minutes: int = 60
    by_itself: bool = False
    ends: bool = False
    watched: bool = True
    surprises: Surprises = NO_SURPRISES


class Rehearsal:
    """A rehearsal of the sample show, or of the show that its file was copied from. `over` is called at its end."""

    purpose = Purpose.REHEARSAL
    create = True

    def __init__(self, sample: Path, wishes: Wishes, over: Callable[[], None] | None = None) -> None:
        self._sample = sample
        self._wishes = wishes
        self._over = over or (lambda: None)

    def clock(self, last: datetime) -> Clock:
        """A clock at the speed that is wanted; where nobody watches, it stands still while a second happens."""
        kind = SteadyClock if self._wishes.watched else StandingClock
        return kind(max(datetime.now(UTC), last), self._wishes.speed)

    async def prepare(self, desk: Desk) -> None:
        """Fill a new file with the sample show; begin anew a show that has been played.

        What a copied file was to do at its shops is left: they are not rehearsed on. What viewers say claims.
        """
        if desk.show.held:
            await require(desk, ResumeSending())
            for each in desk.show.tray:
                await require(desk, LeaveErrand(each.errand.id))
            await require(desk, SetClaimRules(msgspec.structs.replace(desk.show.claims.rules, by_chat=True)))
        if desk.show.id == 0:
            for command in await asyncio.to_thread(sample_show, self._sample):
                await require(desk, command)
            hold = HOLD_OF_SAMPLE if self._wishes.by_itself else hold_at(self._wishes.speed)
            await require(desk, SetClaimRules(ClaimRules(hold=hold, by_chat=True)))
        elif desk.show.mode is not Mode.REHEARSAL and desk.show.began:
            for command in anew(desk.show):
                await require(desk, command)

    def parts(self, desk: Desk, store: Store) -> Sequence[Part]:  # noqa: ARG002 - a rehearsal is worth no backup
        """The viewers, the shop and the director that moves both."""
        material = read_material((self._sample / "viewers.json").read_bytes())
        show = desk.show
        products = [show.products[each] for each in sorted(show.products)]
        rooms = {name: RehearsalChat(name) for name in SOURCES.values()}
        shop = rehearsal_shop(show, products, desk.clock)
        pace = Pace(orders=max(0.05, 2 / self._wishes.speed))
        syncing = ShopPart(desk, shop, pace, OutPace(apart=AT_ONCE))
        seconds = self._wishes.minutes * 60
        planned = sum((segment.planned for segment in show.segments), timedelta())
        scenario = Scenario(self._wishes.seed, material, products, round(planned.total_seconds()) or seconds)
        wishes = self._wishes
        surprises = wishes.surprises if wishes.by_itself else wishes.surprises.by_world()
        course = Course(seconds, wishes.by_itself, wishes.ends, surprises)
        chats = ChatPart(desk, list(rooms.values()), Hearing(Listening(claim_words())))
        clock = desk.clock
        begin = clock.stand_at if isinstance(clock, StandingClock) else passed
        again = lambda: syncing.retry(REHEARSAL_SHOP)  # noqa: E731 - it is a name for one call
        shown = (chats.kept, syncing.sync.poll, syncing.carried_out, syncing.sync.watch, again, begin, self._over)
        director = Director(desk, scenario, shop, rooms, course, Stage(*shown))
        return [chats, syncing, director, *(() if wishes.by_itself else looks(desk))]

    async def try_out(self, desk: Desk, connection: Connection, secret: Secret | None) -> Verdict:  # noqa: ARG002 - the setup's shape
        """Nothing here reaches a network."""
        return TrialFailed(*NO_NETWORK)

    async def picture(self, address: str) -> Path:  # noqa: ARG002 - as above
        """Nothing here reaches a network: of pictures with an address there are those that were fetched before."""
        raise CuedeskError(*NO_PICTURE)

    async def keep_secret(self, connection: Connection, secret: Secret) -> None:  # noqa: ARG002 - as above
        """Nothing here needs a secret."""
        raise CuedeskError(*NO_NETWORK)


def hold_at(speed: float) -> timedelta:
    """The time of the show for which pieces are held: however fast it goes, people have as long to look at a claim."""
    return min(LONGEST_HOLD, max(HOLD_OF_SAMPLE, HOLD_OF_SAMPLE * speed))


def passed(_: datetime) -> None:
    """Time that goes by as it does: nothing has to stand still for it."""


def rehearsal_shop(show: Show, products: Sequence[Product], clock: Clock) -> RehearsalShop:
    """The shop as the file knows it: what is on hand, less what it has not been told yet; the orders it has taken."""
    on_hand = Counter({sku: level.on_hand for sku, level in show.stock.items()})
    for each in show.open_errands:
        if each.errand.shop == REHEARSAL_SHOP and isinstance(each.errand.task, StockBy):
            on_hand[each.errand.task.sku] -= each.errand.task.delta
    orders = sorted((order.snapshot for order in show.orders.values()), key=lambda order: (order.placed_at, order.ref))
    drafts = show.claims.drafts.values()
    return RehearsalShop(REHEARSAL_SHOP, show.currency, clock, products, on_hand, orders, drafts=drafts)


def sample_show(folder: Path) -> list[Command]:
    """The commands that make the sample show out of its files."""
    catalogue = read_catalogue([folder / "products.csv"], CURRENCY)
    owners = {sku: product.id for product in catalogue.products for sku in product.skus}
    rundown = read_rundown(folder / "rundown.csv", Studio(datetime.now(UTC).date(), ZoneInfo("UTC")), owners.get)
    presented = [product for segment in rundown.segments for product in segment.products]
    everything = [*presented, *(product.id for product in catalogue.products)]
    return [
        NewShow(TITLE, CURRENCY),
        ImportCatalogue(catalogue.name, catalogue.digest, "file", catalogue.products, catalogue.openings),
        QueueProducts(tuple(dict.fromkeys(everything))),
        rundown.command,
    ]


def anew(show: Show) -> list[Command]:
    """The commands that begin a show again that has been played: the same queue and rundown, nothing aired."""
    loose = {"planned_start": None, "planned_end": None, "hard": False}
    segments = tuple(msgspec.structs.replace(segment, **loose) for segment in unnumbered(show.segments))
    return [
        *([EndShow()] if show.mode is not Mode.OFF else []),
        NewShow(show.title, show.currency),
        QueueProducts(tuple(item.product for item in show.queue)),
        ImportRundown("the rehearsal before", "", segments),
    ]
