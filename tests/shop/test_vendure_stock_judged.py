"""Whether a number was set by us, told from the shop's movements alone: never a no to what was done."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from console.desk.ports import Concluded, NotThere, Probe, Unclear
from console.shop.vendure_out_answers import MovedRow, MovementRow, MovementRows, PlaceRow
from console.shop.vendure_stock_seen import StockSeen, elsewhere, judge

PLACES = ("hall", "attic")


class Shelf:
    """A variant at two locations, as Vendure keeps it."""

    def __init__(self, pieces: Sequence[int], *, tracked: bool) -> None:
        self.pieces = dict(zip(PLACES, pieces, strict=True))
        self.tracked = tracked
        self.movements: list[MovementRow] = []

    def move(self, kind: str, quantity: int, place: str) -> None:
        if self.tracked or kind == "ADJUSTMENT":
            self.pieces[place] += 0 if kind == "ALLOCATION" else quantity
        self.movements.append(MovementRow(str(len(self.movements)), kind, quantity))

    def set(self, number: int, place: str) -> bool:
        """Set a number, as staff and we do; whether that was a change."""
        if change := number - self.pieces[place]:
            self.move("ADJUSTMENT", change, place)
        return bool(change)

    def seen(self, delta: int) -> StockSeen:
        known = tuple(movement.id for movement in self.movements)
        target = self.pieces["hall"] + delta
        return StockSeen("A", delta, "1", "hall", target, elsewhere(self.rows(), "hall"), 0, known)

    def rows(self) -> list[PlaceRow]:
        return [PlaceRow(place, pieces) for place, pieces in self.pieces.items()]

    def now(self) -> MovedRow:
        return MovedRow(self.rows(), MovementRows(len(self.movements), self.movements))


pieces = st.integers(0, 12)
moves = st.tuples(
    st.sampled_from(["SALE", "CANCELLATION", "ALLOCATION", "SET"]), st.integers(0, 12), st.sampled_from(PLACES)
)
some_moves = st.lists(moves, max_size=6)
deltas = st.integers(-5, 5).filter(bool)


def carry_out(shelf: Shelf, some: Sequence[tuple[str, int, str]]) -> None:
    for kind, number, place in some:
        if kind == "SET":
            shelf.set(number, place)
        else:
            shelf.move(kind, -number if kind == "SALE" else number, place)


@given(st.tuples(pieces, pieces), st.booleans(), deltas, some_moves, some_moves)
def test_what_was_set_is_never_called_missing(
    start: tuple[int, int],
    tracked: bool,
    delta: int,
    before: list[tuple[str, int, str]],
    after: list[tuple[str, int, str]],
) -> None:
    shelf = Shelf(start, tracked=tracked)
    seen = shelf.seen(delta)
    carry_out(shelf, before)
    changed = shelf.set(seen.target, "hall")
    carry_out(shelf, after)
    if changed:
        assert judge(seen, shelf.now()) != NotThere()


@given(st.tuples(pieces, pieces), st.booleans(), deltas, some_moves)
def test_what_was_not_set_is_called_done_only_if_somebody_did_the_very_same(
    start: tuple[int, int], tracked: bool, delta: int, others: list[tuple[str, int, str]]
) -> None:
    shelf = Shelf(start, tracked=tracked)
    seen = shelf.seen(delta)
    carry_out(shelf, others)
    told = judge(seen, shelf.now())
    adjustments = [movement.quantity for movement in shelf.movements if movement.type == "ADJUSTMENT"]
    if isinstance(told, Concluded):
        assert delta in adjustments
    if not adjustments:
        assert told == NotThere()


@given(st.tuples(pieces, pieces), deltas, st.lists(moves.filter(lambda move: move[2] == "hall"), max_size=6))
def test_what_was_set_over_no_other_change_is_done(
    start: tuple[int, int], delta: int, after: list[tuple[str, int, str]]
) -> None:
    shelf = Shelf(start, tracked=True)
    seen = shelf.seen(delta)
    shelf.set(seen.target, "hall")
    carry_out(shelf, after)
    assert isinstance(judge(seen, shelf.now()), Concluded)


def verdict(seen: StockSeen, items: list[MovementRow], total: int) -> Probe:
    return judge(seen, MovedRow([PlaceRow("hall", 15)], MovementRows(total, items)))


def test_a_list_that_does_not_go_on_where_it_was_tells_nothing() -> None:
    seen = StockSeen("A", 5, "1", "hall", 15, {}, 0, ("1", "2"))
    known = [MovementRow("1", "ADJUSTMENT", 4), MovementRow("2", "ADJUSTMENT", 6)]
    ours = MovementRow("3", "ADJUSTMENT", 5)
    assert verdict(seen, [*known, ours], 3) == Concluded("stock movement 3")
    for items, total in (([ours, *known], 3), ([*known], 3), ([*known, ours], 9), ([], 0)):
        assert isinstance(verdict(seen, items, total), Unclear)
