"""What the file holds of bodies, answers and ids comes back to the byte."""

from contextlib import suppress

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.changes import StockMoved
from console.domain.outcomes import Adjusted, Done
from console.domain.stock import Counter, Level, Movement, MovementKind
from console.storage.ids import kept_command, kept_line, told_command, told_line
from console.storage.packing import Unreadable, packed, unpacked

pieces = st.integers(-(2**31), 2**31)
levels = st.builds(Level, pieces, pieces, pieces, pieces, st.booleans(), st.none() | pieces)
movements = st.builds(
    Movement, st.text(), st.sampled_from(Counter), st.sampled_from(MovementKind), pieces, st.text(), st.text()
)
values = (
    st.builds(StockMoved, pieces, st.lists(movements, max_size=3).map(tuple), pieces)
    | st.builds(Adjusted, st.text(), levels, pieces)
    | st.just(Done())
)


@given(values)
def test_what_is_kept_of_a_value_is_all_of_it(value: msgspec.Struct) -> None:
    text = msgspec.json.encode(value)
    assert unpacked(packed(text)) == text


@given(st.binary())
def test_any_text_comes_back(text: bytes) -> None:
    for each in (text, b'{"type":"StockMoved","move":' + text, b'{"type":"Adjusted","sku":"' + text):
        assert unpacked(packed(each)) == each


@given(st.binary())
def test_what_is_no_body_is_told_so_or_is_some_text(blob: bytes) -> None:
    with suppress(Unreadable):
        assert isinstance(unpacked(blob), bytes)


def test_a_change_of_stock_takes_few_bytes() -> None:
    moved = StockMoved(10_000, (Movement("SKU-100", Counter.ON_HAND, MovementKind.ADJUST, 1, "found"),))
    answer = Adjusted("SKU-100", Level(100, opened=True), 10_000)
    assert [len(packed(msgspec.json.encode(each))) for each in (moved, answer, Done())] == [24, 20, 5]


@given(st.text() | st.uuids().map(str) | st.binary(max_size=20).map(bytes.hex))
def test_an_id_comes_back(id_: str) -> None:
    for each in (id_, f"h:{id_}", id_.upper(), f" {id_}", f"h:{id_.replace('-', '')}"):
        assert told_command(kept_command(each)) == each
        assert told_line(kept_line(each)) == each


@given(st.lists(st.text() | st.uuids().map(str) | st.binary(max_size=20).map(bytes.hex), unique=True))
def test_two_ids_stay_two(ids: list[str]) -> None:
    assert len({kept_command(each) for each in ids}) == len({kept_line(each) for each in ids}) == len(ids)


RELEASED = {
    '{"type":"DraftSet","draft":{"id":7,"mended":false}}': ("0423d83b32c7e87f0000"),
    '{"type":"Adjusted","sku":"cap"}': ("0301636170227d"),
}


@pytest.mark.parametrize("text", RELEASED)
def test_phrases_that_files_are_read_by_never_change(text: str) -> None:
    assert unpacked(bytes.fromhex(RELEASED[text])).decode() == text
