"""Finding SKUs by part of what they are called, in a file that is read beside its writer."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.commands import NewShow, QueueProducts, SaveProduct, SetCode
from console.domain.money import Money
from console.domain.products import Opening, Product, Variant
from console.domain.show import Purpose
from console.domain.stock import Level
from console.storage.reader import reading
from console.storage.rows.search import write_words
from console.storage.search import matching
from console.storage.sqlite import DatabaseError
from console.storage.studio import Studio
from tests.domain.goods import NOON
from tests.storage.keeping import keep
from tests.storage.test_old_files import MADE_BY_VERSION_1

PRICE = Money(100, "CNY")


def variant(sku: str, *options: str, barcode: str = "") -> Variant:
    return Variant(sku, PRICE, None, options, barcode)


SHIRT = Product(
    "linen-shirt", "亚麻衬衫", (variant("SH-M", "M", "红色", barcode="6901234500017"), variant("SH_L", "L", "白色"))
)
MUG = Product("mug", "Stoneware Mug", (variant("MUG", barcode="6901234500024"),), vendor="Kiln & Co")
SCARF = Product("scarf", "Silk scarf 100%", (variant("SC-1"),))


@pytest.fixture
def file(studio: Studio, path: Path) -> Path:
    """A file with three products, the mug queued as A1."""
    saved = [SaveProduct(each, (Opening(each.skus[0], 7),)) for each in (SHIRT, MUG, SCARF)]
    keep(studio, [NewShow("Evening", "CNY"), *saved, QueueProducts(("mug",))], "made")
    keep(studio, [SetCode(studio.load().queue[0].id, "A1")], "coded")
    return path


def found(file: Path, text: str) -> list[str]:
    with reading(file) as reader:
        return [each.sku for each in reader.find_skus(text)]


@pytest.mark.parametrize(
    ("typed", "skus"),
    [
        ("A1", ["MUG"]),  # the code in the queue
        ("a1", ["MUG"]),
        ("sh-m", ["SH-M"]),
        ("SH", ["SH-M", "SH_L"]),
        ("H_L", ["SH_L"]),  # no pattern
        ("100%", ["SC-1"]),
        ("%", ["SC-1"]),
        ("6901234500017", ["SH-M"]),
        ("4500024", ["MUG"]),
        ("衬衫", ["SH-M", "SH_L"]),
        ("亚麻 白色", ["SH_L"]),
        ("yamachenshan", ["SH-M", "SH_L"]),
        ("chenshan", ["SH-M", "SH_L"]),
        ("ymcs", ["SH-M", "SH_L"]),
        ("ymcs l", ["SH_L"]),
        ("ＭＵＧ", ["MUG"]),
        ("ware m", ["MUG"]),
        ("kiln", ["MUG"]),
        ("nothing of it", []),
    ],
)
def test_a_sku_is_found_by_any_part_of_what_it_is_called(file: Path, typed: str, skus: list[str]) -> None:
    assert found(file, typed)[: len(skus) or 1] == skus


def test_what_is_called_just_that_comes_first_then_what_is_in_the_queue(studio: Studio, path: Path, file: Path) -> None:
    more = [Product("x", "A mug brush", (variant("BRUSH"),)), Product("y", "Hat", (variant("SH"),))]
    keep(studio, [SaveProduct(each, ()) for each in more], "more")
    assert found(file, "sh")[0] == "SH"
    assert found(file, "mug") == ["MUG", "BRUSH"]
    assert found(path, "")[0] == "MUG"


def test_its_numbers_come_with_it(file: Path) -> None:
    with reading(file) as reader:
        first, second = reader.find_skus("SH")
    assert first.level == Level(7, opened=True)
    assert second.level in {None, Level()}
    assert (first.title, first.options) == ("亚麻衬衫", ("M", "红色"))


def test_a_product_that_is_saved_anew_is_found_by_its_new_words_alone(studio: Studio, file: Path) -> None:
    keep(studio, [SaveProduct(Product("mug", "Cup", (variant("CUP"),)), ())], "new")
    assert found(file, "mug") == ["CUP"]  # by its id
    assert found(file, "stoneware") == []
    assert found(file, "cup") == ["CUP"]


def test_a_file_of_an_older_version_is_searched_like_a_new_one(path: Path) -> None:
    path.write_bytes(gzip.decompress(MADE_BY_VERSION_1.read_bytes()))
    Studio.open(path, NOON).close()
    with reading(path) as reader:
        every = reader._connection.execute("SELECT count(*) FROM variants").fetchone()
        assert reader._connection.execute("SELECT count(*) FROM sku_words").fetchone() == every
        assert "cap" in [each.sku for each in reader.find_skus("cap")]


def test_it_is_read_where_nothing_can_be_written(file: Path) -> None:
    with reading(file) as reader:
        assert reader.find_skus("mug")
        with pytest.raises(DatabaseError, match="readonly"):
            write_words(reader._connection, Product("z", "Z", (variant("Z"),)))


@settings(max_examples=60)
@given(text=st.text(max_size=12))
def test_no_text_breaks_it(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.cuedesk"
    if not path.exists():
        Studio.open(path, NOON, Purpose.LIVE).close()
    with reading(path) as reader:
        assert reader.find_skus(text) == []


def test_many_matches_are_cut_and_a_beginning_is_found_among_them(studio: Studio, path: Path) -> None:
    many = tuple(variant(f"N{at:04}Q") for at in range(2_100))
    keep(
        studio, [SaveProduct(Product("n", "Many", many), ()), SaveProduct(Product("z", "Z", (variant("Q7"),)), ())], "n"
    )
    assert found(path, "q")[0] == "Q7"
    assert len(found(path, "q")) == 200
    with reading(path) as reader:
        assert len(matching(reader._connection, "SELECT sku, words FROM sku_words AS w WHERE true", ["q"], 50)) == 50
