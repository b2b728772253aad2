from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from console.domain.commands import SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.domain.orders import Order, OrderLine, OrderStatus
from console.ui.orders.drawer import OrdersDrawer
from console.ui.orders.model import MOST, OrdersModel, Roles
from console.ui.style.look import LiveLook
from console.ui.widgets.empty_state import EmptyState
from tests.ui.conftest import FakeActs, FakeLine
from tests.ui.orders.conftest import Placed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints


@pytest.fixture
def drawer(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> OrdersDrawer:
    made = OrdersDrawer(acts, look)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made._model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(360, 560)
    made.show()
    acts.settle()
    return made


def codes(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_without_orders_it_says_where_they_come_from(drawer: OrdersDrawer, line: FakeLine, acts: FakeActs) -> None:
    line.decide(SetConnection(Connection("studio shop", ConnectionKind.SHOP, "vendure:https://shop.example")))
    acts.settle()
    empty = drawer.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.isVisible()
    empty.acted.emit()
    assert line.retried == ["studio shop"]


def test_the_newest_order_comes_first(drawer: OrdersDrawer, place: Placed, acts: FakeActs) -> None:
    place("1", minute=1)
    place("3", minute=3)
    place("2", minute=2)
    acts.settle()
    assert codes(drawer._found) == ["R3", "R2", "R1"]


def test_a_changed_order_changes_its_row_alone(
    qtbot: QtBot, drawer: OrdersDrawer, place: Placed, acts: FakeActs
) -> None:
    place("1", minute=1)
    place("2", minute=2)
    acts.settle()
    place("1", OrderLine("SHIRT-WHITE-M", 2, cancelled=2), minute=1, status=OrderStatus.CANCELLED)
    with (
        qtbot.waitSignal(drawer._model.dataChanged, timeout=1000) as signal,
        qtbot.assertNotEmitted(drawer._model.modelReset),
    ):
        acts.settle()
    assert signal.args is not None
    assert [index.row() for index in signal.args[:2]] == [1, 1]
    assert drawer.counts.value == "1 paid · 1 cancelled"


def test_orders_from_before_have_their_buyers_names(
    qtbot: QtBot, line: FakeLine, place: Placed, acts: FakeActs, look: LiveLook
) -> None:
    place("1", name="<b>Mei</b>")
    made = OrdersDrawer(acts, look)
    qtbot.addWidget(made)
    line.begin_again()
    acts.settle()
    index = made._found.index(0, 0)
    assert index.data(Roles.ROW).buyer == "<b>Mei</b>"
    assert "<b>Mei" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_drawer_that_is_made_late_has_all_that_was(
    qtbot: QtBot, place: Placed, acts: FakeActs, look: LiveLook
) -> None:
    place("1")
    acts.settle()
    made = OrdersDrawer(acts, look)
    qtbot.addWidget(made)
    assert codes(made._found) == ["R1"]
    assert made._found.index(0, 0).data(Roles.ROW).buyer == "Mei"


def test_the_keyboard_finds_a_place_even_in_an_empty_drawer(qtbot: QtBot, drawer: OrdersDrawer) -> None:
    drawer.setFocus()
    assert drawer._leave.hasFocus()
    with qtbot.waitSignal(drawer.left, timeout=1000):
        QTest.keyClick(drawer._leave, Qt.Key.Key_Escape)


@pytest.mark.parametrize("text", ["ann", "R2", "mug"])
def test_it_finds_by_buyer_code_and_sku(drawer: OrdersDrawer, place: Placed, acts: FakeActs, text: str) -> None:
    place("1")
    place("2", OrderLine("MUG-CELADON", 1), buyer="b2", name="Ann")
    acts.settle()
    QTest.keyClicks(drawer.search, text)
    assert codes(drawer._found) == ["R2"]


def test_escape_empties_the_search_then_leaves(
    qtbot: QtBot, drawer: OrdersDrawer, place: Placed, acts: FakeActs
) -> None:
    place()
    acts.settle()
    QTest.keyClicks(drawer.search, "zz")
    QTest.keyClick(drawer.search, Qt.Key.Key_Escape)
    assert codes(drawer._found) == ["R1"]
    with qtbot.waitSignal(drawer.left, timeout=1000):
        QTest.keyClick(drawer.search, Qt.Key.Key_Escape)


def test_down_goes_from_the_search_to_what_it_found(drawer: OrdersDrawer, place: Placed, acts: FakeActs) -> None:
    for code in ("1", "2"):
        place(code, minute=int(code))
    acts.settle()
    drawer.search.setFocus()
    QTest.keyClick(drawer.search, Qt.Key.Key_Down)
    assert drawer.list.hasFocus()
    QTest.keyClick(drawer.list, Qt.Key.Key_Down)
    assert drawer.list.currentIndex().data() == "R1"


def test_an_older_snapshot_changes_nothing(drawer: OrdersDrawer, line: FakeLine, place: Placed, acts: FakeActs) -> None:
    place("1", status=OrderStatus.PAID)
    old = next(iter(line.show.orders.values()))
    place("1", status=OrderStatus.SHIPPED)
    acts.settle()
    drawer._model.put(old)
    assert drawer.counts.value == "1 shipped"


def numbered(order: Order, count: int, minute: int = 0) -> list[Order]:
    later = order.snapshot.placed_at + timedelta(minutes=minute)
    return [
        replace(order, snapshot=replace(order.snapshot, ref=f"{minute}-{n}", placed_at=later + timedelta(seconds=n)))
        for n in range(count)
    ]


def test_it_keeps_the_newest_five_thousand(drawer: OrdersDrawer, line: FakeLine, place: Placed) -> None:
    place("1")
    order = next(iter(line.show.orders.values()))
    model = OrdersModel(drawer)
    model.begin(numbered(order, MOST + 3))
    assert model.rowCount() == MOST
    model.put(numbered(order, 1, minute=9_999)[0])
    assert model.rowCount() == MOST
    assert sum(model.counts.values()) == MOST
