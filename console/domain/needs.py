"""What a command needs to know that the show may not have in memory."""

from functools import reduce

import msgspec

from console.domain.claims.identity import line_key
from console.domain.commands import (
    AddSegments,
    AdjustStock,
    CancelOrder,
    CancelOversold,
    ClaimByHand,
    Command,
    CountStock,
    FinishErrand,
    HearChat,
    HoldStock,
    ImportCatalogue,
    ImportRundown,
    LinkShop,
    QueueProducts,
    RefundOrder,
    ReleaseStock,
    RestoreItem,
    RestoreSegment,
    ResumeSale,
    ReviewClaim,
    RingFence,
    SaveProduct,
    SaveSegment,
    SeeLevels,
    SeeOrders,
    SetLimits,
    SetRelease,
    SettleFinding,
    StopSale,
    Together,
    UndoMove,
)
from console.domain.orders import order_key
from console.domain.outbox import Made
from console.domain.products import Opening, Product
from console.domain.show import Show


class Needs(msgspec.Struct, frozen=True):
    """Names of things to be looked up in the file; lines by their source and their id there, drafts by their name."""

    skus: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    lines: frozenset[tuple[str, str]] = frozenset()
    drafts: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether there is anything to look up."""
        return bool(self.skus or self.products or self.orders or self.lines or self.drafts)

    def __or__(self, other: "Needs") -> "Needs":
        """Both."""
        return Needs(
            self.skus | other.skus,
            self.products | other.products,
            self.orders | other.orders,
            self.lines | other.lines,
            self.drafts | other.drafts,
        )


def needs(show: Show, command: Command) -> Needs:
    """What to look up before deciding the command on this show."""
    wanted = named(show, command)
    return Needs(
        frozenset(sku for sku in wanted.skus if sku not in show.stock or sku not in show.owners),
        frozenset(product for product in wanted.products if product not in show.products),
        frozenset(order for order in wanted.orders if order not in show.orders),
        frozenset(line for line in wanted.lines if line_key(*line) not in show.claims.lines),
        frozenset(key for key in wanted.drafts if not show.claims.knows(key)),
    )


def named(show: Show, command: Command) -> Needs:
    """The SKUs, products, orders and lines that a command is about."""
    match command:
        case (
            AdjustStock(sku=sku) | CountStock(sku=sku) | HoldStock(sku=sku) | ReleaseStock(sku=sku) | SetLimits(sku=sku)
        ):
            return Needs(skus=frozenset({sku}))
        case SetRelease(sku=sku) | RingFence(sku=sku):
            return Needs(skus=frozenset({sku}))
        case StopSale(skus=named_skus) | ResumeSale(skus=named_skus):
            return Needs(skus=frozenset(named_skus))
        case ClaimByHand(items=items) | ReviewClaim(items=items):
            return Needs(skus=frozenset(item.sku for item in items))
        case HearChat(asked=asked):
            skus = frozenset(item.sku for each in asked for item in each.reading.items)
            return Needs(skus, lines=frozenset((each.source, each.line) for each in asked))
        case UndoMove(move=move):
            return Needs(skus=frozenset(each.sku for each in show.moves if each.id == move))
        case ImportCatalogue(products=products, openings=openings):
            return of_products(products, openings)
        case SaveProduct(product=product, openings=openings):
            return of_products((product,), openings)
        case QueueProducts(products=ids):
            return Needs(products=frozenset(ids))
        case RestoreItem(item=item):
            return Needs(products=frozenset({item.product}))
        case SaveSegment(segment=segment) | RestoreSegment(segment=segment):
            return Needs(products=frozenset(segment.products))
        case ImportRundown(segments=segments) | AddSegments(segments=segments):
            return Needs(products=frozenset(product for segment in segments for product in segment.products))
        case SeeOrders(orders=orders):
            skus = frozenset(line.sku for order in orders for line in order.lines)
            keys = frozenset(order_key(order.shop, order.ref) for order in orders)
            return Needs(skus, orders=keys, drafts=frozenset(order.draft for order in orders if order.draft))
        case LinkShop(goods=goods, orders=seen):
            return named(show, goods) | named(show, seen)
        case FinishErrand(errand=number, made=Made(ref=ref)) if number in show.outbox:
            return Needs(orders=frozenset({order_key(show.outbox[number].errand.shop, ref)}))
        case CancelOrder(order=order) | RefundOrder(order=order):
            return Needs(orders=frozenset({order}))
        case SeeLevels(levels=levels):
            return Needs(skus=frozenset(level.sku for level in levels))
        case SettleFinding(finding=number):
            found = [each for each in show.open_findings if each.id == number]
            offered = of_products(tuple(each.offer for each in found if each.offer), ())
            return offered | Needs(skus=frozenset(each.subject for each in found))
        case CancelOversold(cuts=cuts):
            return Needs(skus=frozenset(cut.sku for cut in cuts), orders=frozenset(cut.order for cut in cuts))
        case Together(commands=commands):
            return reduce(Needs.__or__, (named(show, each) for each in commands), Needs())
        case _:
            return Needs()


def of_products(products: tuple[Product, ...], openings: tuple[Opening, ...]) -> Needs:
    """The products themselves, and who owns their SKUs."""
    skus = {sku for product in products for sku in product.skus} | {each.sku for each in openings}
    return Needs(frozenset(skus), frozenset(product.id for product in products))
