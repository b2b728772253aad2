"""Shows over which lines of scripts are judged, by name."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.claims.book import Claims
from console.domain.claims.rules import Terms
from console.domain.money import Money
from console.domain.products import Product, Variant
from console.domain.queue import QueueItem
from console.domain.rundown import Segment
from console.domain.script.facts import Known
from console.domain.show import Show
from console.domain.stock import Level

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
LATER, BEFORE = NOW + timedelta(minutes=30), NOW - timedelta(minutes=1)
PRICE, WAS = Money(5990, "USD"), Money(7500, "USD")
TITLE = "Linen shirt 亚麻衬衫"


def plain(pieces: int | None, was: Money | None = WAS, **segment: object) -> Known:
    """One shirt of one variant, with so many pieces left; None: never counted."""
    product = Product("shirt", TITLE, (Variant("SHIRT", PRICE, was),))
    levels = {} if pieces is None else {"SHIRT": Level(on_hand=pieces, opened=True)}
    return show_of(product, levels, **segment)


def show_of(product: Product, levels: dict[str, Level], **segment: object) -> Known:
    """A show that explains a product."""
    planned = replace(Segment("Shirt", timedelta(minutes=7), id=1, products=(product.id,)), **segment)
    show = Show(
        id=1,
        currency="USD",
        queue=(QueueItem(1, "12", product.id),),
        pinned=1,
        segments=(planned,),
        products=HashTrieMap({product.id: product}),
        owners=HashTrieMap(dict.fromkeys(product.skus, product.id)),
        stock=HashTrieMap(levels),
    )
    return Known(show, planned, NOW)


def variants() -> Known:
    """A shirt in two sizes and two colours, five pieces in all, two of them in L and sage."""
    left = {("M", "White"): 3, ("L", "White"): 0, ("M", "Sage"): 0, ("L", "Sage"): 2}
    made = tuple(Variant(f"SHIRT-{colour}-{size}", PRICE, WAS, (size, colour)) for size, colour in left)
    levels = {each.sku: Level(on_hand=left[each.options[0], each.options[1]], opened=True) for each in made}
    return show_of(Product("shirt", TITLE, made, option_names=("Size", "Colour")), levels)


def stopped() -> Known:
    """A shirt whose sale is stopped."""
    known = plain(3)
    return replace(known, show=replace(known.show, claims=Claims(terms=HashTrieMap({"SHIRT": Terms(stopped="")}))))


SCENES: dict[str, Callable[[], Known]] = {
    "few": lambda: plain(3),
    "many": lambda: plain(120),
    "gone": lambda: plain(0),
    "plain": lambda: plain(3, was=None),
    "stopped": stopped,
    "variants": variants,
    "recorded": lambda: replace(plain(3), lowest={"SHIRT": PRICE}),
    "lower": lambda: replace(plain(3), lowest={"SHIRT": Money(4990, "USD")}),
    "offer": lambda: plain(3, coupon="5 off", gift="socks", offer_until=LATER),
    "ended": lambda: plain(3, coupon="5 off", gift="socks", offer_until=BEFORE),
}
