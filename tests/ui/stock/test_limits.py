"""The strip of limits: what is kept back of a variant, and when it is low."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.domain.commands import HoldStock, SetLimits
from console.ui.stock.panel import StockPanel
from tests.ui.conftest import FakeActs

K = Qt.Key
FIRST = "SHIRT-WHITE-S"


def write(panel: StockPanel, text: str) -> None:
    QTest.keyClicks(panel.focusWidget(), text)


def press(panel: StockPanel, key: Qt.Key) -> None:
    QTest.keyClick(panel.focusWidget(), key)


def test_two_keys_and_a_number_keep_pieces_of_a_variant_back(panel: StockPanel, acts: FakeActs) -> None:
    press(panel, K.Key_L)
    assert panel.body.limits.isVisible()
    assert panel.body.table.sku == FIRST
    write(panel, "4")
    press(panel, K.Key_Return)
    acts.settle()
    assert acts.asked == [SetLimits(FIRST, 4, None)]
    assert not panel.body.limits.isVisible()
    assert panel.body.left.word.value == "available, 4 kept back"
    assert panel.body.left.counter.accessibleName() == "20"


def test_a_number_at_which_it_is_low_is_set_beside_it(panel: StockPanel, acts: FakeActs) -> None:
    press(panel, K.Key_L)
    assert panel.body.limits.low.text() == "by rule"
    panel.body.limits.low.setFocus()
    panel.body.limits.low.selectAll()
    write(panel, "24")
    press(panel, K.Key_Return)
    acts.settle()
    assert acts.asked == [SetLimits(FIRST, 0, 24)]
    assert panel.body.left.chip.accessibleName() == "LOW"
    press(panel, K.Key_L)
    assert panel.body.limits.low.value() == 24


def test_a_refusal_is_said_in_the_strip_and_keeps_what_was_typed(panel: StockPanel, acts: FakeActs) -> None:
    acts.line.decide(HoldStock(FIRST, 20, "for Mei"))
    acts.settle()
    press(panel, K.Key_L)
    write(panel, "9")
    press(panel, K.Key_Return)
    assert "Only 4 of" in panel.body.limits.message.text()
    assert panel.body.limits.isVisible()
    assert panel.body.limits.buffer.value() == 9


def test_escape_and_another_variant_leave_it(panel: StockPanel, acts: FakeActs, qapp: QApplication) -> None:
    press(panel, K.Key_L)
    press(panel, K.Key_Escape)
    assert not panel.body.limits.isVisible()
    press(panel, K.Key_L)
    panel.body.table.step(1)
    qapp.processEvents()
    assert not panel.body.limits.isVisible()
    assert acts.asked == []
