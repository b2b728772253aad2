"""Products by file, by shop and by hand; and what waits for a person."""

import pytest
from msgspec.structs import replace

from console.domain.changes import CatalogueImported, CatalogueStored
from console.domain.commands import (
    AdjustStock,
    ImportCatalogue,
    QueueProducts,
    SaveProduct,
    SeeLevels,
    SettleFinding,
)
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.findings import FindingKind, Settlement
from console.domain.money import Money
from console.domain.orders import OrderLine, StockLevel
from console.domain.outcomes import Conflict, Difference, Done, Imported, Invalid, Missing
from console.domain.products import Opening, Product, Variant
from console.domain.rules import Rule
from console.domain.show import Show
from console.domain.stock import Level
from tests.domain.goods import NOON, SHOP, after, asked, product, running, seen, snapshot, stocked


def imported(*products: Product, source: str = "file", **pieces: int) -> ImportCatalogue:
    named = tuple(Opening(sku, quantity) for sku, quantity in pieces.items())
    return ImportCatalogue("goods.csv", "0123456789abcdef", source, products, named)


def test_an_import_opens_what_is_new_and_only_names_what_differs() -> None:
    show = after(running({"cap": 5}), AdjustStock("cap", -1, "gift"))
    outcome, _ = asked(show, imported(product("cap"), product("mug"), cap=9, mug=3, stranger=4))
    assert outcome == Imported(new=1, changed=0, same=1, opened=1, differences=(Difference("cap", 9, 4),))


def test_the_same_import_again_changes_nothing() -> None:
    show = after(running({}), stocked("cap", 5))
    assert decide(show, imported(product("cap"), cap=5), NOON) == Decision(Imported(0, 0, 1, 0))


def test_a_sku_belongs_to_one_product() -> None:
    show = running({"cap": 5})
    outcome, changes, _ = decide(show, imported(product("mug", "cap"), product("hat"), product("bag", "hat")), NOON)
    assert isinstance(outcome, Imported)
    assert outcome.conflicts == (Conflict("mug", "cap", "cap"), Conflict("bag", "hat", "hat"))
    assert [p.id for change in changes if isinstance(change, CatalogueStored) for p in change.products] == ["hat"]


def test_a_product_that_names_a_sku_twice_is_left_out() -> None:
    outcome, changes, _ = decide(running({}), imported(product("mug", "m", "m")), NOON)
    assert isinstance(outcome, Imported)
    assert (outcome.conflicts, changes) == ((Conflict("mug", "m", "mug"),), ())


def test_a_quantity_that_is_named_twice_opens_once() -> None:
    twice = replace(imported(product("mug")), openings=(Opening("mug", 3), Opening("mug", 4)))
    _, changes, _ = decide(running({}), twice, NOON)
    assert [change.opened for change in changes if isinstance(change, CatalogueImported)] == [(Opening("mug", 4),)]


def test_an_import_brings_what_the_show_has_in_hand_up_to_date() -> None:
    cheaper = product("cap", price=990)
    show = after(running({"cap": 5}), imported(cheaper))
    assert show.products["cap"] == cheaper
    assert after(show, QueueProducts(("cap",))).products["cap"] == cheaper


def test_a_sku_that_a_product_gives_up_can_be_another_ones() -> None:
    show = after(running({}), SaveProduct(product("cap", "c1", "c2")))
    assert asked(show, SaveProduct(product("mug", "c2")))[0] == Invalid("sku", Rule.SKU_ELSEWHERE, ("c2", "cap"))
    for less in (SaveProduct(product("cap", "c1")), imported(product("cap", "c1"))):
        assert asked(after(show, less), SaveProduct(product("mug", "c2")))[0] == Done()


def shop_offers(show: Show, price: int) -> tuple[Product, Show]:
    offer = product("cap", price=price)
    return offer, after(show, imported(offer, source=SHOP))


def test_a_shops_change_of_a_queued_product_on_air_waits_for_a_person() -> None:
    show = running({"cap": 5}, [QueueProducts(("cap",))])
    offer, waiting = shop_offers(show, 500)
    assert waiting.products["cap"] == product("cap")
    (finding,) = waiting.open_findings
    assert (finding.kind, finding.offer) == (FindingKind.PRODUCT_DIFFERS, offer)
    assert shop_offers(waiting, 500)[1].findings == waiting.findings
    assert after(waiting, SettleFinding(finding.id, Settlement.THEIRS)).products["cap"] == offer
    kept = after(waiting, SettleFinding(finding.id, Settlement.OURS))
    assert (kept.products["cap"], kept.open_findings) == (product("cap"), [])


def test_a_shops_product_whose_sku_is_taken_by_now_is_not_taken_over() -> None:
    show = running({"cap": 5}, [QueueProducts(("cap",))])
    waiting = after(show, imported(product("cap", "cap", "new"), source=SHOP), SaveProduct(product("mug", "new")))
    finding = waiting.open_findings[0].id
    assert asked(waiting, SettleFinding(finding, Settlement.THEIRS))[0] == Invalid(
        "sku", Rule.SKU_ELSEWHERE, ("new", "mug")
    )


def test_a_shops_number_that_differs_is_found_until_it_agrees() -> None:
    show = after(running({"cap": 5}), SeeLevels(SHOP, (StockLevel("cap", 7, 0), StockLevel("ghost", 1, 0))))
    (finding,) = show.open_findings
    assert (finding.kind, finding.theirs, finding.ours) == (FindingKind.STOCK_DIFFERS, 7, 5)
    assert after(show, SeeLevels(SHOP, (StockLevel("cap", 7, 0),))).findings == show.findings
    assert after(show, SeeLevels(SHOP, (StockLevel("cap", 5, 0),))).open_findings == []
    theirs = after(show, SettleFinding(finding.id, Settlement.THEIRS))
    assert (theirs.stock["cap"], theirs.open_findings) == (Level(7, opened=True), [])
    assert asked(theirs, SettleFinding(finding.id, Settlement.OURS))[0] == Missing("finding", str(finding.id))


def test_of_two_numbers_of_one_sku_the_last_counts() -> None:
    show = after(running({"cap": 5}), SeeLevels(SHOP, (StockLevel("cap", 6, 0),)))
    both = after(show, SeeLevels(SHOP, (StockLevel("cap", 7, 0), StockLevel("cap", 5, 0))))
    assert both.open_findings == []


def test_the_shops_number_below_what_is_promised_leaves_a_finding_open() -> None:
    show = after(
        running({"cap": 5}), seen(snapshot("1", OrderLine("cap", 4))), SeeLevels(SHOP, (StockLevel("cap", 1, 4),))
    )
    settled = after(show, SettleFinding(show.open_findings[0].id, Settlement.THEIRS))
    assert settled.stock["cap"].available == -3
    assert [(f.kind, f.ours) for f in settled.open_findings] == [(FindingKind.OVERSOLD, -3)]


def test_a_count_that_comes_after_the_orders_may_show_that_too_much_was_sold() -> None:
    show = after(running({}), seen(snapshot("1", OrderLine("cap", 4))), stocked("cap", 1))
    assert show.stock["cap"].available == -3
    assert FindingKind.OVERSOLD in {finding.kind for finding in show.open_findings}


@pytest.mark.parametrize(
    "bad",
    [
        replace(product("cap"), title=" "),
        replace(product("cap"), id=""),
        replace(product("cap"), title="x" * 301),
        replace(product("cap"), variants=()),
        product("cap", "a", "a"),
        product("cap", " "),
        product("cap", price=-1),
        product("cap", price=2**60),
        replace(product("cap"), variants=(Variant("cap", Money(1, "euro")),)),
        replace(product("cap"), variants=(Variant("cap", Money(1, "EUR"), compare_at=Money(-1, "EUR")),)),
    ],
)
def test_a_product_that_cannot_be_kept_is_refused(bad: Product) -> None:
    outcome, changes, _ = decide(running({}), SaveProduct(bad), NOON)
    assert isinstance(outcome, Invalid)
    assert changes == ()
