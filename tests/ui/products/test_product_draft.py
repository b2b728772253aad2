import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.money import Money
from console.domain.products import Opening, Product, Variant
from console.ui.products.draft import EMPTY, Cells, Column, Draft, Fault, Ready, draft_of, new_id, read

BASE = Product("tea", "Tea", (), vendor="Kite", picture="tea.png")


def row(sku: str = "TEA", price: str = "9.90", before: str = "", stock: str = "", option: str = "") -> Cells:
    return (sku, option, "", "", price, before, "", stock)


def faults(*rows: Cells, title: str = "Tea", names: tuple[str, ...] = ()) -> list[tuple[int, Column]]:
    told = read(Draft(title, "", names, rows), BASE, "USD")
    assert isinstance(told, list)
    return [(fault.row, fault.column) for fault in told]


def test_what_was_typed_becomes_a_product_that_keeps_the_rest() -> None:
    told = read(Draft(" Tea ", "Fine", ("Size",), (row(before="12", stock="7", option="50 g"),)), BASE, "USD")
    assert isinstance(told, Ready)
    variant = Variant("TEA", Money(990, "USD"), Money(1200, "USD"), ("50 g",))
    assert told.product == Product("tea", "Tea", (variant,), "Fine", "Kite", "", ("Size",), "tea.png")
    assert told.openings == (Opening("TEA", 7),)


@pytest.mark.parametrize("price", ["", "9,90", "9.999", "-1", "1e3", "free"])
def test_a_price_that_is_not_exact_is_a_fault_of_its_cell(price: str) -> None:
    assert faults(row(price=price)) == [(0, Column.PRICE)]


def test_every_fault_is_told_at_once() -> None:
    told = faults(row(sku="", price="x"), row(before="1.00", stock="-3"))
    assert told == [(0, Column.PRICE), (0, Column.SKU), (1, Column.OPENING), (1, Column.COMPARE_AT)]


def test_a_sku_stands_once() -> None:
    assert faults(row(), row()) == [(1, Column.SKU)]


def test_an_option_needs_a_value() -> None:
    assert faults(row(), names=("Size",)) == [(0, Column.OPTION_1)]


def test_a_product_has_a_title() -> None:
    assert read(Draft("  ", "", (), (row(),)), BASE, "USD") == [Fault("title", "A product has a title.")]


def test_a_new_product_never_takes_the_place_of_another() -> None:
    assert new_id("Linen shirt").startswith("linen-shirt-")
    assert new_id("Linen shirt") != new_id("Linen shirt")
    assert new_id("!?") != ""


codes = st.text("ABC123", min_size=1, max_size=8)
amounts = st.integers(0, 10**9)


@given(
    st.lists(st.tuples(codes, amounts, st.booleans(), codes), min_size=1, max_size=5, unique_by=lambda each: each[0]),
    st.sampled_from(["USD", "JPY", "KWD"]),
)
def test_a_product_read_back_from_its_own_texts_is_the_same(
    rows: list[tuple[str, int, bool, str]], currency: str
) -> None:
    variants = tuple(
        Variant(sku, Money(minor, currency), Money(minor + 1, currency) if before else None, (value,), "0123")
        for sku, minor, before, value in rows
    )
    product = Product("id", "Title", variants, "Words\nin two lines", "Vendor", "Kind", ("Size",), "p.png")
    assert read(draft_of(product), product, currency) == Ready(product, ())


def test_a_product_without_variants_begins_with_an_empty_row() -> None:
    assert draft_of(BASE).variants == (EMPTY,)
