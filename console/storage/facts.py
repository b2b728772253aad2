"""Looking things up in the file: products, stock, owners of SKUs, orders, lines, orders of claims."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import msgspec

from console.domain.money import Money
from console.domain.needs import Needs
from console.domain.orders import Order, OrderLine, OrderSnapshot, OrderStatus, Shipped
from console.domain.products import Product, Variant
from console.domain.show import Facts
from console.domain.stock import Level
from console.storage.claims import NAMED, drafts_where, known_lines, of_draft
from console.storage.sqlite import Connection
from console.storage.times import from_us

AMONG = "(SELECT value FROM json_each(?))"
LEVELS = f"SELECT sku, on_hand, reserved, committed, buffer, opened, low FROM stock WHERE sku IN {AMONG}"  # noqa: S608
OWNERS = f"SELECT sku, product FROM variants WHERE sku IN {AMONG}"  # noqa: S608
VARIANTS = f"""SELECT product, sku, options, price, compare_at, currency, barcode FROM variants
    WHERE product IN {AMONG} ORDER BY product, position"""  # noqa: S608
PRODUCTS = f"""SELECT id, title, description, vendor, kind, option_names, picture FROM products
    WHERE id IN {AMONG}"""  # noqa: S608
THESE_ORDERS = "(shop, ref) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))"

words = msgspec.json.Decoder(tuple[str, ...])


def facts(connection: Connection, needs: Needs) -> Facts:
    """What the file knows of the things needed; what it does not know is left out."""
    orders = orders_where(connection, THESE_ORDERS, (pairs(needs.orders),)) if needs.orders else {}
    products = products_of(connection, needs.products)
    skus = needs.skus.union(*(product.skus for product in products.values()))
    lines = known_lines(connection, needs.lines)
    drafts = tuple(drafts_where(connection, NAMED, (among(needs.drafts),))) if needs.drafts else ()
    claims = tuple(claim for draft in drafts for claim in of_draft(connection, draft))
    return Facts(products, levels_of(connection, skus), owners_of(connection, skus), orders, lines, drafts, claims)


def among(names: Collection[str]) -> str:
    """Names as the one parameter of a query."""
    return msgspec.json.encode(sorted(names)).decode()


def pairs(keys: Collection[str]) -> str:
    """Keys of orders as shop and reference, in one parameter. No shop's name holds a slash."""
    return msgspec.json.encode([key.split("/", 1) for key in sorted(keys)]).decode()


def levels_of(connection: Connection, skus: Collection[str]) -> dict[str, Level]:
    """The stock of these SKUs."""
    rows = connection.execute(LEVELS, (among(skus),)) if skus else ()
    return {
        sku: Level(on_hand, reserved, committed, buffer, bool(opened), low)
        for sku, on_hand, reserved, committed, buffer, opened, low in rows
    }


def owners_of(connection: Connection, skus: Collection[str]) -> dict[str, str]:
    """The products that these SKUs belong to."""
    return dict(connection.execute(OWNERS, (among(skus),))) if skus else {}


def products_of(connection: Connection, ids: Collection[str]) -> dict[str, Product]:
    """These products with their variants."""
    if not ids:
        return {}
    wanted = among(ids)
    variants = {
        owner: tuple(variant(row) for row in rows)
        for owner, rows in groupby(connection.execute(VARIANTS, (wanted,)), key=itemgetter(0))
    }
    rows = connection.execute(PRODUCTS, (wanted,))
    return {row[0]: product(row, variants.get(row[0], ())) for row in rows}


def variant(row: Sequence[object]) -> Variant:
    """A variant from its row."""
    _, sku, options, price, compare_at, currency, barcode = row
    before = Money(compare_at, str(currency)) if isinstance(compare_at, int) else None
    return Variant(str(sku), Money(int(str(price)), str(currency)), before, words.decode(str(options)), str(barcode))


def product(row: Sequence[str], variants: tuple[Variant, ...]) -> Product:
    """A product from its row."""
    number, title, description, vendor, kind, option_names, picture = row
    return Product(number, title, variants, description, vendor, kind, words.decode(option_names), picture)


def orders_where(connection: Connection, where: str, parameters: tuple[object, ...]) -> dict[str, Order]:
    """The orders that a condition of this package's own selects."""
    columns = (
        "shop, ref, code, status, placed_at, version, total, currency, buyer, paid, refunded, refunding, show, adopted"
    )
    heads = connection.execute(f"SELECT {columns} FROM orders WHERE {where}", parameters)  # noqa: S608
    found = (order(connection, row) for row in heads.fetchall())
    return {each.key: each for each in found}


def order(connection: Connection, row: Sequence[object]) -> Order:
    """An order from its row and its lines."""
    shop, ref, code, status, placed_at, version, total, currency, buyer, paid, refunded, refunding, show, adopted = row
    snapshot = OrderSnapshot(
        shop=str(shop),
        ref=str(ref),
        code=str(code),
        status=OrderStatus(str(status)),
        placed_at=from_us(int(str(placed_at))),
        version=int(str(version)),
        lines=tuple(lines(connection, str(shop), str(ref))),
        total=Money(int(str(total)), str(currency)),
        buyer=str(buyer),
        paid=int(str(paid)),
        refunded=int(str(refunded)),
        refunding=int(str(refunding)),
    )
    return Order(snapshot, int(str(show)), msgspec.json.decode(str(adopted), type=tuple[Shipped, ...]))


def lines(connection: Connection, shop: str, ref: str) -> Iterator[OrderLine]:
    """The lines of an order."""
    select = "SELECT sku, placed, cancelled, shipped FROM order_lines WHERE shop = ? AND ref = ? ORDER BY line"
    return (OrderLine(*row) for row in connection.execute(select, (shop, ref)))
