"""Notices of orders in any order, doubled and lost, and one whole reading at the end: as if told in order (I14)."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from console.domain.orders import OrderLine, OrderSnapshot
from console.domain.show import Show
from tests.domain.goods import NOON, after, running, seen, snapshot

SKUS = ("cap", "mug")
STOCK = {"cap": 5, "mug": 3}


@st.composite
def histories(draw: st.DrawFn) -> list[list[OrderSnapshot]]:
    """Orders as they went on, each version later than the one before; totals only rise."""
    version = 0
    orders = []
    for ref in range(draw(st.integers(1, 4))):
        placed = {sku: draw(st.integers(1, 4)) for sku in draw(st.sets(st.sampled_from(SKUS), min_size=1))}
        cancelled, shipped = dict.fromkeys(placed, 0), dict.fromkeys(placed, 0)
        told = []
        for _ in range(draw(st.integers(1, 4))):
            version += 1
            for sku, pieces in placed.items():
                cancelled[sku] = draw(st.integers(cancelled[sku], pieces))
                shipped[sku] = draw(st.integers(shipped[sku], max(shipped[sku], pieces - cancelled[sku])))
            lines = (OrderLine(sku, pieces, cancelled[sku], shipped[sku]) for sku, pieces in placed.items())
            told.append(snapshot(str(ref), *lines, version=version, placed_at=NOON + timedelta(seconds=ref)))
        orders.append(told)
    return orders


@st.composite
def noticed(draw: st.DrawFn) -> tuple[list[OrderSnapshot], list[list[OrderSnapshot]], list[OrderSnapshot]]:
    """What happened in order, what was heard of it, in pages, and what a whole reading says at the end."""
    orders = draw(histories())
    ordered = sorted((told for order in orders for told in order), key=lambda told: told.version)
    heard = draw(st.lists(st.sampled_from(ordered), max_size=20))
    pages = [heard[start : start + 3] for start in range(0, len(heard), 3)]
    return ordered, pages, draw(st.permutations([order[-1] for order in orders]))


def counted(show: Show) -> tuple[object, ...]:
    """What orders come to."""
    told = {key: replace(order.snapshot, version=0) for key, order in show.orders.items()}
    return dict(show.stock), {sku: n for sku, n in show.sold.items() if n}, told


@settings(max_examples=300, deadline=None)
@given(noticed())
def test_any_order_of_notices_and_one_whole_reading_end_where_the_ordered_list_ends(
    happened: tuple[list[OrderSnapshot], list[list[OrderSnapshot]], list[OrderSnapshot]],
) -> None:
    ordered, pages, whole = happened
    show = running(STOCK)
    in_order = after(show, *(seen(each) for each in ordered))
    disorderly = after(show, *(seen(*page) for page in pages), seen(*whole))
    assert counted(disorderly) == counted(in_order)
    assert after(disorderly, *(seen(*page) for page in reversed(pages)), seen(*whole)) == disorderly
