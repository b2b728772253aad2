"""The rows of each export, out of a file at one moment."""

from collections.abc import Callable, Iterator
from datetime import timedelta, tzinfo
from operator import itemgetter

from console.domain.claims.claim import Part
from console.domain.claims.picking import picks
from console.domain.claims.sieve import Sieve
from console.domain.money import Money, plain
from console.domain.products import Product, Variant
from console.domain.rundown import Kind, Segment
from console.domain.show import Show
from console.domain.stock import Level
from console.exports.kinds import Export
from console.storage.reader import Reader

Cell = str | int | Money | None
Rows = Iterator[tuple[Cell, ...]]

SEPARATORS = frozenset(",;，；、\n")

STOCK = ("SKU", "Product", "Title", "Options", "On hand", "Reserved", "Committed", "Buffer", "Available")
RUNDOWN = (
    "Start",
    "Duration",
    "Title",
    "Owner",
    "Notes",
    "Script",
    "Products",
    "Coupon",
    "Gift",
    "Offer until",
    "Kind",
    "Group",
    "Hard start",
    "Locked end",
    "Count to end",
    "Flag",
    "Colour",
    "Skip",
    "Loops to",
    "Delay",
)
ORDERS = (
    *("Shop", "Order", "Reference", "Status", "Placed at", "Buyer"),
    *("SKU", "Placed", "Cancelled", "Shipped", "Total", "Currency"),
)
CLAIMS = (
    *("Claim", "Time", "Source", "Buyer", "Name", "Text", "State", "Form", "Sure %", "Order"),
    *("SKU", "Asked", "Got", "Stands", "Why", "Left then", "Rank", "Held until"),
)
INCIDENTS = ("Time", "Incident", "Person", "What")
PICKLIST = (
    *("Buyer", "Identity", "SKU", "Product", "Options", "Pieces", "Held", "Paid"),
    *("Held until", "Shop", "Order", "Order state", "Link"),
)
CHAT = ("Time", "Source", "Name", "Text")


KINDS = {Kind.SEGMENT: "", Kind.GROUP: "group", Kind.MILESTONE: "milestone", Kind.AD_LIB: "ad-lib"}


def table(kind: Export, reader: Reader, zone: tzinfo, sieve: Sieve) -> Rows:
    """The header and the rows of an export; times are on the clocks of `zone`, claims are those of the sieve."""
    return claims(reader, zone, sieve) if kind is Export.CLAIMS else TABLES[kind](reader, zone)


def products(reader: Reader, _: tzinfo) -> Rows:
    """A row for each variant, with all that an import needs to make it again."""
    most = reader.most_options()
    yield (
        *("Product", "Title", "SKU", "Price", "Compare-at price", "Currency", "On hand", "Barcode"),
        *(name for n in range(1, most + 1) for name in (f"Option {n} name", f"Option {n}")),
        *("Vendor", "Type", "Picture", "Description"),
    )
    for product, levels in reader.catalogue():
        for at, variant in enumerate(product.variants):
            about = (product.vendor, product.kind, product.picture, product.description) if at == 0 else ("",) * 4
            options = (text for n in range(most) for text in (_nth(product.option_names, n), _nth(variant.options, n)))
            yield (*_sold(product, variant, levels.get(variant.sku)), *options, *about)


def _sold(product: Product, variant: Variant, level: Level | None) -> tuple[Cell, ...]:
    on_hand = level.on_hand if level is not None and level.opened else None
    price = (variant.price, variant.compare_at, variant.price.currency)
    return (product.id, product.title, variant.sku, *price, on_hand, variant.barcode)


def _nth(texts: tuple[str, ...], n: int) -> str:
    return texts[n] if n < len(texts) else ""


def stock(reader: Reader, _: tzinfo) -> Rows:
    """A row for each SKU of the catalogue, with its numbers."""
    yield STOCK
    for product, levels in reader.catalogue():
        for variant in product.variants:
            level = levels.get(variant.sku) or Level()
            numbers = (level.on_hand, level.reserved, level.committed, level.buffer, level.available)
            yield (variant.sku, product.id, product.title, " / ".join(variant.options), *numbers)


def rundown(reader: Reader, zone: tzinfo) -> Rows:
    """A row for each segment of the current show."""
    yield RUNDOWN
    show = reader.show()
    rows = {segment.id: number for number, segment in enumerate(show.segments, start=1)}
    for segment in show.segments:
        yield (*_segment(segment, zone, lambda product: called(reader, product)), *_shape(show, segment, rows, zone))


def _shape(show: Show, segment: Segment, rows: dict[int, int], zone: tzinfo) -> tuple[Cell, ...]:
    """What a row is; rows name one another by their numbers below the header."""
    end = segment.planned_end.astimezone(zone).isoformat() if segment.planned_end else ""
    delay = show.delays.get(segment.id) or timedelta(0)
    signed = ("-" if delay < timedelta(0) else "") + _length(abs(delay)) if delay else ""
    return (
        *(KINDS[segment.kind], rows.get(segment.group), _yes(segment.hard), end, _yes(segment.count_to_end)),
        *(_yes(segment.flag), segment.colour, _yes(segment.id in show.skipped), rows.get(segment.loops_to), signed),
    )


def _yes(said: object) -> str:
    return "x" if said else ""


def _segment(segment: Segment, zone: tzinfo, called: Callable[[str], str]) -> tuple[Cell, ...]:
    start = segment.planned_start.astimezone(zone).isoformat() if segment.planned_start else ""
    names = "; ".join(map(called, segment.products))
    until = segment.offer_until.astimezone(zone).isoformat() if segment.offer_until else ""
    offer = (segment.coupon, segment.gift, until)
    texts = (segment.title, segment.owner, segment.notes, segment.script)
    return (start, _length(segment.planned), *texts, names, *offer)


def called(reader: Reader, product: str) -> str:
    """A name by which an import finds just this product: its id, or one of its SKUs."""
    known = reader.product(product)
    names = [product, *(known.skus if known else ())]
    usable = (name for name in names if SEPARATORS.isdisjoint(name) and reader.product_of(name) == product)
    return next(usable, product)


def _length(length: timedelta) -> str:
    seconds = round(length.total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def orders(reader: Reader, zone: tzinfo) -> Rows:
    """A row for each SKU of each order, the newest order first."""
    yield ORDERS
    for order, buyer in reader.all_orders():
        told = order.snapshot
        placed_at = told.placed_at.astimezone(zone).isoformat(timespec="seconds")
        about = (told.shop, told.code, told.ref, told.status.value, placed_at, buyer)
        for line in told.lines:
            yield (*about, line.sku, line.placed, line.cancelled, line.shipped, told.total, told.total.currency)


def claims(reader: Reader, zone: tzinfo, sieve: Sieve) -> Rows:
    """A row for each SKU of each claim, in the order of claims; a line that was taken away has no text."""
    yield CLAIMS
    words = reader.claims_words()
    for claim, name in reader.claims():
        text = words.get(claim.id, "")
        if not sieve.passes(claim, name, text):
            continue
        at = claim.at.astimezone(zone).isoformat(timespec="milliseconds")
        who = (claim.id, at, claim.source, claim.buyer, name, text)
        about = (*who, claim.state.value, claim.form, claim.sure, claim.order)
        for part in claim.parts or (None,):
            yield (*about, *(_part(part, zone) if part else ()))


def _part(part: Part, zone: tzinfo) -> tuple[Cell, ...]:
    until = part.until.astimezone(zone).isoformat(timespec="seconds") if part.until else ""
    return (part.sku, part.quantity, part.got, part.state.value, part.why.value, part.left, part.rank, until)


def chat(reader: Reader, zone: tzinfo) -> Rows:
    """A row for each line that was not taken away, the oldest first."""
    yield CHAT
    for heard in reader.all_chat():
        if not heard.erased:
            line = heard.line
            yield (line.heard_at.astimezone(zone).isoformat(timespec="seconds"), line.source, line.name, line.text)


def incidents(reader: Reader, zone: tzinfo) -> Rows:
    """What went wrong in the current show and what was done about it, in order."""
    yield INCIDENTS
    told = [
        (at, incident.kind.value, person, text)
        for incident in reader.show().incidents
        for at, person, text in (
            (incident.began, "", "began"),
            *((note.at, note.person, note.text) for note in incident.notes),
            *(((incident.ended, "", "over"),) if incident.ended else ()),
        )
    ]
    for at, kind, person, text in sorted(told, key=itemgetter(0)):
        yield (at.astimezone(zone).isoformat(timespec="seconds"), kind, person, text)


def picklist(reader: Reader, zone: tzinfo) -> Rows:
    """A row for each SKU that a buyer of the current show has got, with the order that it is a part of."""
    yield PICKLIST
    show = reader.show()
    names = reader.claims_told(show.id).names
    goods = {each.sku: (product, each) for product in show.products.values() for each in product.variants}
    for pick in picks(show):
        product, variant = goods.get(pick.sku, (None, None))
        about = (product.title if product else "", " / ".join(variant.options) if variant else "")
        until = pick.until.astimezone(zone).isoformat(timespec="seconds") if pick.until else ""
        pieces = (pick.held + pick.paid, pick.held, pick.paid)
        order = (until, pick.shop, pick.order, pick.state, pick.link)
        yield (names.get(pick.buyer, ""), pick.buyer, pick.sku, *about, *pieces, *order)


TABLES: dict[Export, Callable[[Reader, tzinfo], Rows]] = {
    Export.PRODUCTS: products,
    Export.STOCK: stock,
    Export.RUNDOWN: rundown,
    Export.ORDERS: orders,
    Export.CHAT: chat,
    Export.INCIDENTS: incidents,
    Export.PICKLIST: picklist,
}


def text(cell: Cell) -> str:
    """A cell as text: numbers in digits, nothing as nothing."""
    match cell:
        case None:
            return ""
        case Money():
            return plain(cell)
        case _:
            return str(cell)
