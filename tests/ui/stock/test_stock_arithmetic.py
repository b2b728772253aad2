"""The counter's arithmetic: stories add up, what is left is told truly, pace forgets what is old."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from console.domain.changes import Entry, OrderRecorded
from console.domain.money import Money
from console.domain.orders import Order, OrderLine, OrderSnapshot, OrderStatus
from console.domain.show import Show
from console.domain.stock import Counter, Level, Movement, MovementKind, moved
from console.domain.stock_state import StockState, pieces_left, state_of
from console.domain.why import Explained
from console.ui.stock.pace import Pace
from console.ui.stock.story import Asked, story_of
from tests.ui.conftest import EVENING, OPERATOR

_MOVES = st.lists(st.tuples(st.sampled_from(list(Counter)), st.integers(-50, 50).filter(bool)), max_size=30)


@given(_MOVES)
def test_every_story_sums_to_its_number(moves: list[tuple[Counter, int]]) -> None:
    level = Level()
    told = []
    for second, (counter, delta) in enumerate(moves):
        level = moved(level, Movement("A", counter, MovementKind.ADJUST, delta))
        at = (EVENING + timedelta(seconds=second)).isoformat()
        told.append(Explained(counter, "adjust", delta, "", "", "ana", "operator", at))
    numbers = {
        Asked.AVAILABLE: level.available,
        Asked.RESERVED: level.reserved,
        Asked.COMMITTED: level.committed,
        Asked.ON_HAND: level.on_hand,
    }
    for asked, number in numbers.items():
        story = story_of([("A", told)], asked)
        assert sum(line.delta for line in story) == number
        assert not story or story[0].total == number


@given(st.lists(st.integers(-20, 200), min_size=1, max_size=6))
def test_what_is_left_is_never_more_than_can_be_sold_and_shows_what_is_oversold(on_hand: list[int]) -> None:
    left = pieces_left(Level(on_hand=each, opened=True) for each in on_hand)
    assert left == (sum(on_hand) if max(on_hand) <= 0 else sum(each for each in on_hand if each > 0))


def test_low_is_five_pieces_or_a_tenth_of_what_is_on_hand() -> None:
    assert state_of([Level(on_hand=6, opened=True)]) is StockState.ENOUGH
    assert state_of([Level(on_hand=5, opened=True)]) is StockState.LOW
    assert state_of([Level(on_hand=100, committed=90, opened=True)]) is StockState.LOW
    assert state_of([Level(on_hand=100, committed=89, opened=True)]) is StockState.ENOUGH
    assert state_of([Level(on_hand=3, committed=3, opened=True)]) is StockState.SOLD_OUT
    assert state_of([Level(on_hand=3, committed=6, opened=True)]) is StockState.SOLD_OUT


def test_what_was_never_counted_is_not_sold_out() -> None:
    assert state_of([]) is StockState.UNCOUNTED
    assert state_of([Level()]) is StockState.UNCOUNTED
    assert pieces_left([Level()]) is None


def order(ref: str, pieces: int, minutes: float, show: int = 1) -> Order:
    at = EVENING + timedelta(minutes=minutes)
    lines = (OrderLine("A", pieces), OrderLine("B", 50))
    return Order(OrderSnapshot("shop", ref, ref, OrderStatus.PLACED, at, 1, lines, Money(1, "USD")), show)


def recorded(*orders: Order) -> list[Entry]:
    return [Entry(OrderRecorded(each, ()), each.snapshot.placed_at, OPERATOR, "") for each in orders]


def test_pace_is_pieces_a_minute_over_the_last_five() -> None:
    show = Show(id=1, began=EVENING - timedelta(hours=1))
    pace = Pace()
    pace.begin(show)
    pace.hear(show, recorded(order("1", 10, 0), order("2", 15, 4), order("3", 99, 4, show=0)))
    assert pace.of(["A"], EVENING + timedelta(minutes=5)) == 5
    assert pace.of(["A"], EVENING + timedelta(minutes=6)) == 3
    assert pace.of(["A"], EVENING + timedelta(minutes=20)) == 0


def test_pace_early_in_a_show_counts_the_minutes_there_were() -> None:
    show = Show(id=1, began=EVENING)
    pace = Pace()
    pace.hear(show, recorded(order("1", 10, 0)))
    assert pace.of(["A"], EVENING + timedelta(seconds=5)) == 10
    assert pace.of(["A"], EVENING + timedelta(minutes=2)) == 5


def test_pace_counts_an_order_that_changed_as_it_is_now() -> None:
    show = Show(id=1, began=EVENING)
    pace = Pace()
    first = order("1", 10, 0)
    cancelled = replace(first.snapshot, lines=(OrderLine("A", 10, cancelled=10),))
    pace.hear(show, recorded(first, replace(first, snapshot=cancelled)))
    assert pace.of(["A"], EVENING + timedelta(minutes=1)) == 0
