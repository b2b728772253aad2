from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from console.domain.commands import (
    AdjustStock,
    GoLive,
    ImportCatalogue,
    SeeLevels,
    SeeOrders,
    SetConnection,
    SetLimits,
    SettleFinding,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.findings import Settlement
from console.domain.money import Money
from console.domain.orders import OrderLine, OrderStatus, StockLevel
from console.domain.outbox import CancelTo
from console.ui.findings.drawer import FindingsDrawer
from console.ui.findings.words import FindingWords, words_of
from console.ui.style.look import LiveLook
from console.ui.widgets.empty_state import EmptyState
from tests.ui.conftest import EVENING, FakeActs, FakeLine
from tests.ui.orders.conftest import Placed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints

SKU = "SHIRT-WHITE-M"


@pytest.fixture
def drawer(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> Iterator[FindingsDrawer]:
    made = FindingsDrawer(acts, look)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made._model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(360, 560)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)  # only then do keys arrive
    acts.settle()
    yield made
    made.hide()


def told(line: FakeLine) -> FindingWords:
    (finding,) = line.show.open_findings
    return words_of(finding, line.show)


def differ(line: FakeLine, *skus: str) -> None:
    line.decide(SeeLevels("shop", tuple(StockLevel(sku, 5, 0) for sku in skus)))


def test_without_findings_it_says_that_all_adds_up(drawer: FindingsDrawer) -> None:
    empty = drawer.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.isVisible()


def test_taking_the_shops_number_sets_ours(drawer: FindingsDrawer, line: FakeLine, acts: FakeActs) -> None:
    differ(line, SKU)
    acts.settle()
    assert drawer.detail.theirs.text() == "Take the shop's 5"
    assert drawer.detail.ours.text() == "Keep our 120"
    QTest.keyClick(drawer.list, Qt.Key.Key_T)
    acts.settle()
    assert line.show.stock[SKU].on_hand == 5
    assert drawer._model.rowCount() == 0


def test_what_was_sold_out_of_what_is_kept_back_is_there(line: FakeLine, place: Placed) -> None:
    line.decide(SetLimits(SKU, 5))
    place("1", OrderLine(SKU, 118))
    assert told(line).meaning == "The shop sold 3 of the 5 pieces that are kept back. They are there."


def test_keeping_ours_moves_nothing(drawer: FindingsDrawer, line: FakeLine, acts: FakeActs) -> None:
    differ(line, SKU)
    acts.settle()
    QTest.mouseClick(drawer.detail.ours, Qt.MouseButton.LeftButton)
    assert line.show.stock[SKU].on_hand == 120
    assert line.show.open_findings == []


def test_a_double_press_settles_one_finding_alone(
    qtbot: QtBot, drawer: FindingsDrawer, line: FakeLine, acts: FakeActs
) -> None:
    differ(line, SKU, "MUG-SLATE")
    acts.settle()
    for _ in range(2):
        QTest.keyClick(drawer.list, Qt.Key.Key_K)
        acts.settle()
    assert len(line.show.open_findings) == 1
    qtbot.waitUntil(lambda: drawer._settled.elapsed() > 450, timeout=2000)
    QTest.keyClick(drawer.list, Qt.Key.Key_K)
    assert line.show.open_findings == []


def test_the_numbers_are_those_of_now(drawer: FindingsDrawer, line: FakeLine, acts: FakeActs) -> None:
    differ(line, SKU)
    acts.settle()
    line.decide(AdjustStock(SKU, -10, "broken"))
    acts.settle()
    assert drawer.detail.ours.text() == "Keep our 110"


def test_a_finding_that_was_settled_elsewhere_leaves_the_list(
    drawer: FindingsDrawer, line: FakeLine, acts: FakeActs
) -> None:
    differ(line, SKU, "MUG-SLATE")
    acts.settle()
    (first, second) = line.show.open_findings
    line.decide(SettleFinding(first.id, Settlement.OURS))
    acts.settle()
    current = drawer._current()
    assert current is not None
    assert current.finding.id == second.id


def test_an_oversold_sku_says_by_how_much(line: FakeLine, place: Placed) -> None:
    place("1", OrderLine(SKU, 123))
    words = told(line)
    assert words.title == "Oversold"
    assert words.numbers == (("available", "−3"), ("promised", "123"))


def test_an_oversold_sku_that_was_found_again_says_so(line: FakeLine, place: Placed) -> None:
    place("1", OrderLine(SKU, 123))
    line.decide(AdjustStock(SKU, 10, "found"))
    assert "There is enough again" in told(line).meaning


def test_money_back_without_a_cancelled_order_names_the_order(line: FakeLine, place: Placed) -> None:
    place("7", OrderLine(SKU, 2), status=OrderStatus.REFUNDED)
    words = told(line)
    assert words.subject == "shop/7"
    assert words.numbers == (("promised pieces", "2"),)


def test_a_product_changed_on_air_shows_both_prices(line: FakeLine) -> None:
    line.decide(GoLive())
    shirt = line.catalogue["linen-shirt"]
    (first, *rest) = shirt.variants
    offer = replace(shirt, variants=(replace(first, price=Money(4990, "USD")), *rest))
    line.decide(ImportCatalogue("shop", "0" * 64, "shop", (offer,), ()))
    words = told(line)
    assert words.numbers == (("at the shop", "$49.90"), (f"{first.sku} here", "$59.90"))


def test_escape_leaves(qtbot: QtBot, drawer: FindingsDrawer, line: FakeLine, acts: FakeActs) -> None:
    differ(line, SKU)
    acts.settle()
    with qtbot.waitSignal(drawer.left, timeout=1000):
        QTest.keyClick(drawer.list, Qt.Key.Key_Escape)


def sell_too_much(line: FakeLine, place: Placed) -> None:
    """The shop is told of what moves, and has sold two shirts too many to three buyers."""
    line.decide(SetConnection(Connection("shop", ConnectionKind.SHOP, "vendure+https://ann@shop.example")))
    line.decide(SeeOrders("shop", (), linked=EVENING))
    place("1", OrderLine(SKU, 119))
    place("2", OrderLine(SKU, 2), buyer="b2", name="Bo", minute=1)
    place("3", OrderLine(SKU, 1), buyer="b3", name="Cy", minute=2)


def seen_cuts(drawer: FindingsDrawer) -> list[str]:
    model = drawer.detail.orders.model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def test_an_oversold_sku_shows_the_orders_to_cancel_with_their_buyers(
    drawer: FindingsDrawer, line: FakeLine, acts: FakeActs, place: Placed
) -> None:
    sell_too_much(line, place)
    acts.settle()
    assert seen_cuts(drawer) == ["R3, Cy, −1", "R2, Bo, −1"]
    assert drawer.detail.cancel.text() == "Cancel at the shop: orders 2, pieces 2"
    assert drawer.detail.cancel.isVisible()


def test_one_key_has_the_shop_cancel_them(
    drawer: FindingsDrawer, line: FakeLine, acts: FakeActs, place: Placed
) -> None:
    sell_too_much(line, place)
    acts.settle()
    QTest.keyClick(drawer.list, Qt.Key.Key_C)
    acts.settle()
    assert [each.errand.task for each in line.show.open_errands] == [CancelTo("3", SKU, 0), CancelTo("2", SKU, 1)]
    assert seen_cuts(drawer) == []
    assert not drawer.detail.cancel.isVisible()
    assert "2 are being cancelled" in told(line).meaning


def test_other_findings_have_no_orders_to_cancel(drawer: FindingsDrawer, line: FakeLine, acts: FakeActs) -> None:
    differ(line, SKU)
    acts.settle()
    assert not drawer.detail.orders.isVisible()
    assert not drawer.cancelling.isEnabled()
