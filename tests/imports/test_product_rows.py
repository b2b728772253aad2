"""What good rows of a product file become."""

import hashlib
from collections.abc import Callable

import pytest

from console.domain.money import Money
from console.domain.products import Opening, Product
from console.imports.catalogue import Catalogue, MadeSku
from console.imports.findings import NoteKind

Read = Callable[..., Catalogue]

HEAD = "Handle,Title,Variant SKU,Option1 Name,Option1 Value,Variant Price,Variant Inventory Qty\n"


@pytest.fixture
def catalogue(read: Read, own: bytes) -> Catalogue:
    return read(own)


@pytest.fixture
def shirt(catalogue: Catalogue) -> Product:
    return catalogue.products[0]


def test_a_product_gathers_the_variants_of_its_rows(shirt: Product) -> None:
    assert shirt.title == "Linen Shirt"
    assert shirt.option_names == ("Size", "Colour")
    assert [v.options for v in shirt.variants] == [("M", "Sand"), ("L", "Sand"), ("L", "Deep Blue")]
    assert shirt.skus == ("LS-M-SAND", "linen-shirt-l-sand", "LS-L-BLUE")


def test_the_picture_in_the_first_position_is_the_products(shirt: Product) -> None:
    assert shirt.picture == "https://pictures.example/linen-front.jpg"


def test_html_becomes_lines_of_plain_text(shirt: Product) -> None:
    assert shirt.description == "Light linen, woven & dyed here.\nRegular fit\nMachine wash"


def test_a_compare_at_price_counts_only_above_the_price(catalogue: Catalogue, shirt: Product) -> None:
    assert [v.compare_at for v in shirt.variants] == [Money(7500, "USD"), None, None]
    (note,) = [note for note in catalogue.notes if note.kind is NoteKind.COMPARE_AT]
    assert (note.line, note.product) == (8, "linen-shirt")
    assert "59.90" in note.text


def test_default_title_is_no_option(catalogue: Catalogue) -> None:
    mug = catalogue.products[1]
    assert mug.option_names == ()
    assert [(v.options, v.sku) for v in mug.variants] == [((), "瓷杯")]


def test_quantities_are_openings_of_their_skus(catalogue: Catalogue) -> None:
    assert catalogue.openings == (
        Opening("LS-M-SAND", 12),
        Opening("linen-shirt-l-sand", 0),
        Opening("LS-L-BLUE", 3),
        Opening("瓷杯", 40),
    )


def test_made_skus_are_told(catalogue: Catalogue) -> None:
    assert catalogue.made_skus == (
        MadeSku("linen-shirt", ("L", "Sand"), "linen-shirt-l-sand"),
        MadeSku("瓷杯", (), "瓷杯"),
    )


def test_what_a_person_should_know_is_noted(catalogue: Catalogue) -> None:
    notes = {(note.kind, note.line) for note in catalogue.notes}
    assert notes == {
        (NoteKind.COMPARE_AT, 8),
        (NoteKind.UNTRACKED, 11),
        (NoteKind.UNPUBLISHED, 11),
        (NoteKind.STATUS, 11),
        (NoteKind.GIFT_CARD, 12),
        (NoteKind.NO_QUANTITY, 12),
        (NoteKind.APOSTROPHE, 12),
    }


def test_a_spreadsheets_apostrophe_is_not_part_of_a_code(catalogue: Catalogue, shirt: Product) -> None:
    assert shirt.variants[0].barcode == "4006381333931"
    assert catalogue.products[2].skus == ("0025",)


def test_the_newer_export_reads_the_same(read: Read, own: bytes, newer: bytes) -> None:
    classic, modern = read(own), read(newer)
    assert modern.products == classic.products
    assert modern.openings == classic.openings
    assert modern.made_skus == classic.made_skus
    assert not modern.problems


def test_a_byte_order_mark_and_other_line_ends_change_nothing(read: Read, own: bytes) -> None:
    marked = read(b"\xef\xbb\xbf" + own)
    unix = read(own.replace(b"\r\n", b"\n"))
    assert marked.products == unix.products == read(own).products


def test_the_file_is_known_by_its_digest(catalogue: Catalogue, own: bytes) -> None:
    assert catalogue.name == "a.csv"
    assert catalogue.digest == hashlib.sha256(own).hexdigest()


def test_rows_without_text_are_passed_over(read: Read) -> None:
    catalogue = read(HEAD + "\n,,,,,,\nmug,Mug,,,,5,1\n\n")
    assert [p.id for p in catalogue.products] == ["mug"]
    assert not catalogue.problems


def test_columns_may_be_in_any_order_and_case(read: Read) -> None:
    catalogue = read("variant price,TITLE,handle\n7.5,Mug,mug\n")
    assert catalogue.products[0].variants[0].price == Money(750, "USD")


@pytest.mark.parametrize(("currency", "minor"), [("JPY", 500), ("USD", 50000), ("KWD", 500000)])
def test_a_price_is_exact_in_the_currency_that_is_given(read: Read, currency: str, minor: int) -> None:
    catalogue = read(HEAD + "mug,Mug,,,,500,1\n", currency=currency)
    assert catalogue.products[0].variants[0].price == Money(minor, currency)
