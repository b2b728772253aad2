"""The queue: codes, order, the pin."""

import pytest

from console.domain.commands import MoveItem, Pin, QueueProducts, RemoveItem, SetCode, Unpin
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.outcomes import CodeTaken, Done, InUse, Invalid, Missing
from console.domain.show import Show
from tests.domain.goods import NOON, after, asked, running


@pytest.fixture
def show() -> Show:
    return running({"cap": 1, "mug": 1, "hat": 1}, [QueueProducts(("cap", "mug", "hat"))])


def named(show: Show) -> str:
    return " ".join(f"{item.code}:{item.product}" for item in show.queue)


def item(show: Show, product: str) -> int:
    found = show.item_of(product)
    assert found
    return found.id


def test_products_join_the_end_once_with_the_next_codes(show: Show) -> None:
    assert named(show) == "1:cap 2:mug 3:hat"
    assert asked(show, QueueProducts(("mug", "cap", "mug")))[1].queue == show.queue


def test_one_unknown_product_keeps_all_out(show: Show) -> None:
    assert decide(show, QueueProducts(("cap", "ghost")), NOON) == Decision(Missing("product", "ghost"))


def test_nothing_is_queued_before_there_is_a_show() -> None:
    assert decide(Show(), QueueProducts(()), NOON) == Decision(Missing("show", ""))


@pytest.mark.parametrize(("to", "order"), [(0, "hat cap mug"), (-5, "hat cap mug"), (1, "cap hat mug")])
def test_an_item_moves_to_a_position(show: Show, to: int, order: str) -> None:
    assert [each.product for each in after(show, MoveItem(item(show, "hat"), to)).queue] == order.split()


def test_a_position_beyond_the_end_is_the_end(show: Show) -> None:
    assert [each.product for each in after(show, MoveItem(item(show, "cap"), 99)).queue] == ["mug", "hat", "cap"]
    assert decide(show, MoveItem(item(show, "hat"), 99), NOON) == Decision(Done())


def test_a_code_is_one_items_whatever_its_capitals(show: Show) -> None:
    coded = after(show, SetCode(item(show, "cap"), " Straße "))
    assert named(coded).startswith("Straße:cap")
    assert asked(coded, SetCode(item(show, "mug"), "STRASSE"))[0] == CodeTaken("STRASSE")
    assert asked(coded, SetCode(item(show, "cap"), "STRASSE"))[0] == Done()


@pytest.mark.parametrize("code", ["", "  ", "a b", "thirteen-long", "a\u3000b"])
def test_a_code_is_short_and_without_spaces(show: Show, code: str) -> None:
    assert isinstance(asked(show, SetCode(item(show, "cap"), code))[0], Invalid)


def test_the_next_code_follows_the_largest_number(show: Show) -> None:
    gone = after(show, RemoveItem(item(show, "mug")), SetCode(item(show, "cap"), "40"), QueueProducts(("mug",)))
    assert named(gone) == "40:cap 3:hat 41:mug"


def test_one_item_is_pinned_and_stays_in_the_queue(show: Show) -> None:
    pinned = after(show, Pin(item(show, "cap")), Pin(item(show, "mug")))
    assert (pinned.pinned, pinned.pinned_at) == (item(show, "mug"), NOON)
    assert asked(pinned, RemoveItem(item(show, "mug")))[0] == InUse("pinned")
    assert decide(pinned, Pin(item(show, "mug")), NOON) == Decision(Done())
    free = after(pinned, Unpin())
    assert (free.pinned, free.pinned_at) == (None, None)
    assert decide(free, Unpin(), NOON) == Decision(Done())
    assert named(after(free, RemoveItem(item(show, "mug")))) == "1:cap 3:hat"


@pytest.mark.parametrize("command", [RemoveItem(999), MoveItem(999, 0), SetCode(999, "9"), Pin(999)])
def test_an_item_that_is_not_there_is_missing(show: Show, command: RemoveItem | MoveItem | SetCode | Pin) -> None:
    assert decide(show, command, NOON) == Decision(Missing("item", "999"))
