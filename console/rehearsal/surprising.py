"""Plays surprises against the desk and the shop. What is so in a second follows from the second alone."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import assert_never

from msgspec.structs import replace

from console.desk.desk import Desk
from console.domain.actors import Actor, Role
from console.domain.chat import ChatLine
from console.domain.commands import (
    AnswerProposal,
    Command,
    EndIncident,
    NoteCue,
    NoteIncident,
    OpenIncident,
    PauseSegment,
    ResumeSegment,
    SaveProduct,
    SaveSegment,
    SendCue,
    TakeEdits,
)
from console.domain.cues import open_cues
from console.domain.money import Money
from console.domain.orders import Buyer
from console.domain.products import Product
from console.domain.proposing import standing
from console.domain.show import Show
from console.rehearsal.outcomes import Placed, SoldOut
from console.rehearsal.shop import RehearsalShop
from console.rehearsal.surprises import (
    AnchorAway,
    Cued,
    Mishap,
    OfferEnds,
    OfPeople,
    OfWorld,
    Overrun,
    PriceChanges,
    SellsOut,
    ShopSilent,
    Surprises,
    Trolls,
)

PLAYER = "rehearsal"
OPERATOR, ANCHOR = Actor(PLAYER, Role.OPERATOR), Actor(PLAYER, Role.ANCHOR)
ASKING = tuple[Command, Actor]


class Surprising:
    """Brings surprises about, second by second."""

    def __init__(self, surprises: Surprises) -> None:
        self._surprises = surprises.surprises
        self._answers = surprises.answers

    def _known(self, show: Show) -> Iterator[OfWorld | OfPeople]:
        """The surprises of which it is known by now when they happen, by the seconds of the show."""
        return (known for each in self._surprises if (known := each.in_show(show)))

    def shop_silent(self, n: int, show: Show) -> bool:
        """Whether the shop answers nothing in second `n`."""
        return any(isinstance(each, ShopSilent) and each.goes_on(n) for each in self._known(show))

    def overrun(self, since: int, n: int, show: Show) -> int:
        """For how many seconds nobody comes to the end of what is live since second `since`, as of second `n`."""
        known = self._known(show)
        return sum(each.seconds for each in known if isinstance(each, Overrun) and since <= each.at <= n)

    async def play(self, n: int, desk: Desk) -> None:
        """Have people do what they do in second `n`."""
        for each in self._known(desk.show):
            for command, actor in asked(each, n, desk.show, desk.now()):
                await desk.ask(command, actor)
        for command in self._answered(desk.show, desk.now()):
            await desk.ask(command, OPERATOR)

    def _answered(self, show: Show, now: datetime) -> Iterator[Command]:
        """The operator's word about what is proposed, once it has stood for long enough."""
        offered = standing(show)
        if offered is None or self._answers is None or now - offered.at < timedelta(seconds=self._answers.after):
            return
        if offered.proposal.advice in self._answers.accepts:
            yield AnswerProposal(offered.number, accept=True)
        elif offered.proposal.advice in self._answers.dismisses:
            yield AnswerProposal(offered.number, accept=False)

    def lines(self, n: int, source: str, show: Show, now: datetime) -> tuple[ChatLine, ...]:
        """What trolls say in second `n`."""
        return tuple(
            troll_line(each, n, number, source, now)
            for each in self._known(show)
            if isinstance(each, Trolls) and each.goes_on(n)
            for number in range(each.a_second)
        )

    def buy(self, n: int, shop: RehearsalShop, show: Show, product: Product | None) -> bool:
        """Buy all of what sells out in second `n`. Returns whether anything was ordered."""
        rushes = (each for each in self._known(show) if isinstance(each, SellsOut) and each.goes_on(n))
        skus = product.skus if product else ()
        return sum(bought_out(shop, sku, each) for each in rushes for sku in skus) > 0


def asked(each: OfWorld | OfPeople, n: int, show: Show, now: datetime) -> Iterator[ASKING]:
    """What a surprise has people ask of the desk in second `n`."""
    match each:
        case Trolls() | ShopSilent() | Overrun() | SellsOut():
            return
        case PriceChanges(at=at, percent=percent) if at == n:
            item = show.explained
            if item and (product := show.products.get(item.product)):
                yield SaveProduct(repriced(product, percent)), OPERATOR
        case AnchorAway(at=at, seconds=seconds):
            if at == n:
                yield PauseSegment(), OPERATOR
            elif at + seconds == n:
                yield ResumeSegment(), OPERATOR
        case OfferEnds(at=at) if at == n:
            yield from offered(each, show, now)
        case Cued(at=at, kind=kind, text=text, noted_after=after):
            if at == n:
                yield SendCue(kind, text), OPERATOR
            elif after is not None and at + after == n:
                same = (cue for cue in open_cues(show.cues) if (cue.kind, cue.text) == (kind, text))
                yield from ((NoteCue(cue.id), ANCHOR) for cue in same)
        case Mishap(at=at, seconds=seconds, kind=kind, note=note):
            if at == n:
                yield OpenIncident(kind), OPERATOR
                yield NoteIncident(kind, note), OPERATOR
            elif at + seconds == n:
                yield EndIncident(kind), OPERATOR
        case PriceChanges() | OfferEnds():
            return
        case _:
            assert_never(each)


def repriced(product: Product, percent: int) -> Product:
    """A product at other prices."""
    prices = [Money(max(1, each.price.minor * percent // 100), each.price.currency) for each in product.variants]
    pairs = zip(product.variants, prices, strict=True)
    return replace(product, variants=tuple(replace(each, price=price) for each, price in pairs))


def offered(offer: OfferEnds, show: Show, now: datetime) -> Iterator[ASKING]:
    """What is live gets its coupon, in the plan and on air."""
    segment = show.segment(show.live.segment) if show.live else None
    if segment:
        until = now + timedelta(seconds=offer.seconds)
        yield SaveSegment(replace(segment, coupon=offer.coupon, offer_until=until)), OPERATOR
        yield TakeEdits(), OPERATOR


def troll_line(trolls: Trolls, n: int, number: int, source: str, now: datetime) -> ChatLine:
    """One line of a flood: names and words go round."""
    place = (n - trolls.at) * trolls.a_second + number
    name = trolls.names[place % len(trolls.names)]
    text = trolls.lines[place % len(trolls.lines)]
    id_ = f"troll-{trolls.at}-{place}"
    return ChatLine(source=source, id=id_, author=f"troll-{name}", name=name, text=text, heard_at=now, sent_at=now)


def bought_out(shop: RehearsalShop, sku: str, rush: SellsOut) -> int:
    """Order all that is left of a SKU, lot by lot. Returns how many orders that took."""
    buyer, pieces, orders = Buyer(f"rush-{rush.at}", rush.buyer), rush.lot, 0
    while pieces:
        match shop.place({sku: pieces}, buyer):
            case Placed():
                orders += 1
            case SoldOut(left=left):
                pieces = min(left, pieces - 1)
            case _:
                return orders
    return orders
