"""Whatever is undone is, for who looks at it, as it was; and done again as it was after."""

from collections.abc import Sequence

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from console.domain.apply import folded
from console.domain.changes import Change, StockMoved
from console.domain.commands import (
    AddSegments,
    AddTime,
    AdjustStock,
    ApplyDelay,
    ApproveScript,
    Back,
    Command,
    CountStock,
    EndShow,
    GoLive,
    HoldStock,
    ImportRundown,
    MoveItem,
    MoveSegment,
    MoveSegments,
    NewShow,
    PauseSegment,
    Pin,
    QueueProducts,
    RemoveItem,
    RemoveSegment,
    RestoreItem,
    RestoreSegment,
    SaveProduct,
    SaveSegment,
    SeeLevels,
    SetCode,
    SetDelay,
    SetNext,
    SetPinLoop,
    SetRole,
    SetRundownRules,
    SettleFinding,
    SkipSegment,
    Take,
    TakeEdits,
    Together,
    UndoMove,
    Unpin,
)
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.findings import Settlement
from console.domain.orders import OrderLine, StockLevel
from console.domain.outcomes import Accepted, CodeTaken, Done, InUse, Missing, NotEnough
from console.domain.products import Opening
from console.domain.queue import ItemRole
from console.domain.rundown import NOTHING, Kind, RundownRules, Segment
from console.domain.show import Show
from console.domain.undo import Lasting, inverse, touched
from tests.domain.asking import NAMES, commands
from tests.domain.goods import FIVE, NOON, asked, product, running, seen, snapshot
from tests.domain.goods import after as done

PRODUCTS = ("cap", "mug", "hat")
PASTED = (Segment("P", FIVE), Segment("Q", FIVE, products=PRODUCTS))
NEW = (PASTED[:1], PASTED, (Segment("G", NOTHING, kind=Kind.GROUP), replace(PASTED[0], group=1), PASTED[1]))


def looks(show: Show) -> tuple[object, ...]:
    """What a person sees of a show, but for how long things have been so."""
    live = show.live.segment if show.live else None
    products = {name: each for name, each in show.products.items() if name in NAMES or name in PRODUCTS}
    over = (show.skipped, show.delays, show.next, show.rules, bool(show.live and show.live.paused))
    return (show.queue, show.pinned, show.loop.items, show.segments, over, live, dict(show.stock.items()), products)


def did(show: Show, command: Command) -> tuple[Sequence[Change], Show]:
    """What a command changes, and the show after it."""
    _, changes, _ = decide(show, command, NOON)
    return changes, folded(show, changes, NOON)


def undone(show: Show, command: Command) -> Show:
    """The show after a command and its undoing."""
    changes, then = did(show, command)
    back = inverse(show, changes, NOON)
    assert back is not None
    assert not isinstance(back, Lasting), back
    outcome, back_again, _ = decide(then, back, NOON)
    assert isinstance(outcome, Accepted), outcome
    return folded(then, back_again, NOON)


@pytest.fixture
def show() -> Show:
    segments = tuple(Segment(title, FIVE, products=(name,)) for title, name in zip("ABC", PRODUCTS, strict=True))
    queue: list[Command] = [QueueProducts(PRODUCTS), ImportRundown("r", "d", segments)]
    return running({"cap": 3, "mug": 3, "hat": 3}, [*queue, Take(), AdjustStock("cap", 2, "found")])


def ids(show: Show) -> tuple[list[int], list[int]]:
    return [item.id for item in show.queue], [segment.id for segment in show.segments]


def test_each_deed_of_a_show_is_undone(show: Show) -> None:
    items, segments = ids(show)
    deeds: list[Command] = [
        AdjustStock("cap", -3, "broken"),
        CountStock("mug", 9, 3, "recount"),
        HoldStock("hat", 2, "friend"),
        UndoMove(show.moves[-1].id),
        RemoveItem(items[1]),
        MoveItem(items[0], 2),
        SetCode(items[1], "M"),
        Pin(items[1]),
        SaveSegment(Segment("D", FIVE), 1),
        SaveSegment(Segment("B2", FIVE, id=segments[1])),
        MoveSegment(segments[2], 0),
        RemoveSegment(segments[2]),
        SkipSegment(segments[1]),
        Take(),
        Take(segments[2]),
        SkipSegment(segments[0]),
        SaveProduct(product("cap", price=5)),
        SetRole(items[0], ItemRole.HERO),
        SetPinLoop((items[1], items[0]), FIVE),
        SetNext(segments[2]),
        SetDelay(segments[1], FIVE),
        PauseSegment(),
        AddTime(-FIVE),
        ApproveScript(segments[1]),
        SetRundownRules(RundownRules(approval=True)),
        SaveSegment(Segment("Part", NOTHING, kind=Kind.GROUP), 1),
    ]
    for deed in deeds:
        assert did(show, deed)[0], deed
        assert looks(undone(show, deed)) == looks(show), deed


def test_what_was_edited_on_air_stays_there(show: Show) -> None:
    edited = done(show, SaveSegment(Segment("A2", FIVE, id=ids(show)[1][0])))
    assert inverse(edited, did(edited, TakeEdits())[0], NOON) is Lasting.ON_AIR


def test_a_group_that_is_moved_or_removed_comes_back_with_what_belongs_to_it(show: Show) -> None:
    _, segments = ids(show)
    group = Segment("Part", NOTHING, kind=Kind.GROUP)
    grouped = done(show, SaveSegment(group, 1), MoveSegment(segments[1], 2, show.serial + 1))
    number = grouped.segments[1].id
    assert [segment.group for segment in grouped.segments] == [0, 0, number, 0]
    for deed in (MoveSegment(number, 3), MoveSegment(number, 0), RemoveSegment(number), MoveSegment(segments[2], 2)):
        assert did(grouped, deed)[0], deed
        assert looks(undone(grouped, deed)) == looks(grouped), deed


def test_a_delay_that_was_written_into_the_plan_lies_over_it_again(show: Show) -> None:
    delayed = done(show, SetDelay(ids(show)[1][1], FIVE))
    assert looks(undone(delayed, ApplyDelay(ids(show)[1][1]))) == looks(delayed)


def test_a_take_in_a_pause_is_undone_to_the_pause(show: Show) -> None:
    held = done(show, PauseSegment())
    assert looks(undone(held, Take())) == looks(held)


def test_back_is_undone_to_what_was_live_and_explained(show: Show) -> None:
    items, _ = ids(show)
    later = done(show, Take(), Pin(items[2]))
    assert looks(undone(later, Back())) == looks(later)


def test_what_taking_added_to_the_queue_leaves_it_again(show: Show) -> None:
    later = done(show, RemoveItem(ids(show)[0][1]))
    assert looks(undone(later, Take())) == looks(later)


def test_what_was_to_be_skipped_and_is_taken_is_to_be_skipped_again(show: Show) -> None:
    later = done(show, SkipSegment(ids(show)[1][2]))
    assert looks(undone(later, Take(ids(show)[1][2]))) == looks(later)


def test_only_what_was_new_leaves_the_queue_again(show: Show) -> None:
    fewer = done(show, RemoveItem(ids(show)[0][1]), RemoveItem(ids(show)[0][2]))
    changes, _ = did(fewer, QueueProducts(PRODUCTS))
    assert isinstance(inverse(fewer, changes, NOON), Together)
    assert looks(undone(fewer, QueueProducts(PRODUCTS))) == looks(fewer)


def test_an_imported_rundown_gives_way_to_the_one_before() -> None:
    plan = tuple(Segment(title, FIVE) for title in "AB")
    show = running({}, [ImportRundown("r", "d", plan)])
    show = done(show, SkipSegment(show.segments[1].id))
    assert looks(undone(show, ImportRundown("other", "e", plan[:1]))) == looks(show)


def test_an_undone_move_is_done_again_for_its_reason(show: Show) -> None:
    changes, then = did(show, AdjustStock("cap", -3, "broken"))
    back = inverse(show, changes, NOON)
    assert isinstance(back, UndoMove)
    again = inverse(then, did(then, back)[0], NOON)
    assert again == AdjustStock("cap", -3, "broken")


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (EndShow(), Lasting.SHOW),
        (SaveProduct(product("sock")), Lasting.NEW_PRODUCT),
        (SaveProduct(product("cap", "cap", "cap-l"), (Opening("cap-l", 3),)), Lasting.OPENED),
        (seen(snapshot("1", OrderLine("cap", 1, 0, 0))), Lasting.ORDER),
    ],
)
def test_what_lasts_says_why(show: Show, command: Command, why: Lasting) -> None:
    assert inverse(show, did(show, command)[0], NOON) is why


def test_the_first_segment_of_all_and_the_start_stay() -> None:
    show = done(Show(), NewShow("Friday", "USD"), SaveSegment(Segment("A", FIVE)))
    assert inverse(show, did(show, GoLive())[0], NOON) is Lasting.SHOW
    live = done(show, GoLive())
    assert inverse(live, did(live, Take())[0], NOON) is Lasting.FIRST_TAKE


def test_a_settled_finding_stays_settled_and_so_does_its_number(show: Show) -> None:
    found = done(show, SeeLevels("shop", (StockLevel("cap", 9, 0),)))
    settled = SettleFinding(found.open_findings[0].id, Settlement.THEIRS)
    changes, _ = did(found, settled)
    assert any(isinstance(change, StockMoved) for change in changes)
    assert inverse(found, changes, NOON) is Lasting.SETTLED


def test_what_changed_nothing_is_no_deed(show: Show) -> None:
    assert inverse(show, did(show, MoveItem(ids(show)[0][0], 0))[0], NOON) is None


def test_pieces_that_are_promised_by_now_are_not_taken_back(show: Show) -> None:
    changes, then = did(show, AdjustStock("cap", 4, "found"))
    sold = done(then, HoldStock("cap", 8, "friend"))
    back = inverse(show, changes, NOON)
    assert isinstance(back, UndoMove)
    assert isinstance(decide(sold, back, NOON).outcome, NotEnough)


def test_something_newer_shows(show: Show) -> None:
    segment = show.segments[1]
    changes, then = did(show, SaveSegment(Segment("B2", FIVE, id=segment.id)))
    elsewhere = done(then, SaveSegment(Segment("C2", FIVE, id=show.segments[2].id)))
    newer = done(then, SaveSegment(Segment("B3", FIVE, id=segment.id)))
    assert touched(elsewhere, changes) == touched(then, changes) != touched(newer, changes)


def test_an_item_comes_back_once_under_its_number_and_a_free_code(show: Show) -> None:
    item = show.queue[1]
    gone = done(show, RemoveItem(item.id))
    assert asked(gone, RestoreItem(item, 1))[1].queue == show.queue
    assert asked(show, RestoreItem(item, 1))[0] == InUse("queued")
    taken = done(gone, SetCode(show.queue[2].id, item.code))
    assert asked(taken, RestoreItem(item, 1))[0] == CodeTaken(item.code)


def test_a_segment_comes_back_once_and_none_that_never_was(show: Show) -> None:
    segment = show.segments[1]
    assert asked(show, RestoreSegment(segment, 1))[0] == InUse("there")
    assert asked(show, RestoreSegment(Segment("X", FIVE, id=999), 1))[0] == InUse("there")


def test_one_refusal_keeps_all_from_happening(show: Show) -> None:
    items, _ = ids(show)
    assert decide(show, Together((MoveItem(items[0], 1), RemoveItem(999))), NOON) == Decision(Missing("item", "999"))
    both = Together((SetCode(items[0], "X"), SetCode(items[0], "Y")))
    assert asked(show, both)[0] == Done()
    assert asked(show, both)[1].queue[0].code == "Y"


def deed(draw: st.DrawFn, show: Show) -> Command:
    """Something that a person could do with this show; most of it can be done."""
    item = st.sampled_from([each.id for each in show.queue] or [0])
    segment = st.sampled_from([each.id for each in show.segments] or [0])
    place = st.integers(0, 4)
    names = st.lists(st.sampled_from(PRODUCTS), min_size=1, max_size=3).map(tuple)
    written = st.builds(Segment, st.sampled_from("XYZ"), st.just(FIVE), products=names)
    sku, pieces = st.sampled_from(PRODUCTS), st.integers(-3, 5)
    kinds: list[st.SearchStrategy[Command]] = [
        st.builds(QueueProducts, names),
        st.builds(RemoveItem, item),
        st.builds(MoveItem, item, place),
        st.builds(SetCode, item, st.sampled_from(["A", "B", "1", "2"])),
        st.builds(Pin, item),
        st.just(Unpin()),
        st.builds(SaveSegment, written, place),
        st.builds(lambda new, number: SaveSegment(replace(new, id=number)), written, segment),
        st.builds(RemoveSegment, segment),
        st.builds(MoveSegment, segment, place),
        st.builds(MoveSegments, st.lists(segment, unique=True).map(tuple), place),
        st.builds(AddSegments, st.sampled_from(NEW), place),
        st.builds(SkipSegment, segment, st.booleans()),
        st.builds(Take, st.none() | segment),
        st.just(Back()),
        st.builds(AdjustStock, sku, pieces, st.just("found")),
        st.builds(CountStock, sku, place, place, st.just("recount")),
        st.builds(HoldStock, sku, place, st.just("friend")),
        st.builds(lambda name, price: SaveProduct(product(name, price=price)), sku, place),
        st.builds(UndoMove, st.sampled_from([move.id for move in show.moves] or [0])),
    ]
    return draw(kinds[draw(st.integers(0, len(kinds) - 1))])


@st.composite
def evenings(draw: st.DrawFn) -> list[tuple[Show, Command, Show]]:
    """Some deeds that changed something, each with the show before and after it."""
    plan = tuple(Segment(title, FIVE, products=(name,)) for title, name in zip("ABC", PRODUCTS, strict=True))
    show = running(dict.fromkeys(PRODUCTS, 4), [ImportRundown("r", "d", plan), QueueProducts(PRODUCTS[:2]), Take()])
    evening = []
    for _ in range(draw(st.integers(1, 14))):
        command = deed(draw, show)
        changes, then = did(show, command)
        if changes:
            evening.append((show, command, then))
            show = then
    return evening


@settings(max_examples=150)
@given(evenings())
def test_each_deed_is_undone_and_done_again(evening: list[tuple[Show, Command, Show]]) -> None:
    for show, command, then in evening:
        back = inverse(show, did(show, command)[0], NOON)
        event(type(command).__name__)
        assert back is not None
        assert not isinstance(back, Lasting), command
        outcome, returned, _ = decide(then, back, NOON)
        if isinstance(outcome, NotEnough):
            continue
        assert isinstance(outcome, Accepted), (command, outcome)
        there = folded(then, returned, NOON)
        assert looks(there) == looks(show), command
        again = inverse(then, returned, NOON)
        assert again is not None
        assert not isinstance(again, Lasting)
        outcome, repeated, _ = decide(there, again, NOON)
        assert isinstance(outcome, Accepted), (command, again, outcome)
        assert looks(folded(there, repeated, NOON)) == looks(then), command


@settings(max_examples=150)
@given(evenings())
def test_the_newest_first_a_whole_evening_is_undone(evening: list[tuple[Show, Command, Show]]) -> None:
    show = evening[-1][2] if evening else Show()
    event(f"{len(evening) // 4 * 4} and more deep")
    for was, command, _then in reversed(evening):
        back = inverse(was, did(was, command)[0], NOON)
        assert back is not None
        assert not isinstance(back, Lasting)
        outcome, changes, _ = decide(show, back, NOON)
        if isinstance(outcome, NotEnough) or outcome == InUse("played") or isinstance(command, UndoMove):
            return  # promised meanwhile; was live meanwhile; or the move that was undone has another number now
        assert isinstance(outcome, Accepted), (command, back, outcome)
        show = folded(show, changes, NOON)
        assert looks(show) == looks(was), command


@settings(max_examples=150)
@given(st.lists(commands, max_size=30))
def test_a_careless_crowd_finds_nothing_without_an_answer(crowd: list[Command]) -> None:
    show = running({"shirt-s": 5, "cap-l": 4}, [SaveProduct(product(name)) for name in NAMES])
    for command in crowd:
        changes, then = did(show, command)
        assert inverse(show, changes, NOON) is not None or looks(then) == looks(show)
        show = then
