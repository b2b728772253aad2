"""The adapter reads a real Vendure's catalogue and stock."""

from console.desk.ports import CataloguePage
from console.domain.money import Money
from console.domain.orders import StockLevel
from console.domain.products import Opening, Product
from console.shop import vendure as adapter
from console.shop.vendure import VendureShop
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Staff, buy


async def read(shop: VendureShop) -> tuple[dict[str, Product], dict[str, int]]:
    pages: list[CataloguePage] = [page async for page in shop.catalogue()]
    openings: list[Opening] = [opening for page in pages for opening in page.openings]
    products = [product for page in pages for product in page.products]
    assert len({product.id for product in products}) == len(products)
    return {product.id: product for product in products}, {opening.sku: opening.quantity for opening in openings}


async def test_connecting_tells_the_shops_name_currency_and_clock(shop: VendureShop, vendure_server: Vendure) -> None:
    info = await shop.connect()
    assert (info.name, info.currency) == (f"127.0.0.1:{vendure_server.port}", "USD")
    assert info.clock is not None


async def test_a_product_comes_with_its_words_options_prices_with_tax_picture_and_stock(
    shop: VendureShop, staff: Staff
) -> None:
    picture = await staff.api.upload("dress.png")
    await staff.add_product(
        "silk-dress",
        [NewVariant("SD-S-R", 1990, 7, ("S", "Red")), NewVariant("SD-M-B", 2010, 3, ("M", "Blue"))],
        title="Silk dress",
        description="<p>Made of <b>silk</b> &amp; air.</p><script>alert(1)</script><p>Wash cold.</p>",
        option_names=("Size", "Colour"),
        picture=picture["id"],
    )
    products, openings = await read(shop)
    dress = products["silk-dress"]
    assert dress.title == "Silk dress"
    assert dress.description == "Made of silk & air.\nWash cold."
    assert dress.option_names == ("Size", "Colour")
    assert [(v.sku, v.price, v.compare_at, v.options) for v in dress.variants] == [
        ("SD-S-R", Money(2388, "USD"), None, ("S", "Red")),
        ("SD-M-B", Money(2412, "USD"), None, ("M", "Blue")),
    ]
    assert dress.picture == picture["preview"]
    assert (openings["SD-S-R"], openings["SD-M-B"]) == (7, 3)


async def test_what_is_switched_off_is_left_out(shop: VendureShop, staff: Staff) -> None:
    await staff.add_product("hidden-hat", [NewVariant("HH-1")], enabled=False)
    await staff.add_product(
        "half-hat",
        [NewVariant("HA-1", options=("A",)), NewVariant("HA-2", options=("B",), enabled=False)],
        option_names=("Kind",),
    )
    products, openings = await read(shop)
    assert "hidden-hat" not in products
    assert products["half-hat"].skus == ("HA-1",)
    assert openings.keys().isdisjoint({"HH-1", "HA-2"})


async def test_a_catalogue_of_several_pages_is_read_whole(shop: VendureShop, staff: Staff) -> None:
    slugs = [f"bead-{number:02}" for number in range(adapter.PRODUCT_PAGE + 5)]
    for slug in slugs:
        await staff.add_product(slug, [NewVariant(slug.upper())])
    products, _ = await read(shop)
    assert products.keys() >= set(slugs)


async def test_products_that_move_up_a_page_while_one_reads_are_not_missed(shop: VendureShop, staff: Staff) -> None:
    slugs = [f"wool-{number:02}" for number in range(2 * adapter.PRODUCT_PAGE)]
    for slug in slugs:
        await staff.add_product(slug, [NewVariant(slug.upper())])
    told = await staff.api.call("{ products(options: {take: 3, sort: {id: ASC}}) { items { id slug } } }")
    gone = told["products"]["items"]
    pages = shop.catalogue()
    first = await anext(pages)
    await staff.api.call(
        "mutation($i: [ID!]!) { deleteProducts(ids: $i) { result } }", i=[product["id"] for product in gone]
    )
    seen = [product.id for product in first.products] + [p.id async for page in pages for p in page.products]
    assert set(seen) >= set(slugs) - {product["slug"] for product in gone}
    assert len(seen) == len(set(seen))


async def test_levels_are_what_the_shop_has_and_has_promised(
    shop: VendureShop, staff: Staff, vendure_server: Vendure
) -> None:
    ids = await staff.add_product("scarf", [NewVariant("SC-1", stock=9)])
    await buy(vendure_server.url, {ids["SC-1"]: 2})
    assert await shop.levels(["SC-1", "no such sku"]) == [StockLevel("SC-1", on_hand=9, committed=2)]


async def test_levels_of_more_skus_than_a_page_are_all_told(shop: VendureShop, staff: Staff) -> None:
    await staff.add_product("ribbon", [NewVariant("RB-1", stock=4)])
    skus = [*(f"unknown-{number}" for number in range(2 * adapter.PAGE)), "RB-1"]
    assert await shop.levels(skus) == [StockLevel("RB-1", 4, 0)]


async def test_variants_that_share_a_sku_are_one_level(shop: VendureShop, staff: Staff) -> None:
    await staff.add_product("twin-a", [NewVariant("TWIN", stock=4)])
    await staff.add_product("twin-b", [NewVariant("TWIN", stock=5)])
    assert await shop.levels(["TWIN"]) == [StockLevel("TWIN", 9, 0)]
