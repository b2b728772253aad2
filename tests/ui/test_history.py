"""What a person did can be undone and done again, and says what it was."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from console.domain.actors import Actor, Role
from console.domain.commands import (
    AdjustStock,
    Command,
    EndShow,
    FinishErrand,
    HoldStock,
    LeaveErrand,
    MoveItem,
    NewShow,
    Pin,
    QueueProducts,
    RemoveItem,
    SaveProduct,
    SaveSegment,
    SeeOrders,
    SendErrand,
    SetCode,
    SetConnection,
    SkipSegment,
    Take,
    UndoMove,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.outbox import Prepared
from console.domain.products import Product, Variant
from console.domain.rundown import Segment
from console.domain.undo import Lasting
from console.ui.done.drawer import DoneDrawer
from console.ui.history import History
from console.ui.style.look import LiveLook
from console.ui.words.deeds import lasting_words
from tests.ui.conftest import EVENING, FakeActs, FakeLine
from tests.ui.whole import running

OTHER = Actor("bo", Role.ASSISTANT, "desk 2")


@pytest.fixture
def history(acts: FakeActs, line: FakeLine) -> History:
    running(line)
    acts.settle()
    return History(acts)


def do(acts: FakeActs, *commands: Command) -> None:
    for command in commands:
        acts.do(command)
        acts.settle()


def undo(acts: FakeActs, history: History) -> None:
    history.undo()
    acts.settle()


def redo(acts: FakeActs, history: History) -> None:
    history.redo()
    acts.settle()


def sku(acts: FakeActs) -> str:
    show = acts.bridge.show
    return show.products[show.queue[0].product].variants[0].sku


def test_deeds_are_said_in_words(acts: FakeActs, history: History) -> None:
    show = acts.bridge.show
    first, second = show.queue[0], show.queue[1]
    segment = show.segments[2]
    title = show.products[first.product].title
    product = show.products[first.product]
    do(
        acts,
        AdjustStock(sku(acts), -3, "broken"),
        HoldStock(sku(acts), 2, "friend"),
        MoveItem(first.id, 2),
        SetCode(first.id, "X1"),
        Pin(second.id),
        RemoveItem(first.id),
        QueueProducts((first.product,)),
        SkipSegment(segment.id),
        Take(segment.id),
        SaveSegment(Segment("Extra", segment.planned)),
        SaveProduct(Product(product.id, "Renamed", product.variants)),
        EndShow(),
    )
    assert [deed.words for deed in history.deeds] == [
        f"−3 of {sku_of(product)}",
        f"+2 reserved of {sku_of(product)}",
        f"Move {title} in the queue",
        f"Code X1 for {title}",
        f"Explain {show.products[second.product].title}",
        f"Remove {title} from the queue",
        f"Add {title} to the queue",
        f"Skip “{segment.title}”",
        f"Take “{segment.title}”",
        "Add segment “Extra”",
        "Change Renamed",
        "End the show",
    ]


def sku_of(product: Product) -> str:
    return product.variants[0].sku


def test_undo_and_do_again_go_back_and_forth(acts: FakeActs, line: FakeLine, history: History) -> None:
    item = line.show.queue[1]
    before = line.show.queue
    do(acts, RemoveItem(item.id), SetCode(line.show.queue[0].id, "Z"))
    after = line.show.queue
    undo(acts, history)
    undo(acts, history)
    assert line.show.queue == before
    assert [deed.undone for deed in history.deeds] == [True, True]
    assert history.next_undo is None
    redo(acts, history)
    redo(acts, history)
    assert line.show.queue == after
    assert history.next_redo is None
    assert len(history.deeds) == 2


def test_stock_goes_back_by_a_movement_and_again_by_another(acts: FakeActs, line: FakeLine, history: History) -> None:
    name = sku(acts)
    before = line.show.stock[name].on_hand
    do(acts, AdjustStock(name, -3, "broken"))
    undo(acts, history)
    assert line.show.stock[name].on_hand == before
    redo(acts, history)
    assert line.show.stock[name].on_hand == before - 3
    undo(acts, history)
    assert line.show.stock[name].on_hand == before
    asked = [type(command).__name__ for command in line.asked]
    assert asked == ["AdjustStock", "UndoMove", "AdjustStock", "UndoMove"]


def test_a_move_that_is_undone_elsewhere_is_undone_here(acts: FakeActs, line: FakeLine, history: History) -> None:
    do(acts, AdjustStock(sku(acts), -3, "broken"))
    do(acts, UndoMove(line.show.moves[-1].id))
    (deed,) = history.deeds
    assert deed.undone
    redo(acts, history)
    assert [deed.undone for deed in history.deeds] == [False]


LINKED = (
    SetConnection(Connection("shop", ConnectionKind.SHOP, "vendure+https://ann@shop.example")),
    SeeOrders("shop", (), linked=EVENING),
)


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([], "Undone here, and taken back before it left for the shop."),
        ([LeaveErrand], "Undone here. The shop never had the change, so it is told nothing."),
        ([lambda each: SendErrand(each, Prepared("r", "{}"))], "Undone here. Whether the shop has the change is not"),
        ([lambda each: FinishErrand(each, "done")], ""),
    ],
)
def test_an_undo_says_what_the_shop_is_told(
    acts: FakeActs, line: FakeLine, history: History, steps: list[Callable[[int], Command]], told: str
) -> None:
    for command in LINKED:
        line.decide(command)
    do(acts, AdjustStock(sku(acts), -3, "broken"))
    for step in steps:
        line.decide(step(max(line.show.outbox)))
    acts.notices.clear()
    history.undo()
    acts.settle()
    assert line.show.moves[-1].undone
    assert "".join(title for _, title, *_ in acts.notices).startswith(told)
    assert bool(acts.notices) == bool(told)
    history.redo()
    acts.settle()
    assert line.show.moves[-1].delta == -3
    assert not line.show.moves[-1].undone


def test_what_others_do_is_not_undone_here(acts: FakeActs, line: FakeLine, history: History) -> None:
    line.decide(AdjustStock(sku(acts), -1, "broken"), OTHER)
    acts.settle()
    assert history.deeds == ()
    undo(acts, history)
    assert [type(command) for command in line.asked] == [AdjustStock]


def test_something_newer_of_another_keeps_a_deed(acts: FakeActs, line: FakeLine, history: History) -> None:
    item = line.show.queue[1].id
    do(acts, SetCode(item, "A1"))
    line.decide(SetCode(item, "B2"), OTHER)
    acts.settle()
    undo(acts, history)
    assert line.show.queue[1].code == "B2"
    assert acts.notices[-1][1].startswith("Something newer depends on it: Code A1")
    assert not history.deeds[-1].undone


def test_what_was_turned_back_by_another_is_told_and_the_deed_before_comes_next(
    acts: FakeActs, line: FakeLine, history: History
) -> None:
    first, second = line.show.queue[0].id, line.show.queue[1].id
    do(acts, SetCode(first, "A1"), MoveItem(second, 0))
    words = history.deeds[-1].words
    line.decide(MoveItem(second, 1), OTHER)
    acts.settle()
    undo(acts, history)
    assert acts.notices[-1][1] == f"It was so already: {words}"
    undo(acts, history)
    assert "A1" not in {item.code for item in line.show.queue}


def test_a_refusal_is_told_and_the_deed_stays_done(acts: FakeActs, line: FakeLine, history: History) -> None:
    name = sku(acts)
    left = line.show.stock[name].available
    do(acts, AdjustStock(name, 5, "found"))
    line.decide(HoldStock(name, left + 5, "friend"), OTHER)
    acts.settle()
    undo(acts, history)
    assert "can still be promised" in acts.notices[-1][1]
    assert [deed.undone for deed in history.deeds] == [False]
    undo(acts, history)  # it can be tried again
    assert len(acts.notices) == 2


def test_a_new_deed_ends_what_could_be_done_again(acts: FakeActs, line: FakeLine, history: History) -> None:
    first, second = line.show.queue[0].id, line.show.queue[1].id
    do(acts, SetCode(first, "A"))
    undo(acts, history)
    do(acts, SetCode(second, "B"))
    assert history.next_redo is None
    assert history.next_undo
    assert history.next_undo.words.startswith("Code B")


def test_what_lasts_is_left_out_and_says_why(acts: FakeActs, history: History) -> None:
    do(acts, SetCode(acts.bridge.show.queue[0].id, "A"), EndShow())
    assert history.deeds[-1].back is Lasting.SHOW
    assert history.next_undo
    assert history.next_undo.words.startswith("Code A")
    assert all(lasting_words(why).endswith(".") for why in Lasting)


def test_another_show_begins_without_deeds(acts: FakeActs, history: History) -> None:
    do(acts, SetCode(acts.bridge.show.queue[0].id, "A"), EndShow(), NewShow("Next", "USD"))
    assert [deed.words for deed in history.deeds] == ["New show: Next"]
    assert history.next_undo is None


def test_long_and_odd_names_are_one_line(acts: FakeActs, history: History) -> None:
    variant = acts.bridge.show.products[acts.bridge.show.queue[0].product].variants[0]
    do(acts, SaveProduct(Product("odd", "a\nb\u202e" + "x" * 200, (Variant("ODD", variant.price),))))
    words = history.deeds[-1].words
    assert "\n" not in words
    assert len(words) < 90


@pytest.fixture
def drawer(qtbot: QtBot, history: History, look: LiveLook, acts: FakeActs) -> DoneDrawer:
    do(acts, SetCode(acts.bridge.show.queue[0].id, "A"), EndShow())
    made = DoneDrawer(history, look)
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def rows(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def test_the_drawer_lists_the_newest_first_and_turns_what_is_chosen(
    drawer: DoneDrawer, acts: FakeActs, line: FakeLine
) -> None:
    QAbstractItemModelTester(drawer.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert rows(drawer.list.model())[0] == "End the show"
    assert not drawer._turn.isVisible()
    assert "stays on record" in drawer._why.text()
    drawer.list.setFocus()
    QTest.keyClick(drawer.list, Qt.Key.Key_Down)
    assert drawer._turn.text().startswith("Undo")
    QTest.keyClick(drawer.list, Qt.Key.Key_Return)
    acts.settle()
    assert line.show.queue[0].code != "A"
    assert drawer._turn.text().startswith("Do it again")
    do(acts, SetCode(line.show.queue[1].id, "C"))
    assert len(rows(drawer.list.model())) == 3
