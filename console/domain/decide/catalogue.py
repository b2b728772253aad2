"""The catalogue: imports and products by hand. Stock is opened for SKUs that are new here and never moved otherwise."""

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from console.domain.apply.catalogue import opening
from console.domain.changes import CatalogueImported, CatalogueStored, Change, FindingOpened, ProductSaved
from console.domain.commands import ImportCatalogue, SaveProduct
from console.domain.decide.decision import Decision, too_long
from console.domain.decide.errands import of_prices, told
from console.domain.decide.oversold import oversold
from console.domain.findings import Finding, FindingKind
from console.domain.money import MOST_MINOR, Money, is_currency
from console.domain.outcomes import Conflict, Difference, Done, Imported, Invalid
from console.domain.products import Opening, Product
from console.domain.rules import Rule
from console.domain.show import Mode, Show
from console.domain.stock import MOST, Movement

FILE = "file"
A_ROW = 1_000
"""How much one row of the journal says: each movement looks its row up, which takes as long as the row is."""


def decide_catalogue(show: Show, command: ImportCatalogue | SaveProduct) -> Decision:
    """Take products in."""
    match command:
        case ImportCatalogue():
            return import_catalogue(show, command)
        case SaveProduct():
            return save_product(show, command)
        case _:
            assert_never(command)


def import_catalogue(show: Show, command: ImportCatalogue) -> Decision:
    """Take in what is new or changed; a shop's change to a queued product of a running show waits for a person."""
    conflicts = conflicts_of(show, command.products)
    barred = {conflict.product for conflict in conflicts}
    free = [product for product in command.products if product.id not in barred]
    changed = [product for product in free if show.products.get(product.id) != product]
    withheld = [product for product in changed if waits(show, product, command.source)]
    taken = [product for product in changed if product not in withheld]
    opened, differences = openings(show, command.openings, free)
    outcome = Imported(
        new=sum(product.id not in show.products for product in taken),
        changed=sum(product.id in show.products for product in taken),
        same=len(free) - len(changed),
        opened=len(opened),
        differences=differences,
        conflicts=conflicts,
        withheld=tuple(product.id for product in withheld),
    )
    differing = found(show, withheld)
    short = oversold(show, opening_movements(opened), show.serial + len(differing))
    return Decision(outcome, (*stored(show, command, taken, opened), *differing, *short))


def stored(show: Show, command: ImportCatalogue, taken: Sequence[Product], opened: tuple[Opening, ...]) -> list[Change]:
    """The products for the table and a row of the journal, for each thousand; nothing if nothing is new."""
    changes: list[Change] = []
    queued = {item.product for item in show.queue} | {p for segment in show.segments for p in segment.products}
    for at in range(0, max(len(taken), len(opened)), A_ROW):
        some, named = tuple(taken[at : at + A_ROW]), opened[at : at + A_ROW]
        shown = tuple(product for product in some if product.id in queued)
        imported = CatalogueImported(command.name, command.digest, command.source, len(some), named, shown)
        changes += [CatalogueStored(some), imported]
    return changes


def found(show: Show, withheld: Iterable[Product]) -> list[Change]:
    """A finding for each product whose change waits, unless just that change waits already."""
    new: list[Change] = []
    for product in withheld:
        finding = Finding(show.serial + len(new) + 1, FindingKind.PRODUCT_DIFFERS, product.id, offer=product)
        known = show.findings.get(finding.key)
        if known is None or known.settled or known.offer != product:
            new.append(FindingOpened(finding))
    return new


def waits(show: Show, product: Product, source: str) -> bool:
    """Whether a change of this product must wait for a person."""
    return source != FILE and show.mode is not Mode.OFF and show.item_of(product.id) is not None


def conflicts_of(show: Show, products: Iterable[Product]) -> tuple[Conflict, ...]:
    """The products that may not come in: a SKU of theirs belongs to another one here, or to one before in the list."""
    conflicts: list[Conflict] = []
    owners: dict[str, str] = {}
    for product in products:
        if conflict := conflict_of(show, product) or conflict_among(owners, product):
            conflicts.append(conflict)
        else:
            owners |= dict.fromkeys(product.skus, product.id)
    return tuple(conflicts)


def conflict_among(owners: Mapping[str, str], product: Product) -> Conflict | None:
    """The first SKU of the product that another one of the list has, or that the product itself has twice."""
    for number, sku in enumerate(product.skus):
        if sku in owners or sku in product.skus[:number]:
            return Conflict(product.id, sku, owners.get(sku, product.id))
    return None


def conflict_of(show: Show, product: Product) -> Conflict | None:
    """The first SKU of the product that belongs to another one."""
    for sku in product.skus:
        owner = show.owners.get(sku)
        if owner is not None and owner != product.id:
            return Conflict(product.id, sku, owner)
    return None


def openings(
    show: Show, named: Iterable[Opening], products: Iterable[Product]
) -> tuple[tuple[Opening, ...], tuple[Difference, ...]]:
    """The quantities that open a SKU, and those that differ from what is on hand."""
    skus = {sku for product in products for sku in product.skus}
    opened, differences = [], []
    for each in {each.sku: each for each in named}.values():
        level = show.stock.get(each.sku)
        if each.sku not in skus:
            continue
        if level is None or not level.opened:
            opened.append(each)
        elif level.on_hand != each.quantity:
            differences.append(Difference(each.sku, each.quantity, level.on_hand))
    return tuple(opened), tuple(differences)


def save_product(show: Show, command: SaveProduct) -> Decision:
    """Take in one product as a person typed it."""
    product = command.product
    if invalid := wrong(product, command.openings):
        return Decision(invalid)
    if conflict := conflict_of(show, product):
        return Decision(Invalid("sku", Rule.SKU_ELSEWHERE, (conflict.sku, conflict.owner)))
    opened, _ = openings(show, command.openings, (product,))
    known = show.products.get(product.id)
    if known == product and not opened:
        return Decision(Done())
    short = oversold(show, opening_movements(opened), show.serial)
    errands = told(show, of_prices(known, product), show.serial + len(short))
    return Decision(Done(), (ProductSaved(product, opened), *short, *errands))


def opening_movements(opened: Iterable[Opening]) -> list[Movement]:
    """What the quantities do to the numbers on hand."""
    return [opening(each, "") for each in opened]


def payable(price: Money) -> bool:
    """Whether an amount can be asked for something."""
    return 0 <= price.minor <= MOST_MINOR and is_currency(price.currency)


def wrong(product: Product, named: Iterable[Opening]) -> Invalid | None:
    """What a person must put right before the product can be kept."""
    if not product.id.strip() or not product.title.strip():
        return Invalid("title", Rule.PRODUCT_TITLE)
    if not product.variants or not all(sku.strip() for sku in product.skus):
        return Invalid("sku", Rule.HAS_SKU)
    if len(set(product.skus)) < len(product.skus):
        return Invalid("sku", Rule.SKU_ONCE)
    if not all(
        payable(price) for variant in product.variants for price in (variant.price, variant.compare_at) if price
    ):
        return Invalid("price", Rule.PRICE)
    if not all(0 <= each.quantity <= MOST for each in named):
        return Invalid("quantity", Rule.PIECES, (MOST,))
    return too_long(title=(product.title, 300), description=(product.description, 20_000))
