"""An evening of any length on one real file: people, a shop, restarts and crashes in any order."""

import asyncio
import gc
from collections.abc import Iterator, Sequence
from contextlib import AbstractAsyncContextManager, closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec.structs import replace
from rpds import HashTrieMap

from console.desk.desk import Desk
from console.domain.changes import BuyersNamed, OrderRecorded
from console.domain.commands import (
    AdjustStock,
    Command,
    CountStock,
    DoubtErrand,
    FinishErrand,
    GoLive,
    HoldStock,
    ImportCatalogue,
    LeaveErrand,
    NewShow,
    RejectErrand,
    ReleaseStock,
    RetryErrand,
    SeeOrders,
    SendErrand,
    SetConnection,
    UndoMove,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.decide.orders import seen
from console.domain.findings import Finding, FindingKind
from console.domain.orders import Order, OrderLine, OrderSnapshot
from console.domain.outbox import Errand, Prepared, Task, new_errand
from console.domain.outcomes import Outcome, Unsaved
from console.domain.products import Opening
from console.domain.rundown import Aired
from console.domain.show import Show
from console.domain.stock import Counter, Level
from console.storage.reader import reading
from console.storage.rows.gathered import Gathered
from console.storage.sqlite import connect_reader
from console.storage.studio import Saving, Studio
from console.storage.verify import verify
from tests.desk.house import Window, desk_on, disagreements, fields, in_memory, watching
from tests.desk.ledger import Ledger
from tests.domain.asking import OUTBOX, SHOWING
from tests.domain.goods import ANNA, NOON, SHOP, product, snapshot, stocked
from tests.storage.journals import commands, moved

SKUS = ("shirt", "cap", "mug")
SETTING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    SetConnection(Connection(SHOP, ConnectionKind.SHOP, "vendure+https://ann@shop.example")),
    SeeOrders(SHOP, (), linked=NOON),
    stocked("shirt", 6),
    stocked("cap", 2),
    GoLive(),
)
skus = st.sampled_from(SKUS)
pieces = st.integers(1, 4)
by_people: st.SearchStrategy[Command] = st.one_of(
    st.builds(AdjustStock, skus, st.integers(-4, 4), st.just("why")),
    st.builds(CountStock, skus, st.integers(0, 9), st.integers(0, 9), st.just("why")),
    st.builds(HoldStock, skus, pieces, st.just("why")),
    st.builds(ReleaseStock, skus, pieces, st.just("why")),
    st.builds(UndoMove, st.integers(1, 40)),
)


RANK = {"pending": 0, "sent": 1, "unknown": 2, "done": 3, "rejected": 3}
MOVEMENTS = """WITH movements AS (SELECT value ->> 'sku' AS sku, value ->> 'counter' AS counter,
    value ->> 'delta' AS delta, value ->> 'move' AS move, value ->> 'undoes' AS undoes FROM json_each(?)) """
MOVED = """SELECT sku, sum(delta), count(*) FROM movements WHERE move > 0 AND counter = 'on_hand' AND undoes = 0
    GROUP BY sku ORDER BY sku"""
QUEUED = """SELECT body ->> 'sku' AS sku, sum(body ->> 'delta'), count(*) FROM outbox
    JOIN movements ON move = cause AND counter = 'on_hand'
    WHERE again = 0 AND body ->> 'type' = 'StockBy' AND movements.undoes = 0 GROUP BY sku ORDER BY sku"""
OWED = """SELECT sku, sum(delta) FROM (
        SELECT sku, delta FROM movements WHERE move > 0 AND counter = 'on_hand'
        UNION ALL SELECT body ->> 'sku', -(body ->> 'delta') FROM outbox AS it
        WHERE body ->> 'type' = 'StockBy' AND (state <> 'rejected'
            OR NOT EXISTS (SELECT 1 FROM outbox AS fresh WHERE fresh.again = it.id)
            AND NOT EXISTS (SELECT 1 FROM movements WHERE movements.undoes = it.cause)
            AND (it.undoes = 0 OR (SELECT state FROM outbox AS before WHERE before.id = it.undoes) = 'done')))
    GROUP BY sku HAVING sum(delta) <> 0"""
ERRANDS = "SELECT id, state, key, body, open FROM outbox"


def on_its_way(number: int) -> st.SearchStrategy[Command]:
    """Any step of an errand, in or out of turn."""
    return st.one_of(
        st.just(SendErrand(number, Prepared("request", "9"))),
        st.just(DoubtErrand(number, "No answer.")),
        st.just(FinishErrand(number, "done")),
        st.builds(RejectErrand, st.just(number), st.just("No."), st.just("Look."), st.booleans()),
        st.just(RetryErrand(number)),
        st.just(LeaveErrand(number)),
    )


@st.composite
def told(draw: st.DrawFn) -> OrderSnapshot:
    """An order at some moment, as the shop tells it early, late or twice."""
    placed = draw(pieces)
    shipped, cancelled = draw(st.integers(0, placed)), draw(st.integers(0, placed))
    lines = (OrderLine(draw(skus), placed, cancelled, shipped), OrderLine(draw(skus), draw(pieces)))
    return snapshot(draw(st.sampled_from("123")), *lines, version=draw(st.integers(1, 30)))


@st.composite
def one_thing_twice(draw: st.DrawFn) -> OrderSnapshot:
    """A new order with two lines of one SKU."""
    sku, few = draw(st.sampled_from([("cap", 2), ("shirt", 4)]))
    return snapshot(draw(st.sampled_from("4567")), OrderLine(sku, few), OrderLine(sku, draw(st.integers(1, few))))


class Evening(RuleBasedStateMachine):
    """The desk on a real file beside a ledger that is kept the simple way."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = in_memory()
        self.path = Path(self.folder.name) / "show.cuedesk"
        self.ledger = Ledger()
        self.answers: dict[str, tuple[Command, Outcome]] = {}
        self.hashes: list[bytes] = []
        self.serial = 0
        self.errands: dict[int, tuple[int, str, str]] = {}
        self.enter()

    def enter(self) -> None:
        self.house: AbstractAsyncContextManager[Desk] = desk_on(self.path)
        self.desk: Desk = self.loop.run_until_complete(self.house.__aenter__())
        self.window: Window = watching(self.desk)
        self.inside = True

    def leave(self) -> None:
        self.inside = False
        self.loop.run_until_complete(self.house.__aexit__(None, None, None))

    def ask(self, *commands: Command) -> list[Outcome]:
        names = [f"c{len(self.answers) + number}" for number in range(len(commands))]

        async def together() -> list[Outcome]:
            asking = (self.desk.ask(each, ANNA, name) for each, name in zip(commands, names, strict=True))
            return list(await asyncio.gather(*asking))

        outcomes = self.loop.run_until_complete(together())
        assert not [each for each in outcomes if isinstance(each, Unsaved)]
        self.answers |= dict(zip(names, zip(commands, outcomes, strict=True), strict=True))
        return outcomes

    @initialize()
    def set_up(self) -> None:
        self.ask(*SETTING)
        self.ledger.open("shirt", 6)
        self.ledger.open("cap", 2)

    @rule(commands=st.lists(by_people, min_size=1, max_size=5))
    def people(self, commands: list[Command]) -> None:
        for command, outcome in zip(commands, self.ask(*commands), strict=True):
            self.ledger.did(command, outcome)

    @rule(commands=st.lists(st.one_of(*SHOWING.values()), min_size=1, max_size=3))
    def studio(self, commands: list[Command]) -> None:
        self.ask(*commands)

    @rule(commands=st.lists(st.one_of(*OUTBOX.values()), min_size=1, max_size=4))
    def sender(self, commands: list[Command]) -> None:
        self.ask(*commands)

    @precondition(lambda self: self.desk.show.outbox)
    @rule(data=st.data())
    def sender_of_what_is_there(self, data: st.DataObject) -> None:
        numbers = st.sampled_from(sorted(self.desk.show.outbox))
        self.ask(*data.draw(st.lists(numbers.flatmap(on_its_way), min_size=1, max_size=4)))

    @rule(orders=st.lists(told() | one_thing_twice(), min_size=1, max_size=3) | st.tuples(one_thing_twice()).map(tuple))
    def shop(self, orders: tuple[OrderSnapshot, ...]) -> None:
        self.ask(SeeOrders(SHOP, orders))
        self.ledger.see(orders)

    @rule(quantity=pieces)
    def imports(self, quantity: int) -> None:
        goods = (product("mug"), product("cap"))
        openings = (Opening("mug", quantity), Opening("cap", quantity))
        self.ask(ImportCatalogue("goods.csv", f"{len(self.answers):012}", "file", goods, openings))
        self.ledger.open("mug", quantity)

    @precondition(lambda self: self.answers)
    @rule(data=st.data())
    def again(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.answers)))
        command, outcome = self.answers[name]
        assert self.loop.run_until_complete(self.desk.ask(command, ANNA, name)) == outcome

    @rule()
    def restart(self) -> None:
        live = self.desk.show.live
        self.leave()
        self.come_back(live)

    @rule()
    def crash(self) -> None:
        live = self.desk.show.live
        wal = Path(f"{self.path}-wal")
        image = {file: file.read_bytes() for file in (self.path, wal)}
        self.leave()
        for file, content in image.items():
            file.write_bytes(content)
        self.come_back(live)

    def come_back(self, live: Aired | None) -> None:
        assert verify(self.path) == []
        self.enter()
        assert self.desk.show.live == live

    @invariant()
    def the_numbers_are_the_ledgers(self) -> None:
        with reading(self.path) as reader:
            kept = {each.sku: (each.on_hand, each.reserved, each.committed) for each in reader.stock()}
        for sku in self.ledger.skus():
            level = self.ledger.level(sku)
            assert kept.get(sku, (0, 0, 0)) == (level.on_hand, level.reserved, level.committed)
            assert sku not in self.desk.show.stock or self.desk.show.stock[sku] == level
            if level.available < 0:
                found = {finding.kind for finding in self.desk.show.findings.values() if finding.subject == sku}
                assert found & {FindingKind.OVERSOLD, FindingKind.UNKNOWN_SKU}

    @invariant()
    def window_desk_and_file_have_the_same_show(self) -> None:
        with reading(self.path) as reader:
            assert disagreements(self.desk.show, reader.show()) == {}
        assert fields(self.window.show) == fields(self.desk.show)

    @invariant()
    def what_people_moved_is_to_go_out_once_and_goes_forwards_only(self) -> None:
        people_s = (moved(self.path),)
        with reading(self.path) as reader:
            ask = reader._connection.execute
            owed, gone, queued = (ask(MOVEMENTS + each, people_s).fetchall() for each in (OWED, MOVED, QUEUED))
            rows = ask(ERRANDS).fetchall()
        assert owed == []
        assert gone == queued
        for number, state, key, body, is_open in rows:
            rank, *same = self.errands.get(number, (0, key, body))
            assert [key, body] == same
            assert key == f"{self.desk.show.origin}-{number}"
            assert RANK[state] >= rank
            assert (number in self.desk.show.outbox) == bool(is_open)
            self.errands[number] = (RANK[state], key, body)

    @invariant()
    def the_journal_only_grows_and_its_numbers_never_fall(self) -> None:
        with closing(connect_reader(self.path)) as connection:
            rows = connection.execute("SELECT id, hash FROM journal ORDER BY id").fetchall()
        assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
        assert [row[1] for row in rows][: len(self.hashes)] == self.hashes
        assert set(self.answers) == commands(self.path)
        assert self.desk.show.serial >= self.serial
        self.hashes, self.serial = [row[1] for row in rows], self.desk.show.serial

    def teardown(self) -> None:
        try:
            if self.inside:
                self.leave()
            assert verify(self.path) == []
        finally:
            self.loop.close()
            self.folder.cleanup()
            gc.collect(1)  # what this example left; all of it would take longer with each test that ran before


LONG: dict[str, Any] = {"stateful_step_count": 20, "suppress_health_check": list(HealthCheck)}


def test_an_evening_keeps_every_promise() -> None:
    run_state_machine_as_test(Evening, settings=settings(max_examples=25, **LONG))


def saved_twice(studio: Studio, batch: Sequence[Saving]) -> bool:
    return honest_are_new(studio, batch) or True


def any_reading(show: Show, snapshot: OrderSnapshot, drafted_in: int | None) -> Iterator[OrderRecorded]:
    return honest_seen(show, replace(snapshot, version=2**40 + show.serial), drafted_in)


def moved_twice(gathered: Gathered, sku: str, counter: Counter, delta: int, *, opens: bool) -> None:
    honest_move(gathered, sku, counter, 2 * delta, opens=opens)


def standing_still(stock: object, _: object) -> object:
    return stock


def line_by_line(_: Show, order: Order, before: "HashTrieMap[str, Level]") -> Iterator[Finding]:
    """Each line against what there was, as if it were alone."""
    for line in order.snapshot.lines:
        level = before.get(line.sku) or Level()
        if not level.opened:
            yield Finding(0, FindingKind.UNKNOWN_SKU, line.sku, reference=order.key)
        elif line.committed > level.available:
            yield Finding(0, FindingKind.OVERSOLD, line.sku, ours=level.available, reference=order.key)


def the_same_key(number: int, shop: str, origin: str, task: Task) -> Errand:
    return replace(new_errand(number, shop, origin, task), key=f"{origin}-again")


honest_are_new, honest_seen, honest_move = Studio._are_new, seen, Gathered.move
MUTANTS = {
    "console.storage.studio.Studio._are_new": saved_twice,
    "console.domain.decide.orders.seen": any_reading,
    "console.storage.rows.gathered.Gathered.move": moved_twice,
    "console.domain.apply.orders.with_movements": standing_still,
    "console.domain.decide.orders.troubles": lambda *_: iter(()),
    "console.desk.desk.Recalled": lambda _: BuyersNamed(()),
    "console.domain.decide.orders.of_stock": line_by_line,
    "console.domain.decide.stock.told": lambda *_: (),
    "console.domain.decide.outbox.new_errand": the_same_key,
    "console.storage.rows.write_errand": lambda *_: None,
}


def notices() -> bool:
    """Whether some evening goes wrong."""
    quick = settings(max_examples=900, phases=[Phase.generate], database=None, **LONG)
    try:
        run_state_machine_as_test(Evening, settings=quick)
    except Exception:  # noqa: BLE001 - whatever it trips over first
        return True
    return False


@pytest.mark.parametrize("broken", MUTANTS)
def test_such_evenings_find_a_broken_spine(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broken, MUTANTS[broken])
    assert notices()
