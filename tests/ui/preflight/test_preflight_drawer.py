"""Before going live: everything is looked at, the worst first, each with its way there; nothing is forbidden."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from console.desk.watching import News
from console.domain.changes import WentLive
from console.domain.chat import SourceState, SourceStatus
from console.domain.commands import GoLive, ImportRundown, SeeLevels, SetConnection
from console.domain.connections import Connection, ConnectionKind, ShopState, ShopStatus
from console.domain.health import Check, State
from console.domain.orders import StockLevel
from console.domain.show import Mode, Purpose
from console.domain.status import AwakeStatus, BackupStatus, ComputerStatus, FileState, FileStatus
from console.ui.console_view import ConsoleView
from console.ui.preflight.drawer import PreflightDrawer
from console.ui.stage import Stage
from console.ui.style.look import LiveLook
from console.ui.widgets.list_model import ROW
from tests.ui.conftest import EVENING, NO_PICTURES, SAMPLE, FakeActs, FakeLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints

SHOP = Connection("vendure", ConnectionKind.SHOP, "vendure+https://ann@shop.example")
ROOM = Connection("twitch:kite", ConnectionKind.CHAT, "twitch:kite")
READY = ShopStatus("vendure", ShopState.READY, ahead=timedelta(seconds=1), compared=EVENING)
WELL: tuple[News, ...] = (
    FileStatus("evening.cuedesk", FileState.SAVED),
    READY,
    SourceStatus("twitch:kite", SourceState.LISTENING, EVENING),
    ComputerStatus(90_000_000_000),
    BackupStatus(EVENING),
    AwakeStatus(can=True),
)


def tell(acts: FakeActs, *news: News) -> None:
    acts.line.tell(*news)
    acts.settle()


def in_order(acts: FakeActs) -> None:
    """Put all right that the sample show lacks."""
    rundown = acts.line.read_rundown(SAMPLE / "rundown.csv").result()
    acts.line.decide(ImportRundown(rundown.name, rundown.digest, rundown.segments))
    for each in (SHOP, ROOM):
        acts.line.decide(SetConnection(each))
    show = acts.line.show
    stocked = {sku: replace(level, on_hand=50, opened=True) for sku, level in show.stock.items()}
    scripted = tuple(replace(each, script=each.script or "…", planned_start=None) for each in show.segments)
    acts.line.show = replace(show, stock=show.stock.update(stocked), segments=scripted)
    acts.line.begin_again()
    acts.line.asked.clear()
    tell(acts, *WELL)


def checks(drawer: PreflightDrawer) -> list[Check]:
    model = drawer.list.model()
    return [model.index(at, 0).data(ROW) for at in range(model.rowCount())]


def waiting(drawer: PreflightDrawer) -> list[str]:
    return [each.name for each in checks(drawer) if each.state is not State.OK]


def choose(drawer: PreflightDrawer, name: str) -> None:
    names = [each.name for each in checks(drawer)]
    drawer.list.setCurrentIndex(drawer.list.model().index(names.index(name), 0))


def test_a_show_in_order_says_so_and_offers_to_go_live(drawer: PreflightDrawer, acts: FakeActs) -> None:
    QAbstractItemModelTester(drawer._model, QAbstractItemModelTester.FailureReportingMode.Fatal, drawer)
    in_order(acts)
    assert [name for name in waiting(drawer) if name != "screens"] == []
    assert {each.name for each in checks(drawer)} == {
        *("file", "disk", "clock", "saving", "shop", "chat", "queue", "prices", "stock", "differences"),
        *("claims", "outbox", "rundown", "backup", "sleep", "screens"),
    }


def test_what_waits_comes_first_the_worst_on_top(drawer: PreflightDrawer, acts: FakeActs) -> None:
    in_order(acts)
    tell(
        acts,
        ComputerStatus(100_000_000, timedelta(seconds=0.5), timedelta(minutes=12)),
        ShopStatus("vendure", ShopState.DENIED, "The shop does not accept the sign-in.", "Check the password."),
        AwakeStatus(can=False),
        BackupStatus(None),
    )
    states = [each.state for each in checks(drawer)]
    order = [State.BAD, State.ATTENTION, State.UNKNOWN, State.OK]
    assert states == sorted(states, key=order.index)
    assert {"disk", "shop"} <= {each.name for each in checks(drawer) if each.state is State.BAD}
    assert {"clock", "saving", "sleep", "backup"} <= set(waiting(drawer))
    assert all(each.next_step for each in checks(drawer) if each.state is not State.OK)


def test_a_clock_that_differs_from_the_shops_is_told(drawer: PreflightDrawer, acts: FakeActs) -> None:
    in_order(acts)
    tell(acts, replace(READY, ahead=timedelta(minutes=5)))
    (clock,) = [each for each in checks(drawer) if each.name == "clock" and each.about == "vendure"]
    assert clock.state is State.BAD
    assert "5 min behind vendure" in clock.words


def test_each_line_goes_where_it_is_put_right(drawer: PreflightDrawer, acts: FakeActs, qtbot: QtBot) -> None:
    in_order(acts)
    acts.line.decide(SeeLevels("vendure", (StockLevel("SHIRT-WHITE-M", 5, 0),)))
    acts.settle()
    choose(drawer, "differences")
    with qtbot.waitSignal(drawer.go_to) as asked:
        QTest.keyClick(drawer.list, Qt.Key.Key_Return)
    assert asked.args == ["differences"]


def test_what_is_in_order_leads_nowhere(drawer: PreflightDrawer, acts: FakeActs, qtbot: QtBot) -> None:
    in_order(acts)
    choose(drawer, "prices")
    assert not drawer.there.isEnabled()
    with qtbot.assertNotEmitted(drawer.go_to):
        QTest.keyClick(drawer.list, Qt.Key.Key_Return)


def test_the_stock_is_compared_on_demand_and_its_age_is_told(drawer: PreflightDrawer, acts: FakeActs) -> None:
    in_order(acts)
    acts.line.pass_time(minutes=3)
    tell(acts, READY)
    assert drawer.compared.text() == "Compared with the shop 3 min ago."
    QTest.keyClick(drawer.list, Qt.Key.Key_C)
    assert acts.line.retried == ["vendure"]
    tell(acts, replace(READY, compared=None))
    assert drawer.compared.text() == "Its numbers are being compared with ours."
    tell(acts, ShopStatus("vendure", ShopState.TROUBLE, "No.", ""))
    assert drawer.compared.text() == "Its numbers cannot be compared: it does not answer."


def test_going_live_all_the_same_is_meant_twice_and_on_record(
    drawer: PreflightDrawer, acts: FakeActs, qtbot: QtBot
) -> None:
    in_order(acts)
    tell(acts, BackupStatus(None))
    assert drawer.go.text() == "Go live anyway"
    qtbot.waitUntil(lambda: not drawer.go._deaf.isActive(), timeout=10_000)
    drawer.go.tap()
    assert acts.asked == []
    qtbot.wait(400)
    drawer.go.tap()
    acts.settle()
    (command,) = acts.asked
    assert isinstance(command, GoLive)
    assert "backup: there is none" in command.despite
    went = [each.change for each in acts.line.entries if isinstance(each.change, WentLive)]
    assert [(each.mode, each.despite) for each in went] == [(Mode.ON_AIR, command.despite)]


def a_console(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> tuple[Stage, ConsoleView]:
    stage = Stage(look)
    view = ConsoleView(acts, look, acts.line.clock, NO_PICTURES)
    stage.set_console(view)
    qtbot.addWidget(stage)
    stage.resize(1600, 900)
    stage.show()
    acts.settle()
    return stage, view


def test_a_show_that_is_not_in_order_is_looked_at_first_and_then_goes_live(
    qtbot: QtBot, acts: FakeActs, look: LiveLook
) -> None:
    _stage, view = a_console(qtbot, acts, look)
    view.bar.go.meant.emit()
    assert view.drawers.preflight_shown
    assert acts.asked == []
    view.bar.go.meant.emit()
    (command,) = acts.asked
    assert isinstance(command, GoLive)
    assert any("no shop" in words for words in command.despite)
    assert not view.drawers.preflight_shown


def test_a_rehearsal_is_not_held_up(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> None:
    acts.line.show = replace(acts.line.show, purpose=Purpose.REHEARSAL)
    acts.line.begin_again()
    _stage, view = a_console(qtbot, acts, look)
    view.bar.go.meant.emit()
    assert acts.asked == [GoLive()]


@pytest.mark.parametrize(
    ("thing", "drawer"),
    [("shop", "connections"), ("differences", "findings"), ("outbox", "outbox"), ("prices", "finder")],
)
def test_the_way_there_opens_the_drawer(qtbot: QtBot, acts: FakeActs, look: LiveLook, thing: str, drawer: str) -> None:
    _stage, view = a_console(qtbot, acts, look)
    view.drawers.open_preflight()
    view.drawers._go_to(thing)
    assert view.drawers._made[drawer].page.isVisible()
    assert not view.drawers.preflight_shown


@pytest.mark.parametrize("thing", ["queue", "stock", "rundown"])
def test_the_way_there_leads_to_a_panel(qtbot: QtBot, acts: FakeActs, look: LiveLook, thing: str) -> None:
    stage, view = a_console(qtbot, acts, look)
    with qtbot.waitActive(stage):
        stage.activateWindow()
    view.drawers.open_preflight()
    view.drawers._go_to(thing)
    assert not view.drawers.frame.isVisible()
    panel = view.rundown if thing == "rundown" else view.queue
    qtbot.waitUntil(lambda: panel.focused)


def test_nothing_is_asked_of_a_line_that_is_not_there(drawer: PreflightDrawer, line: FakeLine) -> None:
    drawer.compare_now()
    assert line.retried == []
