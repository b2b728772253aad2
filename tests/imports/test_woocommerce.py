"""WooCommerce's product export: a file in its manner against a second reading of it, and each rule by itself."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from console.domain.money import Money
from console.domain.products import Opening, Product
from console.imports.catalogue import Catalogue
from console.imports.findings import ImportRefused, NoteKind

FILE = Path(__file__).parent / "data" / "woo-products.csv"
Read = Callable[..., Catalogue]
Cells = dict[str, str]

HEAD = (
    "ID,Type,SKU,Name,Published,In stock?,Stock,Backorders allowed?,Sale price,Regular price,"
    "Date sale price starts,Date sale price ends,Parent,Position,Attribute 1 name,Attribute 1 value(s)\n"
)


@pytest.fixture
def catalogue(read: Read) -> Catalogue:
    return read(FILE.read_bytes())


@pytest.fixture
def told() -> list[Cells]:
    """The rows of the file, by nothing but the csv module; short ones are filled up."""
    with FILE.open(encoding="utf-8-sig", newline="") as stream:
        return [{name: text or "" for name, text in row.items()} for row in csv.DictReader(stream)]


def row(**cells: str) -> str:
    usual = {"ID": "1", "Type": "simple", "Name": "Cup", "Published": "1", "In stock?": "1", "Regular price": "10"}
    given = {name.replace("_", " "): text for name, text in cells.items()}
    named = {**usual, **given}
    return ",".join(f'"{named.get(name, "")}"' for name in HEAD.strip().split(",")) + "\n"


def minor(text: str) -> int:
    return int(Decimal(text) * 100)


def sold(told: list[Cells]) -> list[Cells]:
    """The rows that have a price and are not the head of others, those of one product together, by position."""
    parents = {each["SKU"] or f"id:{each['ID']}": each["ID"] for each in told if each["Type"] == "variable"}
    place = {each["ID"]: number for number, each in enumerate(told)}
    rows = [each for each in told if each["Type"] not in {"variable", "grouped"} and each["Regular price"]]
    return sorted(rows, key=lambda each: (place[parents.get(each["Parent"], each["ID"])], int(each["Position"])))


def test_every_row_that_is_sold_is_a_variant_in_its_place(catalogue: Catalogue, told: list[Cells]) -> None:
    made = {"": "made"}
    skus = [sku for product in catalogue.products for sku in product.skus]
    named = [each["SKU"].removeprefix("'") for each in sold(told)]
    assert len(skus) == len(named) == 18
    assert [sku if name else "made" for sku, name in zip(skus, named, strict=True)] == [
        made.get(name, name) for name in named
    ]


def test_every_price_is_exact(catalogue: Catalogue, told: list[Cells]) -> None:
    """Three rows have a sale: two are on now, of which one has no end; the last begins later."""
    on_sale = {"'=CANDLE+1", "SCARF-SAND-ONE"}
    expected = []
    for each in sold(told):
        regular = Money(minor(each["Regular price"]), "USD")
        sale = Money(minor(each["Sale price"]), "USD") if each["SKU"] in on_sale else None
        expected.append((sale or regular, regular if sale else None))
    variants = [variant for product in catalogue.products for variant in product.variants]
    assert [(variant.price, variant.compare_at) for variant in variants] == expected


def test_every_quantity_is_named_once(catalogue: Catalogue, told: list[Cells]) -> None:
    skus = [sku for product in catalogue.products for sku in product.skus]
    expected = []
    for sku, each in zip(skus, sold(told), strict=True):
        if each["Stock"].lstrip("-").isdecimal():
            expected.append(Opening(sku, max(0, int(each["Stock"]))))
        elif not each["Stock"] and each["In stock?"] == "0":
            expected.append(Opening(sku, 0))
    assert list(catalogue.openings) == expected
    assert len(expected) == 12


def test_a_variable_product_gathers_its_variations_by_sku_or_id(catalogue: Catalogue) -> None:
    scarf, shirt = (next(p for p in catalogue.products if p.id == each) for each in ("id:101", "id:140"))
    assert (scarf.title, scarf.option_names, scarf.vendor) == ("Wool & Silk Scarf", ("Colour", "Size"), "Meridian")
    assert [variant.options for variant in scarf.variants] == [
        ("Sand", "One"),
        ("Deep Blue", "One"),
        ("Deep Blue", "Long"),
        ("Red, warm", "Long"),
    ]
    assert (shirt.option_names, [variant.options for variant in shirt.variants]) == (
        ("Size",),
        [("S",), ("M",), ("Any Size",)],
    )


def test_texts_are_plain_and_keep_their_lines(catalogue: Catalogue) -> None:
    scarf, mug, _, candle = catalogue.products[:4]
    assert scarf.description.split("\n") == [
        "Woven by hand.",
        "Two sizes, three colours.",
        "90 % wool",
        "10 % silk",
        "Wash by hand",
        "Dry flat",
    ]
    assert mug.description == "A mug.\nA saucer."
    assert (candle.title, candle.skus) == ("+1 Candle", ("=CANDLE+1",))
    assert (mug.variants[0].barcode, scarf.picture) == ("4006381333931", "https://pictures.example/scarf-front.jpg")


def test_what_is_not_sold_as_it_stands_is_said(catalogue: Catalogue) -> None:
    left_out = [(each.line, each.column, each.withholds) for each in catalogue.problems]
    assert left_out == [(13, "Type", False), (23, "Regular price", False)]
    notes = {(note.kind, note.line) for note in catalogue.notes}
    assert notes == {
        (NoteKind.SALE, 5),
        (NoteKind.SALE, 6),
        (NoteKind.SALE, 7),
        (NoteKind.NO_QUANTITY, 8),
        (NoteKind.BACKORDER, 9),
        (NoteKind.NO_QUANTITY, 10),
        (NoteKind.NO_QUANTITY, 11),
        (NoteKind.KIND, 11),
        (NoteKind.NO_QUANTITY, 12),
        (NoteKind.KIND, 12),
        (NoteKind.UNPUBLISHED, 14),
        (NoteKind.NO_QUANTITY, 17),
        (NoteKind.UNPUBLISHED, 18),
        (NoteKind.ANY_OPTION, 19),
        (NoteKind.SHARED_STOCK, 20),
        (NoteKind.SHARED_STOCK, 21),
    }


def test_skus_that_are_missing_are_made_of_title_and_options(catalogue: Catalogue) -> None:
    assert [made.sku for made in catalogue.made_skus] == ["scarf-red-warm-long", "candle-fig"]


def only(catalogue: Catalogue) -> Product:
    (product,) = catalogue.products
    return product


@pytest.mark.parametrize(
    ("price", "currency", "expected"),
    [
        ("59,90", "EUR", 5990),
        ("59.90", "EUR", 5990),
        ("1,234", "KWD", 1234),
        ("1.5", "KWD", 1500),
        ("1200", "JPY", 1200),
        ("1200,00", "JPY", 1200),
        ("0", "EUR", 0),
    ],
)
def test_decimal_points_and_commas_are_read_exactly(read: Read, price: str, currency: str, expected: int) -> None:
    product = only(read(HEAD + row(Regular_price=price), currency=currency))
    assert product.variants[0].price == Money(expected, currency)


@pytest.mark.parametrize("price", ["1,234.50", "1.234,50", "1 234", "1'234.50", "1,234", "12,345,678", "1,5,"])
def test_separators_of_thousands_are_named_never_guessed(read: Read, price: str) -> None:
    catalogue = read(HEAD + row(Regular_price=price) + row(ID="2", Regular_price="7"), currency="EUR")
    assert [(each.line, each.column) for each in catalogue.problems] == [(2, "Regular price")]
    assert price in catalogue.problems[0].reason
    assert [product.id for product in catalogue.products] == ["id:2"]


def test_a_file_with_both_decimal_signs_is_refused(read: Read) -> None:
    with pytest.raises(ImportRefused, match=r"decimal points \(line 3\) and with commas \(line 2\)"):
        read(HEAD + row(Regular_price="1,20") + row(ID="2", Regular_price="1.20"))


def test_decimal_commas_are_said(read: Read) -> None:
    assert read(HEAD + row(Regular_price="59,90")).remarks == ("a.csv has decimal commas: 59,90 was read as 59.90.",)


@pytest.mark.parametrize(
    ("cells", "quantity", "kind"),
    [
        ({"Stock": "7"}, 7, None),
        ({"Stock": ""}, None, NoteKind.NO_QUANTITY),
        ({"Stock": "", "In stock?": "0"}, 0, NoteKind.NO_QUANTITY),
        ({"Stock": "", "In stock?": "backorder"}, None, NoteKind.NO_QUANTITY),
        ({"Stock": "7", "Backorders allowed?": "notify"}, 7, NoteKind.BACKORDER),
        ({"Stock": "-7", "Backorders allowed?": "1"}, 0, NoteKind.BACKORDER),
        ({"Stock": "'-7", "Backorders allowed?": "1"}, 0, NoteKind.BACKORDER),
    ],
)
def test_stock_is_what_the_shop_counts(read: Read, cells: Cells, quantity: int | None, kind: NoteKind | None) -> None:
    catalogue = read(HEAD + row(SKU="CUP", **cells))
    assert catalogue.openings == (() if quantity is None else (Opening("CUP", quantity),))
    assert [note.kind for note in catalogue.notes] == ([] if kind is None else [kind])


@pytest.mark.parametrize("stock", ["-1", "2.5", "many", "1e3", "2147483648", "NaN"])
def test_a_stock_that_is_no_number_of_pieces_withholds_its_product(read: Read, stock: str) -> None:
    catalogue = read(HEAD + row(Stock=stock) + row(ID="2"))
    assert [(each.line, each.column) for each in catalogue.problems] == [(2, "Stock")]
    assert only(catalogue).id == "id:2"


@pytest.mark.parametrize(
    ("begins", "ends", "price"),
    [
        ("", "", 800),
        ("2026-05-01", "2026-05-01", 800),
        ("2026-05-01 20:00:00", "2026-05-01 20:00:00", 800),
        ("2026-05-02", "", 1000),
        ("2026-05-01 21:00:00", "", 1000),
        ("", "2026-05-01 9:59:59", 1000),
        ("", "2026-04-30", 1000),
    ],
)
def test_a_sale_counts_between_its_dates(read: Read, begins: str, ends: str, price: int) -> None:
    cells = {"Sale price": "8", "Date sale price starts": begins, "Date sale price ends": ends}
    (variant,) = only(read(HEAD + row(**cells))).variants
    assert (variant.price.minor, variant.compare_at) == (price, Money(1000, "USD") if price == 800 else None)


def test_a_sale_that_saves_nothing_is_left_out_and_said(read: Read) -> None:
    catalogue = read(HEAD + row(**{"Sale price": "10"}))
    assert (only(catalogue).variants[0].price.minor, only(catalogue).variants[0].compare_at) == (1000, None)
    assert NoteKind.SALE in [note.kind for note in catalogue.notes]


@pytest.mark.parametrize(
    ("rows", "line", "column"),
    [
        (row(Type="variable", ID="5"), 2, "Type"),
        (row(Type="variation", ID="6", Parent="id:5"), 2, "Parent"),
        (row(Type="variation", ID="6", Parent=""), 2, "Parent"),
        (row(ID="3") + row(ID="3"), 3, "ID"),
        (row(ID="", SKU=""), 2, "ID"),
        (row(Name=""), 2, "Name"),
        (row(SKU="A") + row(ID="2", SKU="A"), 3, "SKU"),
        (row(**{"Date sale price ends": "soon", "Sale price": "1"}), 2, "Date sale price ends"),
        (row(Regular_price="x"), 2, "Regular price"),
        (row().replace("\n", ",more\n"), 2, ""),
    ],
)
def test_a_bad_row_is_named_and_others_come_in(read: Read, rows: str, line: int, column: str) -> None:
    catalogue = read(HEAD + rows + row(ID="99"))
    assert [(each.line, each.column) for each in catalogue.problems] == [(line, column)]
    assert "id:99" in [product.id for product in catalogue.products]


def test_variations_of_the_same_attributes_withhold_their_product(read: Read) -> None:
    rows = row(ID="5", Type="variable", Regular_price="") + "".join(
        row(ID=number, Type="variation", Parent="id:5", Attribute_1_name="Size", **{"Attribute 1 value(s)": "S"})
        for number in ("6", "7")
    )
    catalogue = read(HEAD + rows)
    assert [each.line for each in catalogue.problems] == [4]
    assert not catalogue.products


def test_a_file_without_ids_goes_by_skus(read: Read) -> None:
    content = "Type,SKU,Name,Regular price,Parent,Attribute 1 name,Attribute 1 value(s)\n"
    content += "variable,TEE,Tee,,,Size,S\nvariation,TEE-S,Tee - S,20,TEE,Size,S\n"
    product = only(read(content))
    assert (product.id, product.skus) == ("TEE", ("TEE-S",))


def test_a_translated_export_is_named_by_its_columns(read: Read) -> None:
    names = ["ID", "Typ", "Artikelnummer", "Name", "Veröffentlicht", *(f"Attribut {n} Name" for n in range(20))]
    with pytest.raises(ImportRefused, match="another language") as refusal:
        read(",".join(names) + "\n" + ",".join("1" for _ in names))
    assert "“Typ”, “Artikelnummer”" in refusal.value.title
    assert "English" in refusal.value.next_step


def test_a_file_with_the_columns_of_two_programs_is_refused(read: Read) -> None:
    with pytest.raises(ImportRefused, match="columns of Shopify and of WooCommerce"):
        read("Handle,Title,Price,Type,Name,Regular price\na,A,1,simple,A,1\n")


def test_a_part_of_an_export_names_what_is_missing(read: Read) -> None:
    with pytest.raises(ImportRefused, match="no column “Type”"):
        read("ID,Name,Regular price\n1,A,2\n")
