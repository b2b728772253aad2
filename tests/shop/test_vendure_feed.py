"""The feed of changed orders at a real Vendure, whose clock ticks in seconds and whose feed has holes."""

import pytest

from console.domain.orders import OrderStatus
from console.shop.vendure import VendureShop
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Staff, buy

LONG_AGO = "2020-02-03 04:05:06"
LONG_BEFORE = "2020-02-03 04:04:00"


def add_copies(server: Vendure, order: str, count: int, changed: str) -> set[str]:
    """Write `count` more orders like this one, all changed at the same second, as a mass import would."""
    own = {"id", "code", "updatedAt"}
    with server.database() as database:
        columns = [f'"{row[1]}"' for row in database.execute('pragma table_info("order")') if row[1] not in own]
        (newest_id,) = database.execute('select max("id") from "order"').fetchone()
        ids = range(newest_id + 1, newest_id + 1 + count)
        database.executemany(
            f'insert into "order" ("id", "code", "updatedAt", {", ".join(columns)})'  # noqa: S608 - the table's own columns
            f' select ?, ?, ?, {", ".join(columns)} from "order" where "id" = ?',
            [(new, f"COPY{new}", changed, order) for new in ids],
        )
        database.execute('insert or ignore into "order_channels_channel" select "id", 1 from "order"')
    return {str(new) for new in ids}


async def test_more_orders_than_a_page_in_one_second_are_all_told_and_reading_ends(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("pearl", [NewVariant("PEARL-1")])
    placed = await buy(vendure_server.url, {ids["PEARL-1"]: 1})
    earlier = add_copies(vendure_server, placed.id, 30, LONG_BEFORE)
    crowd = add_copies(vendure_server, placed.id, 250, LONG_AGO)
    told: set[str] = set()
    cursor, more, pages = "", True, 0
    while more:
        page = await shop.changes(cursor)
        told |= {order.ref for order in page.orders}
        cursor, more, pages = page.cursor, page.more, pages + 1
        assert pages < 100
    assert told >= crowd | earlier | {placed.id}


async def test_a_change_in_the_second_of_the_cursor_is_told(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("drum", [NewVariant("DRUM-1")])
    placed = await buy(vendure_server.url, {ids["DRUM-1"]: 1})
    second = changed_at(vendure_server, placed.id)
    cursor = await newest(shop)
    await staff.cancel(placed.id)
    with vendure_server.database() as database:
        database.execute('update "order" set "updatedAt" = ? where "id" = ?', (second, placed.id))
    page = await shop.changes(cursor)
    assert {order.ref: order.status for order in page.orders}[placed.id] is OrderStatus.CANCELLED


async def test_shipping_is_missed_by_the_feed_and_seen_by_the_watch_list(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("gong", [NewVariant("GONG-1")])
    placed = await buy(vendure_server.url, {ids["GONG-1"]: 1})
    cursor = await newest(shop)
    with vendure_server.database() as database:
        database.execute('update "order" set "updatedAt" = ? where "id" = ?', (LONG_AGO, placed.id))
    await staff.ship(placed.id)
    assert changed_at(vendure_server, placed.id) == LONG_AGO
    assert placed.id not in {order.ref for order in (await shop.changes(cursor)).orders}
    (seen,) = (await shop.orders([placed.id])).orders
    assert seen.status is OrderStatus.SHIPPED


async def test_nothing_new_leaves_the_cursor_where_it_was(shop: VendureShop) -> None:
    cursor = await newest(shop)
    assert (await shop.changes(cursor)).cursor == cursor


@pytest.mark.usefixtures("empty_shop")
async def test_a_shop_without_orders_has_an_empty_feed(shop: VendureShop) -> None:
    page = await shop.changes("")
    assert (page.orders, page.more) == ((), False)
    assert (await shop.changes(page.cursor)).orders == ()


async def newest(shop: VendureShop) -> str:
    """The cursor after all that is told now."""
    page = await shop.changes("")
    while page.more:
        page = await shop.changes(page.cursor)
    return page.cursor


def changed_at(server: Vendure, order: str) -> str:
    """The second in which the shop says that it changed this order last."""
    with server.database() as database:
        (told,) = database.execute('select "updatedAt" from "order" where "id" = ?', (order,)).fetchone()
    return str(told)[: len(LONG_AGO)]
