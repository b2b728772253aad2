"""What bad rows of a product file withhold, and how they are named."""

from collections.abc import Callable

import pytest

from console.imports.catalogue import Catalogue

Read = Callable[..., Catalogue]

HEAD = (
    "Handle,Title,Variant SKU,Option1 Name,Option1 Value,Variant Price,Variant Compare At Price,Variant Inventory Qty\n"
)
GOOD = "cap,Cap,CAP,,,10,,5\n"


def named(catalogue: Catalogue) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.column) for problem in catalogue.problems]


def ids(catalogue: Catalogue) -> list[str]:
    return [product.id for product in catalogue.products]


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("mug,Mug,M,,,dear,,1", "Variant Price", "not an amount"),
        ("mug,Mug,M,,,,,1", "Variant Price", "missing"),
        ("mug,Mug,M,,,-5,,1", "Variant Price", "negative"),
        ("mug,Mug,M,,,5.999,,1", "Variant Price", "decimal places"),
        ('mug,Mug,M,,,"1,200.00",,1', "Variant Price", "not an amount"),
        ("mug,Mug,M,,,5,six,1", "Variant Compare At Price", "not an amount"),
        ("mug,Mug,M,,,5,,1.5", "Variant Inventory Qty", "whole number"),
        ("mug,Mug,M,,,5,,-2", "Variant Inventory Qty", "negative"),
        ("mug,Mug,M,,,5,,2147483648", "Variant Inventory Qty", "more than"),
        ("mug,,M,,,5,,1", "Title", "missing"),
        (",Mug,M,,,5,,1", "Handle", "missing"),
        ("mug,Mug,CAP,,,5,,1", "Variant SKU", "line 2 of a.csv"),
        ('mug,Mug,"M\n1",,,5,,1', "Variant SKU", "line breaks"),
        ("mug,Mug,M,Size,,5,,1", "Option1 Value", "missing"),
        ("mug,Mug,M,,Large,5,,1", "Option1 Value", "no name"),
        ("mug,Mug,M,,,5", "", "fewer"),
        ("mug,Mug,M,,,5,,1,2", "", "more"),
    ],
)
def test_a_bad_row_is_named_and_withholds_its_product_only(read: Read, row: str, column: str, words: str) -> None:
    catalogue = read(f"{HEAD}{GOOD}{row}\nhat,Hat,HAT,,,7,,1\n")
    assert named(catalogue) == [("a.csv", 3, column)]
    assert words in catalogue.problems[0].reason
    assert ids(catalogue) == ["cap", "hat"]
    assert [opening.sku for opening in catalogue.openings] == ["CAP", "HAT"]


def test_one_bad_variant_withholds_all_of_its_product(read: Read) -> None:
    catalogue = read(HEAD + "tee,Tee,T-S,Size,S,20,,1\ntee,,T-M,,M,x,,1\ntee,,T-L,,L,20,,1\n" + GOOD)
    assert named(catalogue) == [("a.csv", 3, "Variant Price")]
    assert ids(catalogue) == ["cap"]


def test_every_bad_cell_of_a_row_is_named(read: Read) -> None:
    catalogue = read(HEAD + "mug,,M,,,x,,y\n" + GOOD)
    assert sorted(column for _, _, column in named(catalogue)) == ["Title", "Variant Inventory Qty", "Variant Price"]


def test_a_row_is_named_by_the_line_where_it_begins(read: Read) -> None:
    catalogue = read(
        HEAD.replace("\n", "\r\n") + 'a,"A\r\nB\r\nC",A,,,5,,1\r\n\r\nb,"B\r\n\r\n",B,,,x,,1\r\nc,C,C,,,y,,1\r\n'
    )
    assert named(catalogue) == [("a.csv", 6, "Variant Price"), ("a.csv", 9, "Variant Price")]


def test_the_same_sku_twice_within_a_product_withholds_it(read: Read) -> None:
    catalogue = read(HEAD + GOOD + "tee,Tee,T,Size,S,20,,1\ntee,,T,,M,20,,1\n")
    assert named(catalogue) == [("a.csv", 4, "Variant SKU")]
    assert "line 3 of a.csv" in catalogue.problems[0].reason
    assert ids(catalogue) == ["cap"]


def test_the_same_options_twice_withhold_a_product(read: Read) -> None:
    catalogue = read(HEAD + GOOD + "tee,Tee,T1,Size,S,20,,1\ntee,,T2,,S,20,,1\n")
    assert named(catalogue) == [("a.csv", 4, "Option1 Value")]
    assert ids(catalogue) == ["cap"]


def test_a_sku_of_a_withheld_product_still_belongs_to_it(read: Read) -> None:
    catalogue = read(HEAD + "mug,Mug,M,,,x,,1\njug,Jug,M,,,5,,1\n" + GOOD)
    assert named(catalogue) == [("a.csv", 2, "Variant Price"), ("a.csv", 3, "Variant SKU")]
    assert ids(catalogue) == ["cap"]


def test_files_together_name_both_places_of_a_product(read: Read) -> None:
    catalogue = read(HEAD + GOOD, HEAD + "mug,Mug,M,,,5,,1\n" + GOOD)
    assert named(catalogue) == [("b.csv", 3, "Handle")]
    assert "line 2 of a.csv" in catalogue.problems[0].reason
    assert ids(catalogue) == ["cap", "mug"]


def test_files_together_name_both_places_of_a_sku(read: Read) -> None:
    catalogue = read(HEAD + GOOD, HEAD + "beret,Beret,CAP,,,5,,1\n")
    assert named(catalogue) == [("b.csv", 2, "Variant SKU")]
    assert "line 2 of a.csv, in “cap”" in catalogue.problems[0].reason
    assert ids(catalogue) == ["cap"]


def test_files_together_have_one_name_and_one_digest(read: Read) -> None:
    one, other = HEAD + GOOD, HEAD + "mug,Mug,M,,,5,,1\n"
    together = read(one, other)
    assert together.name == "a.csv, b.csv"
    assert together.digest not in {read(one).digest, read(other).digest, read(other, one).digest}
    assert not together.problems


def test_notes_of_a_withheld_product_are_not_told(read: Read) -> None:
    catalogue = read(HEAD + "mug,Mug,M,,,5,3,x\n" + GOOD)
    assert {note.product for note in catalogue.notes} == {"cap"}
