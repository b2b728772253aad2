"""What the adapter sees of orders that are placed, packed, shipped, cancelled and refunded at a real Vendure."""

from console.domain.money import Money
from console.domain.orders import Buyer, OrderLine, OrderSnapshot, OrderStatus
from console.shop.vendure import VendureShop
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Placed, Staff, buy, fill_cart, opened


async def feed(shop: VendureShop, cursor: str = "") -> tuple[dict[str, OrderSnapshot], list[Buyer], str]:
    orders: dict[str, OrderSnapshot] = {}
    buyers: list[Buyer] = []
    while True:
        page = await shop.changes(cursor)
        orders |= {order.ref: order for order in page.orders}
        buyers += page.buyers
        cursor = page.cursor
        if not page.more:
            return orders, buyers, cursor


async def now(shop: VendureShop, placed: Placed) -> OrderSnapshot:
    page = await shop.orders([placed.id])
    assert page.cursor == ""
    (order,) = page.orders
    return order


async def stock(shop: VendureShop, sku: str) -> tuple[int, int]:
    (level,) = await shop.levels([sku])
    return level.on_hand, level.committed


def moved(before: tuple[int, int], line: OrderLine) -> tuple[int, int]:
    """On hand and committed, as this line of the only order has moved them."""
    return before[0] - line.shipped + line.returned, before[1] + line.committed


async def test_a_placed_order_is_told_whole(shop: VendureShop, staff: Staff, vendure_server: Vendure) -> None:
    ids = await staff.add_product(
        "tea",
        [NewVariant("TEA-1", 1000, options=("A",)), NewVariant("TEA-2", 500, options=("B",))],
        option_names=("Kind",),
    )
    placed = await buy(vendure_server.url, {ids["TEA-1"]: 2, ids["TEA-2"]: 1}, name="Grace  Hopper\n")
    orders, buyers, _ = await feed(shop)
    order = orders[placed.id]
    assert (order.shop, order.code, order.status) == ("boutique", placed.code, OrderStatus.PAID)
    assert order.lines == (OrderLine("TEA-1", 2), OrderLine("TEA-2", 1))
    assert order.total == Money(2 * 1200 + 600 + 500, "USD")
    assert Buyer(order.buyer, "Grace Hopper") in buyers


async def test_an_order_whose_payment_is_only_authorised_is_placed_then_paid(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("cup", [NewVariant("CUP-1")])
    placed = await buy(vendure_server.url, {ids["CUP-1"]: 1}, till="later")
    assert (await now(shop, placed)).status is OrderStatus.PLACED
    await staff.settle(placed.id)
    assert (await now(shop, placed)).status is OrderStatus.PAID


async def test_a_cart_is_no_order(shop: VendureShop, staff: Staff, vendure_server: Vendure) -> None:
    ids = await staff.add_product("jar", [NewVariant("JAR-1")])
    async with opened(f"{vendure_server.url}/shop-api") as api:
        cart = await fill_cart(api, {ids["JAR-1"]: 1})
    orders, _, _ = await feed(shop)
    assert cart not in orders
    assert (await shop.orders([cart])).orders == ()


async def test_packing_takes_pieces_from_the_shelf_before_the_order_counts_as_shipped(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("lamp", [NewVariant("LAMP-1")])
    placed = await buy(vendure_server.url, {ids["LAMP-1"]: 3})
    parcel = await staff.fulfil(placed.id)
    packed = await now(shop, placed)
    assert (packed.status, packed.lines) == (OrderStatus.PAID, (OrderLine("LAMP-1", 3, shipped=3),))
    assert await stock(shop, "LAMP-1") == moved((10, 0), packed.lines[0]) == (7, 0)
    await staff.move(parcel, "Shipped")
    assert (await now(shop, placed)).status is OrderStatus.SHIPPED
    await staff.move(parcel, "Delivered")
    assert (await now(shop, placed)).status is OrderStatus.SHIPPED


async def test_a_cancelled_parcel_puts_its_pieces_back(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("vase", [NewVariant("VASE-1")])
    placed = await buy(vendure_server.url, {ids["VASE-1"]: 3})
    await staff.move(await staff.fulfil(placed.id), "Cancelled")
    order = await now(shop, placed)
    assert (order.status, order.lines) == (OrderStatus.PAID, (OrderLine("VASE-1", 3),))
    assert await stock(shop, "VASE-1") == moved((10, 0), order.lines[0]) == (10, 3)


async def test_a_part_that_is_shipped_leaves_the_order_paid(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("bowl", [NewVariant("BOWL-1")])
    placed = await buy(vendure_server.url, {ids["BOWL-1"]: 3})
    await staff.ship(placed.id, 1)
    order = await now(shop, placed)
    assert (order.status, order.lines) == (OrderStatus.PAID, (OrderLine("BOWL-1", 3, shipped=1),))
    assert await stock(shop, "BOWL-1") == moved((10, 0), order.lines[0]) == (9, 2)


async def test_pieces_cancelled_before_shipping_are_free_again(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("fork", [NewVariant("FORK-1")])
    placed = await buy(vendure_server.url, {ids["FORK-1"]: 3})
    await staff.cancel(placed.id, 1)
    order = await now(shop, placed)
    assert (order.status, order.lines) == (OrderStatus.PAID, (OrderLine("FORK-1", 3, cancelled=1),))
    assert await stock(shop, "FORK-1") == moved((10, 0), order.lines[0]) == (10, 2)
    await staff.ship(placed.id)
    order = await now(shop, placed)
    assert (order.status, order.lines) == (OrderStatus.SHIPPED, (OrderLine("FORK-1", 3, 1, 2),))
    assert await stock(shop, "FORK-1") == moved((10, 0), order.lines[0]) == (8, 0)


async def test_pieces_cancelled_after_shipping_have_come_back(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("pan", [NewVariant("PAN-1")])
    placed = await buy(vendure_server.url, {ids["PAN-1"]: 3})
    await staff.ship(placed.id)
    await staff.cancel(placed.id, 2)
    order = await now(shop, placed)
    assert (order.status, order.lines) == (OrderStatus.SHIPPED, (OrderLine("PAN-1", 3, 2, 3),))
    assert await stock(shop, "PAN-1") == moved((10, 0), order.lines[0]) == (9, 0)


async def test_a_cancelled_order_is_told_by_the_feed(shop: VendureShop, staff: Staff, vendure_server: Vendure) -> None:
    ids = await staff.add_product("mug", [NewVariant("MUG-1")])
    placed = await buy(vendure_server.url, {ids["MUG-1"]: 2})
    _, _, cursor = await feed(shop)
    await staff.cancel(placed.id)
    orders, _, _ = await feed(shop, cursor)
    assert (orders[placed.id].status, orders[placed.id].lines) == (OrderStatus.CANCELLED, (OrderLine("MUG-1", 2, 2),))
    assert await stock(shop, "MUG-1") == moved((10, 0), orders[placed.id].lines[0]) == (10, 0)


async def test_money_paid_back_in_full_is_refunded_and_in_part_is_not(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("hat", [NewVariant("HAT-1")])
    placed = await buy(vendure_server.url, {ids["HAT-1"]: 1})
    await staff.refund(placed.id, 100)
    assert (await now(shop, placed)).status is OrderStatus.PAID
    await staff.refund(placed.id, 1600)
    assert (await now(shop, placed)).status is OrderStatus.REFUNDED
    await staff.cancel(placed.id)
    order = await now(shop, placed)
    assert (order.status, order.lines) == (OrderStatus.REFUNDED, (OrderLine("HAT-1", 1, 1),))


async def test_money_on_its_way_back_is_not_counted_as_given_back(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("vest", [NewVariant("VEST-1")])
    placed = await buy(vendure_server.url, {ids["VEST-1"]: 1})
    refund = await staff.refund(placed.id, 100, settled=False)
    before = await now(shop, placed)
    assert (before.refunded, before.refunding) == (0, 100)
    await staff.settle_refund(refund)
    after = await now(shop, placed)
    assert (after.refunded, after.refunding) == (100, 0)


async def test_a_deleted_variant_keeps_its_sku_in_an_order(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("kite", [NewVariant("KITE-1")])
    placed = await buy(vendure_server.url, {ids["KITE-1"]: 1})
    await staff.api.call("mutation($i: ID!) { deleteProductVariant(id: $i) { result } }", i=ids["KITE-1"])
    assert (await now(shop, placed)).lines == (OrderLine("KITE-1", 1),)
    assert await shop.levels(["KITE-1"]) == []


async def test_each_reading_has_a_later_version(shop: VendureShop, staff: Staff, vendure_server: Vendure) -> None:
    ids = await staff.add_product("bell", [NewVariant("BELL-1")])
    placed = await buy(vendure_server.url, {ids["BELL-1"]: 1})
    assert (await now(shop, placed)).version < (await now(shop, placed)).version


async def test_an_order_that_is_gone_is_left_out(shop: VendureShop) -> None:
    assert (await shop.orders(["999999"])).orders == ()
