"""Claims on one real file: replays, ended holds, restocks, restarts and crashes in any order; nobody gets more."""

import asyncio
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, closing
from datetime import UTC, datetime, timedelta
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

from console.desk.desk import Desk
from console.desk.watching import Copy, News
from console.domain.changes import Claimed, ClaimMoved, Entry
from console.domain.chat import ChatLine, LineDeleted
from console.domain.claims.claim import Claim, Part, PartState, Why
from console.domain.claims.identity import line_key
from console.domain.claims.reading import Asked
from console.domain.claims.rules import ClaimRules
from console.domain.commands import (
    AdjustStock,
    ClaimByHand,
    Command,
    CountStock,
    DueNow,
    ExtendHold,
    GoLive,
    HearChat,
    JoinBuyers,
    MarkPaid,
    NewShow,
    ReleaseClaim,
    ResumeSale,
    ReviewClaim,
    SeeOrders,
    SetClaimRules,
    SetRelease,
    StopSale,
)
from console.domain.decide.claims import due, ended
from console.domain.decide.decision import Decision
from console.domain.decide.moving_up import moved_up
from console.domain.orders import OrderLine
from console.domain.outcomes import Outcome, Unsaved
from console.domain.show import Show
from console.domain.stock import Movement
from console.storage.reader import reading
from console.storage.sqlite import connect_reader
from console.storage.verify import verify
from tests.desk.house import Ticking, Window, desk_on, disagreements, fields, in_memory
from tests.domain.claiming import IRC, OTHER_WAY, TWITCH, claiming, together
from tests.domain.goods import ANNA, NOON, SHOP, snapshot, stocked

SKUS = ("cap", "mug")
HOLD, LIMIT = timedelta(seconds=40), 3
SETTING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    SeeOrders(SHOP, (), linked=NOON),
    stocked("cap", 5),
    stocked("mug", 2),
    SetClaimRules(ClaimRules(HOLD, limit=LIMIT)),
    GoLive(),
)
skus = st.sampled_from(SKUS)
items = st.lists(st.builds(Asked, skus, st.sampled_from([1, 1, 1, 2, 3])), min_size=1, max_size=2).map(tuple)
OF_CLAIMS = "SELECT count(*) FROM journal JOIN kinds ON kinds.id = kind WHERE name IN ('Claimed', 'ClaimMoved')"
ENDED = {PartState.PAID, PartState.EXPIRED, PartState.RELEASED, PartState.CANCELLED, PartState.REFUSED}
IN_ORDER = (PartState.ASKED, PartState.PAYABLE, PartState.WAITING, PartState.HELD)
RANK = {state: rank for rank, state in enumerate(IN_ORDER)} | dict.fromkeys(ENDED, len(IN_ORDER))


@st.composite
def said(draw: st.DrawFn) -> HearChat:
    """Some lines of three rooms, ids and people again and again, all under the same name."""
    lines = []
    for _ in range(draw(st.integers(1, 4))):
        source = draw(st.sampled_from((TWITCH, IRC, OTHER_WAY)))
        author = draw(st.sampled_from("abcd"))
        lines.append(claiming(f"{author}{draw(st.integers(0, 5))}", author, *draw(items), source=source, name="Mia"))
    return together(*lines)


by_people: st.SearchStrategy[Command] = st.one_of(
    st.builds(AdjustStock, skus, st.integers(-3, 4), st.just("why")),
    st.builds(CountStock, skus, st.integers(0, 6), st.integers(0, 6), st.just("why")),
    st.builds(SetRelease, skus, st.none() | st.integers(0, 5)),
    st.builds(StopSale, st.just(()) | st.tuples(skus)),
    st.just(ResumeSale()),
    st.builds(ResumeSale, st.tuples(skus)),
    st.builds(
        JoinBuyers, st.sampled_from(["twitch/a", "twitch/b"]), st.sampled_from(["irc:chat.example/a", "shop/b1"])
    ),
    st.builds(ClaimByHand, st.sampled_from(["twitch/a", "twitch/e"]), items),
    st.builds(
        SetClaimRules,
        st.builds(
            ClaimRules,
            st.just(HOLD),
            st.booleans(),
            st.integers(1, LIMIT),
            first_paid=st.booleans(),
            otherwise=st.sampled_from([(), ("twitch/a",)]),
            late_waits=st.booleans(),
        ),
    ),
)


def of_claim(number: int) -> st.SearchStrategy[Command]:
    """Something about one claim."""
    return st.one_of(
        st.just(ReleaseClaim(number)),
        st.just(MarkPaid(number)),
        st.just(ExtendHold(number, timedelta(seconds=20))),
        st.builds(ReviewClaim, st.just(number), st.booleans()),
    )


class Suspicious(Window):
    """A watcher that looks at each grant when it is told: what is wrong with it is in `wrong`."""

    def __init__(self, copy: Copy, path: Path) -> None:
        super().__init__(copy)
        self.path = path
        self.wrong: list[str] = []
        self.seen = self._in_file()

    def __call__(self, news: tuple[News, ...]) -> None:
        for each in news:
            before = self.show
            super().__call__((each,))
            if isinstance(each, Entry) and isinstance(each.change, Claimed | ClaimMoved):
                self.wrong += self._wrong(before, each.change)

    def _wrong(self, before: Show, change: Claimed | ClaimMoved) -> Iterator[str]:
        number = change.claim.id if isinstance(change, Claimed) else change.claim
        claim = self.show.claims.by_id[number]
        self.seen += 1
        if self.seen > self._in_file():
            yield f"{claim.reference} was told before it was in the file"
        known = before.claims.by_id.get(number)
        for part in claim.parts:
            if part.state is PartState.HELD and not (known and part.sku in held_by(known)):
                yield from self._granted(before, claim, part)

    def _in_file(self) -> int:
        with closing(connect_reader(self.path)) as connection:
            return int(connection.execute(OF_CLAIMS).fetchone()[0])

    def _granted(self, before: Show, claim: Claim, part: Part) -> Iterator[str]:
        book, left = self.show.claims, before.claims.room(part.sku, before.stock[part.sku])
        mine = sum(other.counted for each in book.of(claim.buyer) for other in each.parts if other.sku == part.sku)
        if mine > book.rules.limit:
            yield f"{claim.buyer} has {mine} of {part.sku}"
        for number in before.claims.waiting.get(part.sku) or ():
            (other,) = (each for each in before.claims.by_id[number].parts if each.sku == part.sku)
            if number < claim.id and (before.claims.rules.partial or other.quantity <= left):
                yield f"claim {number} waited for {part.sku} before {claim.reference}"


class ClaimsEvening(RuleBasedStateMachine):
    """The desk on a real file beside what was promised to whom, kept the simple way."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = in_memory()
        self.path = Path(self.folder.name) / "show.cuedesk"
        self.asked: dict[tuple[str, str], tuple[Asked, ...]] = {}
        self.told: list[HearChat] = []
        self.promises: dict[int, tuple[tuple[str, int], ...]] = {}
        self.hashes: list[bytes] = []
        self.orders = 0
        self.answers: dict[str, tuple[Command, Outcome]] = {}
        self.enter()

    def enter(self) -> None:
        self.house: AbstractAsyncContextManager[Desk] = desk_on(self.path)
        self.desk: Desk = self.loop.run_until_complete(self.house.__aenter__())
        self.window = Suspicious(self.desk.copy(), self.path)
        self.desk.watch(self.window)
        self.inside = True

    def leave(self) -> None:
        self.inside = False
        self.loop.run_until_complete(self.house.__aexit__(None, None, None))

    def ask(self, *commands: Command) -> list[Outcome]:
        names = [f"c{len(self.answers) + number}" for number in range(len(commands))]

        async def at_once() -> list[Outcome]:
            asking = (self.desk.ask(each, ANNA, name) for each, name in zip(commands, names, strict=True))
            return list(await asyncio.gather(*asking))

        outcomes = self.loop.run_until_complete(at_once())
        assert not [each for each in outcomes if isinstance(each, Unsaved)]
        self.answers |= dict(zip(names, zip(commands, outcomes, strict=True), strict=True))
        return outcomes

    @property
    def claims(self) -> dict[int, Claim]:
        return dict(self.desk.show.claims.by_id.items())

    @initialize()
    def set_up(self) -> None:
        self.ask(*SETTING)

    @rule(chats=st.lists(said(), min_size=1, max_size=3))
    def chat(self, chats: list[HearChat]) -> None:
        before = set(self.claims)
        self.ask(*chats)
        self.told += chats
        new = []
        for heard in chats:
            for event, read in zip(heard.events, heard.asked, strict=True):
                assert isinstance(event, ChatLine)
                key = (event.source.partition("+")[0].partition(":")[0], event.id)
                if key not in self.asked:
                    self.asked[key] = read.reading.items
                    new.append((event.author, sums(read.reading.items)))
        made = [claim for number, claim in sorted(self.claims.items()) if number not in before]
        assert [(each.buyer.partition("/")[2], asked_by(each)) for each in made] == new

    @precondition(lambda self: self.told)
    @rule(data=st.data())
    def replayed(self, data: st.DataObject) -> None:
        before = set(self.claims)
        self.ask(data.draw(st.sampled_from(self.told)))
        assert set(self.claims) == before

    @rule(data=st.data())
    def again(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.answers)))
        command, outcome = self.answers[name]
        before = self.stands(self.desk.show)
        assert self.loop.run_until_complete(self.desk.ask(command, ANNA, name)) == outcome
        assert self.stands(self.desk.show) == before

    @rule(commands=st.lists(by_people, min_size=1, max_size=3))
    def people(self, commands: list[Command]) -> None:
        self.ask(*commands)

    @precondition(lambda self: self.desk.show.claims.by_id)
    @rule(data=st.data())
    def person_about_a_claim(self, data: st.DataObject) -> None:
        numbers = st.sampled_from(sorted(self.claims))
        self.ask(*data.draw(st.lists(numbers.flatmap(of_claim), min_size=1, max_size=3)))

    @precondition(lambda self: self.told)
    @rule(data=st.data())
    def moderator(self, data: st.DataObject) -> None:
        line = data.draw(st.sampled_from([event for each in self.told for event in each.events]))
        assert isinstance(line, ChatLine)
        number = self.desk.show.claims.lines[line_key(line.source, line.id)]
        before = self.claims[number]
        self.ask(HearChat((LineDeleted(line.source, line.id),)))
        assert self.claims[number].parts == before.parts
        assert bool(self.claims[number].review) == before.open

    @rule(sku=skus, cancelled=st.booleans())
    def shop(self, sku: str, cancelled: bool) -> None:
        self.orders += 1
        first = snapshot(str(self.orders), OrderLine(sku, 1))
        self.ask(SeeOrders(SHOP, (first,)))
        if cancelled:
            self.ask(SeeOrders(SHOP, (snapshot(str(self.orders), OrderLine(sku, 1, cancelled=1), version=2),)))

    @rule(seconds=st.sampled_from([5, 60, 90]))
    def time(self, seconds: int) -> None:
        """Time goes by, and what is due is released in its order, by the desk's clock."""
        clock = self.desk.clock
        assert isinstance(clock, Ticking)
        held = open_ends(self.claims)
        self.loop.run_until_complete(clock.sleep(seconds))
        now = self.desk.now() + timedelta(seconds=1)  # the clock ticks once more when the desk looks at it
        self.window.told.clear()
        self.ask(DueNow())
        ended = [number for news in self.window.told for number in expiry(news)]
        assert ended == [number for end, number in sorted(held) if end <= now]

    @rule()
    def restart(self) -> None:
        before = self.stands(self.desk.show)
        self.leave()
        self.come_back(before)

    @rule()
    def crash(self) -> None:
        before = self.stands(self.desk.show)
        wal = Path(f"{self.path}-wal")
        image = {file: file.read_bytes() for file in (self.path, wal)}
        self.leave()
        for file, content in image.items():
            file.write_bytes(content)
        self.come_back(before)

    def come_back(self, before: dict[int, tuple[object, ...]]) -> None:
        assert verify(self.path) == []
        with reading(self.path) as reader:
            assert self.stands(reader.show()) == before
        self.enter()

    def stands(self, show: Show) -> dict[int, tuple[object, ...]]:
        return {number: (claim.parts, claim.review) for number, claim in show.claims.by_id.items()}

    @invariant()
    def each_grant_was_durable_in_order_and_within_the_limit(self) -> None:
        assert self.window.wrong == []

    @invariant()
    def no_piece_is_promised_twice(self) -> None:
        """I1, I21: what is reserved is what is held, sums whole; available never falls below zero by a claim."""
        for sku in SKUS:
            level = self.desk.show.stock.get(sku)
            held = [part for claim in self.claims.values() for part in claim.parts if part.sku == sku]
            reserved = sum(part.got for part in held if part.state is PartState.HELD)
            assert (level.reserved if level else 0) == reserved
            if level and level.available < 0:
                assert any(finding.subject == sku for finding in self.desk.show.findings.values())

    @invariant()
    def nobody_waits_for_pieces_that_are_there(self) -> None:
        """I16: all stock is given out, in order, unless a sum does not fit."""
        book = self.desk.show.claims
        for sku, numbers in book.waiting.items():
            room = book.room(sku, self.desk.show.stock[sku])
            parts = [part for number in numbers for part in book.by_id[number].parts if part.sku == sku]
            assert list(numbers) == sorted(numbers)
            assert all(part.quantity > room for part in parts)
            assert room == 0 or not book.rules.partial

    @invariant()
    def nobody_may_pay_for_pieces_that_are_gone(self) -> None:
        book = self.desk.show.claims
        payable = [(part, self.desk.show.stock[part.sku]) for part in parts_in(self.claims, PartState.PAYABLE)]
        assert all(0 < part.got <= book.left(part.sku, level) for part, level in payable)
        assert sum(map(len, book.payable.values())) == len(payable)

    @invariant()
    def claims_go_forwards_only(self) -> None:
        for number, claim in self.claims.items():
            now = tuple((part.sku, RANK[part.state]) for part in claim.parts)
            for (sku, rank), (known, before) in zip(now, self.promises.get(number, now), strict=True):
                assert (sku, rank) >= (known, before)
            self.promises[number] = now

    @invariant()
    def window_desk_and_file_have_the_same_show(self) -> None:
        with reading(self.path) as reader:
            assert disagreements(self.desk.show, reader.show()) == {}
        assert fields(self.window.show) == fields(self.desk.show)

    @invariant()
    def everybody_has_a_rank_or_a_reason(self) -> None:
        for claim in self.claims.values():
            for part in claim.parts:
                assert part.state is PartState.ASKED or part.why
                assert part.state is not PartState.WAITING or self.desk.show.claims.rank(claim.id, part.sku) > 0

    @invariant()
    def the_journal_only_grows(self) -> None:
        with closing(connect_reader(self.path)) as connection:
            rows = connection.execute("SELECT id, hash FROM journal ORDER BY id").fetchall()
        assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
        assert [row[1] for row in rows][: len(self.hashes)] == self.hashes
        self.hashes = [row[1] for row in rows]

    def teardown(self) -> None:
        try:
            if self.inside:
                self.leave()
            assert verify(self.path) == []
        finally:
            self.loop.close()
            self.folder.cleanup()


def sums(asked: tuple[Asked, ...]) -> dict[str, int]:
    """What a line asks for, added up."""
    return {sku: sum(each.quantity for each in asked if each.sku == sku) for sku in {each.sku for each in asked}}


def asked_by(claim: Claim) -> dict[str, int]:
    """What a claim asks for."""
    return {part.sku: part.quantity for part in claim.parts}


def parts_in(claims: dict[int, Claim], state: PartState) -> list[Part]:
    """The parts of claims that are in a state."""
    return [part for claim in claims.values() for part in claim.parts if part.state is state]


def open_ends(claims: dict[int, Claim]) -> list[tuple[datetime, int]]:
    """When each claim's first hold ends."""
    return [(claim.deadline, number) for number, claim in claims.items() if claim.deadline]


def expiry(news: News) -> Iterator[int]:
    """The claim of which a hold ended, if one did."""
    match news:
        case Entry(change=ClaimMoved(claim=number, parts=parts, movements=(Movement(delta=delta), *_))) if delta < 0:
            if any(part.why is Why.DUE for part in parts):
                yield number
        case _:
            return


def held_by(claim: Claim) -> set[str]:
    """The SKUs of which a claim holds pieces."""
    return {part.sku for part in claim.parts if part.state is PartState.HELD}


LONG: dict[str, Any] = {"stateful_step_count": 25, "suppress_health_check": list(HealthCheck)}


def test_an_evening_of_claims_keeps_every_promise() -> None:
    run_state_machine_as_test(ClaimsEvening, settings=settings(max_examples=25, **LONG))


def piece_by_piece(items: tuple[Asked, ...]) -> tuple[Part, ...]:
    """Each line against what there was, as if it were alone: the last one counts."""
    return tuple({item.sku: Part(item.sku, item.quantity) for item in items}.values())


def always(*_: object) -> bool:
    return True


def latest_first(show: Show, now: datetime) -> Decision:
    outcome, changes, _ = honest_due(show, now)
    return Decision(outcome, tuple(reversed(changes)))


def last_in_line_first(show: Show, skus: Any, now: datetime) -> list[ClaimMoved]:  # noqa: ANN401 - as the honest one
    waiting = {sku: tuple(reversed(numbers)) for sku, numbers in show.claims.waiting.items()}
    backwards = replace(show, claims=replace(show.claims, waiting=show.claims.waiting.update(waiting)))
    return list(honest_moved_up(backwards, skus, now))


def by_the_wall(show: Show, _: datetime) -> Decision:
    return honest_due(show, datetime.now(UTC))


async def told_first(desk: Desk, batch: Any) -> Any:  # noqa: ANN401 - as the honest one
    decided = await desk._decide(batch)
    desk._keep_up(tuple(entry for saving in decided.savings for entry in saving.entries if granting(entry)))
    return await honest_attempt(desk, batch)


def granting(entry: Entry) -> bool:
    return isinstance(entry.change, Claimed)


def any_quantity(_: Show, __: Claim, part: Part) -> int:
    return part.quantity


def gone_for_good(show: Show, command: HearChat) -> Iterator[ClaimMoved]:
    gone = {event.id for event in command.events if isinstance(event, LineDeleted)}
    for claim in show.claims.by_id.values():
        if claim.open and claim.line in gone:
            yield ended(claim, PartState.CANCELLED, Why.DELETED)


MUTANTS: dict[str, tuple[str, object]] = {
    "per-line stock check": ("console.domain.decide.hearing.summed", piece_by_piece),
    "no dedupe": ("console.domain.decide.hearing.claims", always),
    "expiry out of order": ("console.domain.decide.claims.due", latest_first),
    "wait-list skipped": ("console.domain.decide.moving_up.moved_up", last_in_line_first),
    "nobody moves up": ("console.domain.decide.with_moved_up", lambda _, decision, __: decision),
    "limit ignored on restock": ("console.domain.decide.moving_up.within_limit", any_quantity),
    "limit ignored": ("console.domain.decide.granting.within_limit", any_quantity),
    "hold ended by a wall clock jump": ("console.domain.decide.claims.due", by_the_wall),
    "grant before commit": ("console.desk.desk.Desk._attempt", told_first),
    "name as identity": ("console.domain.decide.hearing.buyer_of", lambda line: f"twitch/{line.name}"),
    "a deleted line's claim goes away": ("console.domain.decide.hearing.taken_away", gone_for_good),
    "a hold that reserves nothing": ("console.domain.decide.hearing.holds", lambda _: ()),
}
honest_due, honest_moved_up, honest_attempt = due, moved_up, Desk._attempt


def notices() -> bool:
    """Whether some evening goes wrong."""
    quick = settings(max_examples=300, phases=[Phase.generate], database=None, **LONG)
    try:
        run_state_machine_as_test(ClaimsEvening, settings=quick)
    except Exception:  # noqa: BLE001 - whatever it trips over first
        return True
    return False


@pytest.mark.parametrize("broken", MUTANTS)
def test_such_evenings_find_a_broken_engine(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*MUTANTS[broken])
    assert notices()
