from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from console.domain.commands import FinishErrand, LeaveErrand, PutAside, ResumeSending, RetryErrand
from console.domain.outbox import ErrandState
from console.ui.outbox.drawer import OutboxDrawer
from console.ui.style.look import LiveLook
from console.ui.widgets.empty_state import EmptyState
from tests.ui.conftest import FakeActs, FakeLine
from tests.ui.outbox.conftest import SKU, Queued

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints


@pytest.fixture
def drawer(qtbot: QtBot, acts: FakeActs, look: LiveLook, linked: FakeLine) -> Iterator[OutboxDrawer]:
    made = OutboxDrawer(acts, look, linked.clock)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made._model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(400, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)  # only then do keys arrive
    acts.settle()
    yield made
    made.hide()


def rows(drawer: OutboxDrawer) -> list[str]:
    return [drawer._model.index(at, 0).data() for at in range(drawer._model.rowCount())]


def test_an_empty_outbox_says_what_goes_there(drawer: OutboxDrawer) -> None:
    empty = drawer.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.isVisible()


def test_it_tells_what_waits_and_since_when_the_oldest_does(
    drawer: OutboxDrawer, queue: Queued, linked: FakeLine, acts: FakeActs
) -> None:
    queue()
    linked.pass_time(seconds=65)
    queue(delta=2, sku="MUG-SLATE")
    acts.settle()
    assert rows(drawer) == [f"Stock −3: {SKU}", "Stock +2: MUG-SLATE"]
    assert drawer.head.caption.value == "2, the oldest for 1 min"
    linked.pass_time(seconds=60)
    drawer._tick()
    assert drawer.head.caption.value == "2, the oldest for 2 min"


def test_what_needs_a_person_comes_first(drawer: OutboxDrawer, queue: Queued, acts: FakeActs) -> None:
    queue(ErrandState.UNKNOWN, title="The shop did not answer in time")
    rejected = queue(ErrandState.REJECTED, sku="MUG-SLATE")
    acts.settle()
    assert rows(drawer)[0].endswith("MUG-SLATE")
    drawer.list.setCurrentIndex(drawer._model.index(0, 0))
    assert drawer.detail.meaning == f"{rejected.title}. {rejected.next_step}"
    assert drawer.detail.again.isVisible()
    assert not drawer.detail.now.isVisible()


@pytest.mark.parametrize(("key", "command"), [(Qt.Key.Key_T, RetryErrand), (Qt.Key.Key_L, LeaveErrand)])
def test_a_rejected_errand_is_tried_again_or_left(
    drawer: OutboxDrawer, queue: Queued, linked: FakeLine, acts: FakeActs, key: Qt.Key, command: type
) -> None:
    rejected = queue(ErrandState.REJECTED)
    acts.settle()
    QTest.keyClick(drawer.list, key)
    acts.settle()
    assert linked.asked == [command(rejected.errand.id)]
    assert rejected.errand.id not in linked.show.outbox


def test_a_double_press_deals_with_one_errand_alone(
    drawer: OutboxDrawer, queue: Queued, linked: FakeLine, acts: FakeActs
) -> None:
    queue(ErrandState.REJECTED)
    queue(ErrandState.REJECTED, sku="MUG-SLATE")
    acts.settle()
    for _ in range(2):
        QTest.keyClick(drawer.list, Qt.Key.Key_L)
        acts.settle()
    assert len(linked.asked) == 1


def test_what_waits_can_be_taken_back(drawer: OutboxDrawer, queue: Queued, linked: FakeLine, acts: FakeActs) -> None:
    waiting = queue()
    acts.settle()
    assert drawer.detail.leave.text() == "Take it back"
    QTest.keyClick(drawer.list, Qt.Key.Key_L)
    assert linked.asked == [LeaveErrand(waiting.errand.id)]


@pytest.mark.parametrize("state", [ErrandState.PENDING, ErrandState.UNKNOWN])
def test_what_gets_nowhere_can_be_put_aside(
    drawer: OutboxDrawer, queue: Queued, linked: FakeLine, acts: FakeActs, state: ErrandState
) -> None:
    waiting = queue(state)
    acts.settle()
    assert drawer.detail.aside.isVisible()
    linked.asked.clear()
    QTest.keyClick(drawer.list, Qt.Key.Key_A)
    assert linked.asked == [PutAside(waiting.errand.id)]
    acts.settle()
    assert not drawer.detail.aside.isVisible()


def test_what_is_found_out_says_that_it_is_not_sent_twice(drawer: OutboxDrawer, queue: Queued, acts: FakeActs) -> None:
    queue(ErrandState.UNKNOWN, title="The shop did not answer in time")
    acts.settle()
    assert drawer.detail.meaning.startswith("The shop did not answer in time. The shop's own records")


def test_what_is_on_its_way_can_only_be_hurried(
    drawer: OutboxDrawer, queue: Queued, linked: FakeLine, acts: FakeActs
) -> None:
    queue(ErrandState.SENT)
    acts.settle()
    QTest.keyClick(drawer.list, Qt.Key.Key_L)
    QTest.keyClick(drawer.list, Qt.Key.Key_N)
    assert linked.asked == []
    assert linked.retried == ["shop"]


def test_what_is_done_leaves_the_list(drawer: OutboxDrawer, queue: Queued, linked: FakeLine, acts: FakeActs) -> None:
    first = queue(ErrandState.SENT)
    queue(sku="MUG-SLATE")
    acts.settle()
    linked.decide(FinishErrand(first.errand.id, "moved"))
    acts.settle()
    assert rows(drawer) == ["Stock −3: MUG-SLATE"]


def test_a_copied_file_sends_nothing_before_a_person_says_so(
    drawer: OutboxDrawer, queue: Queued, linked: FakeLine, acts: FakeActs
) -> None:
    queue()
    linked.show = replace(linked.show, held=True)
    linked.begin_again()
    acts.settle()
    assert drawer.held.isVisible()
    QTest.mouseClick(drawer.held.resume, Qt.MouseButton.LeftButton)
    acts.settle()
    assert linked.asked == [ResumeSending()]
    assert not drawer.held.isVisible()


def test_the_words_of_a_shop_are_plain(drawer: OutboxDrawer, queue: Queued, acts: FakeActs) -> None:
    queue(ErrandState.REJECTED, title="<b>no</b> <img src='file:///x'>")
    acts.settle()
    assert drawer.detail._meaning.textFormat() == Qt.TextFormat.PlainText
    assert "<b>no</b>" in drawer.detail.meaning
