"""The loop of the queue: one key puts an item in, one ends it, and the strip tells what comes when."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.commands import GoLive, Pin, PinNextLooped, SetPinLoop, StopSale
from console.ui.queue.loop_strip import LoopStrip
from console.ui.queue.panel import QueuePanel
from tests.ui.conftest import FakeActs

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIVE = timedelta(minutes=5)


def strip(panel: QueuePanel) -> LoopStrip:
    found = panel.findChild(LoopStrip)
    assert found
    return found


def press(panel: QueuePanel, acts: FakeActs, key: Qt.Key, with_: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(panel.view, key, with_ or Qt.KeyboardModifier.NoModifier)
    acts.settle()


def looped(panel: QueuePanel) -> list[str]:
    return [row.code for row in panel.view.rows.rows if row.looped]


@pytest.fixture
def items(acts: FakeActs) -> list[int]:
    return [item.id for item in acts.line.show.queue]


def test_one_key_puts_an_item_into_the_loop_and_takes_it_out(
    panel: QueuePanel, acts: FakeActs, items: list[int]
) -> None:
    assert panel.findChild(LoopStrip) is None
    press(panel, acts, K.Key_L)
    panel.view.setCurrentIndex(panel.view.rows.index(2))
    press(panel, acts, K.Key_L)
    assert list(acts.line.show.loop.items) == [items[0], items[2]]
    assert looped(panel) == ["1", "3"]
    assert strip(panel).isVisible()
    press(panel, acts, K.Key_L)
    assert list(acts.line.show.loop.items) == items[:1]


def test_one_key_ends_it(panel: QueuePanel, acts: FakeActs, items: list[int]) -> None:
    acts.line.decide(SetPinLoop(tuple(items[:2]), FIVE))
    acts.settle()
    press(panel, acts, K.Key_L, SHIFT)
    assert (acts.line.show.loop.items, looped(panel)) == ((), [])
    assert not strip(panel).isVisible()
    assert not panel.actions_of.stop_loop.isEnabled()


def test_keys_make_it_faster_and_slower_within_bounds(panel: QueuePanel, acts: FakeActs, items: list[int]) -> None:
    acts.line.decide(SetPinLoop(tuple(items[:2]), timedelta(minutes=1)))
    acts.settle()
    press(panel, acts, K.Key_BracketRight)
    assert acts.line.show.loop.every == timedelta(seconds=90)
    for _ in range(4):
        press(panel, acts, K.Key_BracketLeft)
    assert acts.line.show.loop.every == timedelta(seconds=30)
    assert not panel.actions_of.shorter.isEnabled()


def test_the_strip_tells_what_comes_and_when(panel: QueuePanel, acts: FakeActs, items: list[int]) -> None:
    acts.line.decide(SetPinLoop(tuple(items[:2]), FIVE))
    acts.settle()
    assert strip(panel).title.text() == "Loop: 2 item(s), 05:00 each"
    assert strip(panel).coming.text().startswith("Once the show runs: 1 ")
    acts.line.decide(GoLive())
    acts.line.decide(PinNextLooped())
    acts.settle()
    second = acts.line.show.products[acts.line.show.queue[1].product].title
    assert strip(panel).coming.text().startswith("Next in 0")
    assert strip(panel).coming.text().endswith(f": 2 {second}")
    acts.line.decide(Pin(items[5]))
    acts.line.decide(StopSale())
    acts.settle()
    assert strip(panel).coming.text() == "None of them may air now."


def test_a_row_of_the_loop_says_so_in_words(panel: QueuePanel, acts: FakeActs, qtbot: QtBot) -> None:
    press(panel, acts, K.Key_L)
    index = panel.view.rows.index(0)
    qtbot.waitUntil(lambda: "in the loop" in index.data(Qt.ItemDataRole.AccessibleTextRole))
