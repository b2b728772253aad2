"""A script is bound to the facts: what stands in its braces, and what is struck, follow the ledger."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.money import Money
from console.domain.products import Product, Variant
from console.domain.rundown import Aired, Segment
from console.domain.script.facts import Fact, Known, Lack, Lacking, Left, Pieces, Prices, Trust, Words
from console.domain.script.lines import Filled, ScriptLine, lacks, script_lines
from console.domain.script.numbers import number
from console.domain.script.truth import Why
from console.domain.stock import Level
from console.imports.script_sayings import script_sayings
from tests.script.scenes import BEFORE, LATER, NOW, PRICE, WAS, plain, show_of, stopped, variants

SAYINGS = script_sayings()
PIECES = st.integers(0, 100_000)


def read(known: Known, line: str) -> ScriptLine:
    """One line as it stands now."""
    (found,) = script_lines(replace(known, segment=replace(known.segment, script=line)), SAYINGS)
    return found


def values(known: Known, line: str) -> list[object]:
    """What stands in the braces of a line."""
    return [part.value for part in read(known, line).parts if isinstance(part, Filled)]


def test_every_fact_is_filled_in() -> None:
    known = plain(3, coupon="5 off", gift="socks", offer_until=LATER)
    line = "{price} {compare_at} {stock} {sold} {coupon} {gift} {time_left}"
    assert values(known, line) == [
        Prices(PRICE, PRICE),
        Prices(WAS, WAS),
        Pieces(3),
        Pieces(0),
        Words("5 off"),
        Words("socks"),
        Left(timedelta(minutes=7)),
    ]


@pytest.mark.parametrize(
    ("known", "line", "why"),
    [
        (plain(3), "{coupon}", Lack.NO_COUPON),
        (plain(3), "{gift}", Lack.NO_GIFT),
        (plain(3, coupon="5 off", offer_until=BEFORE), "{coupon}", Lack.OFFER_ENDED),
        (plain(3, was=None), "{compare_at}", Lack.NO_COMPARE_AT),
        (plain(None), "{stock}", Lack.NOT_COUNTED),
        (plain(3), "{stock:99}", Lack.NOT_KNOWN),
        (plain(3), "{weather}", Lack.NO_SUCH_FACT),
        (replace(plain(3), trust=Trust(known=False)), "{stock}", Lack.FILE_UNKNOWN),
        (replace(plain(3), segment=Segment("Talk", timedelta(0))), "{price}", Lack.NO_PRODUCT),
    ],
)
def test_what_nobody_knows_is_named_in_place_of_braces(known: Known, line: str, why: Lack) -> None:
    if why is Lack.NO_PRODUCT:
        known = replace(known, show=replace(known.show, pinned=None))
    assert [each.why for each in lacks(read(known, line))] == [why]


def test_a_fact_is_asked_of_a_code_or_of_a_sku() -> None:
    known = variants()
    named = "{stock:12} {stock:SHIRT-Sage-L} {stock:shirt}"
    assert values(known, named) == [Pieces(5), Pieces(2), Pieces(5)]


def test_several_prices_are_a_span() -> None:
    two = (Variant("A", Money(100, "USD")), Variant("B", Money(300, "USD")))
    known = show_of(Product("p", "P", two), {})
    assert values(known, "{price}") == [Prices(Money(100, "USD"), Money(300, "USD"))]


def test_a_compare_at_price_that_is_not_above_the_price_is_none() -> None:
    known = show_of(Product("p", "P", (Variant("A", PRICE, PRICE),)), {})
    assert lacks(read(known, "{compare_at}"))


def test_an_old_number_tells_since_when() -> None:
    assert values(replace(plain(3), trust=Trust(since=BEFORE)), "{stock}") == [Pieces(3, BEFORE)]


def test_what_is_oversold_is_none_and_not_less() -> None:
    assert values(plain(-2), "{stock}") == [Pieces(0)]


def test_the_time_left_is_that_of_the_live_segment() -> None:
    known = plain(3)
    live = replace(known.show, aired=(Aired(1, NOW - timedelta(minutes=8)),))
    assert values(replace(known, show=live), "{time_left}") == [Left(-timedelta(minutes=1))]


def test_braces_that_name_nothing_are_words() -> None:
    line = "{} { price } {Price} {price:} {stock"
    assert values(plain(3), line) == []


def test_of_several_products_a_line_is_about_the_one_that_it_names() -> None:
    known = plain(3)
    tote = Product("tote", "Canvas tote", (Variant("TOTE", Money(3200, "USD")),))
    show = replace(
        known.show,
        products=known.show.products.insert("tote", tote),
        stock=known.show.stock.insert("TOTE", Level(on_hand=9, opened=True)),
    )
    both = replace(known, show=show, segment=replace(known.segment, products=("shirt", "tote")))
    assert read(both, "Only 9 left.").strike is None
    assert read(both, "Of the canvas tote only 9 left.").strike is None
    strike = read(both, "Of the linen shirt only 9 left.").strike
    assert strike is not None
    assert (strike.why, strike.pieces) == (Why.LEFT, 3)


def test_a_talk_without_products_says_nothing_that_could_be_untrue_of_one() -> None:
    known = plain(3)
    talk = replace(known, show=replace(known.show, pinned=None), segment=Segment("Talk", timedelta(0), id=1))
    assert read(talk, "Only 99 left, was 200.").strike is None


def test_a_strike_tells_what_is_so() -> None:
    strike = read(plain(3), "It was 80.").strike
    assert strike is not None
    assert (strike.why, strike.prices, strike.said) == (Why.WAS, Prices(WAS, WAS), "was 80")


def test_a_stopped_sale_is_no_offer() -> None:
    strike = read(stopped(), "{stock} left. Order now!").strike
    assert strike is not None
    assert strike.why is Why.STOPPED


@given(left=PIECES, said=PIECES, form=st.sampled_from(["only {} left", "仅剩{}件", "Last {} pieces!", "还剩{}件了"]))
def test_so_many_left_stands_just_if_the_ledger_has_so_many(left: int, said: int, form: str) -> None:
    strike = read(plain(left), form.format(said)).strike
    assert (strike is None) == (left == said > 0)


@given(left=PIECES, form=st.sampled_from(["only {stock} left", "仅剩{stock}件"]))
def test_a_number_out_of_the_ledger_is_never_struck_while_there_is_any(left: int, form: str) -> None:
    found = read(plain(left), form)
    assert values(plain(left), form) == [Pieces(left)]
    assert (found.strike is None) == (left > 0)


@given(minor=st.integers(1, 10**9), said=st.integers(1, 10**9))
def test_a_typed_price_stands_just_if_it_is_the_product_s(minor: int, said: int) -> None:
    product = Product("p", "P", (Variant("A", Money(minor, "USD")),))
    strike = read(show_of(product, {}), f"Only ${said // 100:,}.{said % 100:02} tonight").strike
    assert (strike is None) == (minor == said)


@pytest.mark.parametrize(
    "piece", ["one hundred and ", "twenty ", "一", "1,", "the last ", "free ", "before it we are ", "买"]
)
def test_a_line_that_repeats_itself_costs_no_more_than_others(piece: str) -> None:
    began = process_time()
    read(plain(3), piece * 2_000)
    assert process_time() - began < 2


@given(text=st.text(alphabet="only 3left仅剩件 was# 75.{}原价%,最近stock:12\n", max_size=200), left=PIECES)
def test_any_text_can_be_read_and_loses_no_word(text: str, left: int) -> None:
    known = plain(left)
    found = script_lines(replace(known, segment=replace(known.segment, script=text)), SAYINGS)
    assert len(found) == text.count("\n") + 1
    names = {str(fact) for fact in Fact}
    for line, one in zip(text.split("\n"), found, strict=True):
        shown = "".join(_written(part) for part in one.parts)
        assert shown == (line.lstrip("#").strip() if one.marker else line)
        assert all(part.name in names or isinstance(part.value, Lacking) for part in _filled(one))


def _written(part: object) -> str:
    match part:
        case Filled(name=name, of=of):
            return "{" + name + (f":{of}" if of else "") + "}"
        case _:
            return str(getattr(part, "words", ""))


def _filled(line: ScriptLine) -> list[Filled]:
    return [part for part in line.parts if isinstance(part, Filled)]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("59.90", "59.9"),
        ("1,299,000", "1299000"),
        ("59,90", "59.9"),
        ("59块9", "59.9"),
        ("eighty-eight", "88"),
        ("fifty-nine ninety", "59.9"),
        ("twelve fifty", "12.5"),
        ("one hundred and twenty", "120"),
        ("三十八", "38"),
        ("两百", "200"),
        ("一万二千", "12000"),
        ("二〇二", "202"),
        ("十", "10"),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, means: str) -> None:
    assert number(text) == Decimal(means)


@pytest.mark.parametrize("make", [variants, stopped])
def test_stock_that_moves_moves_the_script(make: Callable[[], Known]) -> None:
    known = make()
    (before,) = values(known, "{stock}")
    sku = next(iter(known.show.stock.keys()))
    moved = known.show.stock.insert(sku, Level(on_hand=known.show.stock[sku].on_hand + 1, opened=True))
    (after,) = values(replace(known, show=replace(known.show, stock=moved)), "{stock}")
    assert isinstance(before, Pieces)
    assert after == Pieces(before.count + 1)


def test_nothing_is_sold_out_that_was_never_counted() -> None:
    known = replace(plain(3), show=replace(plain(3).show, stock=HashTrieMap()))
    assert read(known, "Sold out!").strike is None
    assert read(known, "Order now!").strike is None
