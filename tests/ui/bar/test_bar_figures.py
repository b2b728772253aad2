"""What the bar counts, and what it leaves out when there is little room."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from console.domain.actors import Actor, Role
from console.domain.changes import Entry, OrderRecorded
from console.domain.money import Money
from console.domain.orders import Order, OrderLine, OrderSnapshot, OrderStatus
from console.domain.show import Show
from console.ui.bar.fitting import fitted
from console.ui.bar.lamp_sight import Room
from console.ui.bar.pace import Pace
from console.ui.bar.tally import Tally

AT = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)


def order(number: int, placed: int, cancelled: int = 0, show: int = 1) -> Order:
    lines = (OrderLine("MUG", placed, cancelled),)
    snapshot = OrderSnapshot("s", str(number), str(number), OrderStatus.PAID, AT, 1, lines, Money(1, "USD"))
    return Order(snapshot, show)


def recorded(one: Order) -> Entry:
    return Entry(OrderRecorded(one, ()), AT, Actor("", Role.SHOP), "")


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 9), st.integers(0, 9), st.integers(0, 2)), max_size=20))
def test_counting_on_gives_what_counting_anew_gives(seen: list[tuple[int, int, int, int]]) -> None:
    shows = {number: show for number, _, _, show in reversed(seen)}
    orders = [order(number, placed, min(placed, gone), shows[number]) for number, placed, gone, _ in seen]
    onward, anew = Tally(), Tally()
    onward.go_on(Show(id=1), [recorded(each) for each in orders])
    show = Show(id=1)
    for each in orders:
        show = Show(id=1, orders=show.orders.insert(each.key, each))
    anew.begin(show)
    assert (onward.orders, onward.units) == (anew.orders, anew.units)


def test_a_cancelled_order_is_no_longer_counted() -> None:
    tally = Tally()
    tally.go_on(Show(id=1), [recorded(order(1, 3)), recorded(order(2, 2)), recorded(order(1, 3, 3))])
    assert (tally.orders, tally.units) == (1, 2)


def test_the_pace_is_that_of_the_last_ten_seconds() -> None:
    pace = Pace()
    pace.hear(50, AT)
    pace.hear(30, AT + timedelta(seconds=5))
    assert pace.per_second(AT + timedelta(seconds=9)) == 8
    assert pace.per_second(AT + timedelta(seconds=10)) == 3
    assert pace.per_second(AT + timedelta(seconds=15)) == 0


WIDTHS = st.integers(0, 2000)


@given(WIDTHS, WIDTHS, st.lists(st.integers(1, 200), max_size=3), st.tuples(*[st.integers(1, 300)] * 4))
def test_what_is_shown_fits_whenever_anything_does(
    width: int, needed: int, spare: list[int], more: tuple[int, int, int, int]
) -> None:
    least, *rest = more
    lamps = {
        Room.SHAPE: least,
        Room.WORD: least + rest[0],
        Room.AGE: least + sum(rest[:2]),
        Room.TROUBLE: least + sum(rest),
    }
    shown, room = fitted(width, needed, spare, lamps.__getitem__)
    assert needed + lamps[room] + sum(spare[:shown]) <= width or (shown, room) == (0, Room.SHAPE)
    if needed + lamps[Room.TROUBLE] + sum(spare) <= width:
        assert (shown, room) == (len(spare), Room.TROUBLE)
