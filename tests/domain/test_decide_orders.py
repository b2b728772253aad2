"""A shop's orders against a model that knows each piece, and against their own permutations."""

from collections import Counter as Tally
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from console.domain.commands import AdjustStock, HoldStock, SettleFinding
from console.domain.findings import FindingKind, Settlement
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus
from console.domain.show import Show
from console.domain.stock import Level
from tests.domain.goods import NOON, after, running, seen, snapshot

SKUS = ("cap", "mug")
EVENTS = ("ship", "cancel")


class Pieces:
    """A line as a warehouse sees it: where each piece is."""

    def __init__(self, placed: int) -> None:
        self.places = ["shelf"] * placed

    def happen(self, event: str) -> None:
        for before, then in {"ship": [("shelf", "out")], "cancel": [("shelf", "kept"), ("out", "back")]}[event]:
            if before in self.places:
                self.places[self.places.index(before)] = then
                return

    def count(self, *places: str) -> int:
        return sum(place in places for place in self.places)

    def line(self, sku: str) -> OrderLine:
        return OrderLine(sku, len(self.places), self.count("kept", "back"), self.count("out", "back"))


@given(st.integers(0, 6), st.lists(st.sampled_from(EVENTS), max_size=14))
def test_a_line_counts_as_a_warehouse_that_follows_each_piece(placed: int, events: list[str]) -> None:
    pieces = Pieces(placed)
    show = running({"cap": 10})
    for version, event in enumerate(["", *events], start=1):
        if event:
            pieces.happen(event)
        line = pieces.line("cap")
        show = after(show, seen(snapshot("1", line, version=version)))
        assert line.committed == pieces.count("shelf")
        assert line.returned == pieces.count("back")
        assert line.sold == pieces.count("shelf", "out")
        assert show.stock["cap"] == Level(10 - pieces.count("out"), 0, pieces.count("shelf"), opened=True)
        assert (show.sold.get("cap") or 0) == line.sold


@st.composite
def histories(draw: st.DrawFn) -> list[list[OrderSnapshot]]:
    """What happened to each of some orders, in order."""
    version = 0
    told = []
    for ref in "123"[: draw(st.integers(1, 3))]:
        parts = [(draw(st.sampled_from(SKUS)), Pieces(draw(st.integers(1, 4)))) for _ in range(draw(st.integers(1, 3)))]
        history = []
        for event in ["", *draw(st.lists(st.sampled_from(EVENTS), max_size=5))]:
            version += 1
            if event:
                draw(st.sampled_from(parts))[1].happen(event)
            lines = tuple(pieces.line(sku) for sku, pieces in parts)
            status = OrderStatus.PAID if event != "cancel" else OrderStatus.CANCELLED
            history.append(snapshot(ref, *lines, version=version, status=status))
        told.append(history)
    return told


def numbers(show: Show) -> tuple[object, object]:
    return dict(show.stock), {sku: pieces for sku, pieces in show.sold.items() if pieces}


def lines_of(show: Show) -> dict[str, tuple[OrderLine, ...]]:
    return {key: order.snapshot.lines for key, order in show.orders.items()}


@settings(max_examples=150)
@given(st.data(), histories())
def test_any_permutation_with_losses_and_one_last_reading_ends_where_the_list_ends(
    data: st.DataObject, told: list[list[OrderSnapshot]]
) -> None:
    every = [each for history in told for each in history]
    ordered = after(running(dict.fromkeys(SKUS, 5)), *(seen(each) for each in every))
    heard = data.draw(st.lists(st.sampled_from(every), max_size=2 * len(every)))
    jumbled = running(dict.fromkeys(SKUS, 5))
    while heard:
        size = data.draw(st.integers(1, len(heard)))
        jumbled, heard = after(jumbled, seen(*heard[:size])), heard[size:]
    final = [replace(history[-1], version=history[-1].version + 1000) for history in told]
    reconciled = after(jumbled, seen(*final))
    ahead = after(ordered, seen(*final))
    assert numbers(reconciled) == numbers(ahead)
    assert lines_of(reconciled) == lines_of(ahead)


@given(st.lists(st.tuples(st.sampled_from(SKUS), st.integers(0, 5)), max_size=5))
def test_lines_of_one_sku_count_as_their_sum(lines: list[tuple[str, int]]) -> None:
    show = after(running(dict.fromkeys(SKUS, 5)), seen(snapshot("1", *(OrderLine(*line) for line in lines))))
    sums: Tally[str] = Tally()
    for sku, placed in lines:
        sums[sku] += placed
    assert {sku: show.stock[sku].committed for sku in SKUS} == {sku: sums[sku] for sku in SKUS}


def test_a_line_that_changes_its_sku_gives_the_old_one_free() -> None:
    show = after(running(dict.fromkeys(SKUS, 5)), seen(snapshot("1", OrderLine("cap", 2))))
    show = after(show, seen(snapshot("1", OrderLine("mug", 3), version=2)))
    assert (show.stock["cap"].available, show.stock["mug"].available) == (5, 2)
    assert (show.sold["cap"], show.sold["mug"]) == (0, 3)


def test_an_order_is_never_refused_and_what_is_oversold_is_found() -> None:
    show = after(running({"cap": 2}), seen(snapshot("1", OrderLine("cap", 5))))
    assert show.stock["cap"].available == -3
    assert [(f.kind, f.subject, f.ours) for f in show.open_findings] == [(FindingKind.OVERSOLD, "cap", -3)]


def test_what_left_at_once_can_be_oversold_too() -> None:
    held = after(running({"cap": 2}), HoldStock("cap", 2, "Mia"))
    show = after(held, seen(snapshot("1", OrderLine("cap", 1, shipped=1))))
    assert show.stock["cap"].available == -1
    assert [(f.kind, f.ours) for f in show.open_findings] == [(FindingKind.OVERSOLD, -1)]


def test_what_was_settled_is_found_again_when_it_happens_again() -> None:
    show = after(running({"cap": 2}), seen(snapshot("1", OrderLine("cap", 5))))
    settled = after(show, SettleFinding(show.open_findings[0].id, Settlement.OURS))
    assert after(settled, seen(snapshot("1", OrderLine("cap", 5), version=2))).open_findings == []
    refilled = after(settled, AdjustStock("cap", 10, "found"))
    again = after(refilled, seen(snapshot("2", OrderLine("cap", 10))))
    assert again.stock["cap"].available == -3
    assert [finding.subject for finding in again.open_findings] == ["cap"]


def test_an_unknown_sku_is_counted_and_found() -> None:
    show = after(running({}), seen(snapshot("1", OrderLine("ghost", 2))))
    assert show.stock["ghost"] == Level(committed=2)
    assert [(f.kind, f.subject) for f in show.open_findings] == [(FindingKind.UNKNOWN_SKU, "ghost")]


def test_money_back_without_stock_is_found() -> None:
    line = OrderLine("cap", 2)
    show = after(running({"cap": 5}), seen(snapshot("1", line, status=OrderStatus.REFUNDED)))
    assert [(f.kind, f.subject, f.ours) for f in show.open_findings] == [
        (FindingKind.REFUNDED_NOT_CANCELLED, "shop/1", 2)
    ]


def test_orders_from_before_the_link_count_only_what_is_still_promised() -> None:
    before = snapshot("1", OrderLine("cap", 5, cancelled=1, shipped=3), placed_at=NOON - timedelta(hours=1))
    show = after(running({"cap": 10}), seen(before, linked=NOON))
    assert show.stock["cap"] == Level(10, 0, 1, opened=True)
    assert show.orders["shop/1"].show == 0
    assert dict(show.sold) == {}
    shipped = replace(before, version=2, lines=(OrderLine("cap", 5, cancelled=1, shipped=4),))
    assert after(show, seen(shipped)).stock["cap"] == Level(9, 0, 0, opened=True)
    returned = replace(before, version=3, lines=(OrderLine("cap", 5, cancelled=2, shipped=4),))
    assert after(show, seen(shipped), seen(returned)).stock["cap"] == Level(10, 0, 0, opened=True)


@given(st.lists(st.sampled_from(EVENTS), max_size=6), st.lists(st.sampled_from(EVENTS), max_size=6))
def test_an_adopted_order_moves_only_what_happens_after_the_link(earlier: list[str], later: list[str]) -> None:
    pieces = Pieces(4)
    for event in earlier:
        pieces.happen(event)
    away = pieces.count("out")
    old = NOON - timedelta(days=1)
    show = after(running({"cap": 10}), seen(snapshot("1", pieces.line("cap"), placed_at=old), linked=NOON))
    for version, event in enumerate(later, start=2):
        pieces.happen(event)
        show = after(show, seen(snapshot("1", pieces.line("cap"), version=version, placed_at=old)))
    assert show.stock["cap"] == Level(10 - pieces.count("out") + away, 0, pieces.count("shelf"), opened=True)


def test_an_older_reading_changes_nothing_but_the_cursor() -> None:
    show = after(running({"cap": 5}), seen(snapshot("1", OrderLine("cap", 2), version=5)))
    late = replace(seen(snapshot("1", OrderLine("cap", 4), version=4)), cursor="next")
    changed = after(show, late)
    assert numbers(changed) == numbers(show)
    assert changed.orders["shop/1"] == show.orders["shop/1"]
    assert changed.cursors["shop"] == "next"


def test_an_order_without_a_running_show_belongs_to_none() -> None:
    show = after(Show(), seen(snapshot("1", OrderLine("cap", 2))))
    assert show.orders["shop/1"].show == 0
    assert not show.sold
