"""What was typed about a segment."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.products import Product
from console.domain.rundown import Segment
from console.domain.show import Show
from console.ui.rundown.product_names import linked, names_of
from console.ui.rundown.typed import Typed, Wrong, parse_clock, parse_length, segment_of, typed_of
from console.ui.words.times import length_text
from tests.ui.conftest import FakeLine

EVENING = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)


@given(st.integers(0, 24 * 3600))
def test_every_length_that_is_shown_can_be_typed(seconds: int) -> None:
    length = timedelta(seconds=seconds)
    assert parse_length(length_text(length)) == length


def test_a_bare_number_is_minutes() -> None:
    assert parse_length(" 7 ") == timedelta(minutes=7)


@pytest.mark.parametrize("text", ["", "x", "1:2", "1:60", "-1:00", "1:60:00", "1:00:00:00", "٣:٠٠", "99999"])
def test_what_is_no_length_is_refused(text: str) -> None:
    assert parse_length(text) is None


def test_a_start_after_midnight_is_tomorrow_for_a_show_in_the_evening() -> None:
    assert parse_clock("0:15", EVENING, UTC) == datetime(2026, 11, 21, 0, 15, tzinfo=UTC)
    assert parse_clock("21:00", EVENING, UTC) == datetime(2026, 11, 20, 21, 0, tzinfo=UTC)
    assert parse_clock("06:40", EVENING, ZoneInfo("Asia/Shanghai")) == datetime(2026, 11, 20, 22, 40, tzinfo=UTC)


@pytest.mark.parametrize("text", ["24:00", "12:60", "noon", "12", "1200"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    assert parse_clock(text, EVENING, UTC) is None


def test_a_segment_that_was_not_touched_stays_as_it_was_to_the_second() -> None:
    start = datetime(2026, 11, 19, 8, 5, 42, tzinfo=UTC)
    before = Segment("Mugs", timedelta(seconds=95), 4, start, "Mei", "wide", "Hello", ("mug",), "5 off", "socks", start)
    assert segment_of(typed_of(before, "", UTC), before, ("mug",), EVENING, UTC) == before


def test_every_wrong_text_is_named_by_its_field() -> None:
    wrong = segment_of(
        Typed("Mugs", planned="soon", start="late", until="never"), Segment("", timedelta(0)), (), EVENING, UTC
    )
    assert isinstance(wrong, Wrong)
    assert set(wrong.fields) == {"planned", "start", "until"}


async def test_products_are_known_by_code_by_sku_and_from_the_catalogue(line: FakeLine) -> None:
    show = line.show
    item, other = show.queue[0], show.products[show.queue[1].product]
    aside = Product("aside", "Aside", (), "")

    async def find(text: str) -> list[Product]:
        return [aside] if text == "aside" else []

    found = await linked(f"{item.code}; {other.skus[0]} ;aside;nothing;{item.code}", show, {}, find)
    assert found.products == (item.product, other.id, "aside")
    assert found.unknown == ("nothing",)


async def test_the_names_that_the_form_shows_lead_back_to_the_same_products(line: FakeLine) -> None:
    async def find(_text: str) -> list[Product]:
        return []

    products = (line.show.queue[2].product, "one that the show has not loaded")
    names = names_of(line.show, products)
    assert (await linked("; ".join(names), line.show, names, find)).products == products
    assert (await linked("; ".join(names), Show(), {}, find)).products == ()
