"""Cues by keys: sent in one stroke, seen below the bar, noted by a key or a click."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from console.domain.commands import GoLive, NoteCue, SendCue, TakeCueBack
from console.domain.cues import CueKind
from console.ui.cues.drawer import CuesDrawer
from console.ui.style.look import LiveLook
from console.ui.widgets.cue_board import MOST_ROWS, CueBoard
from tests.ui.conftest import FakeActs, FakeLine
from tests.ui.whole import Whole

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints


@pytest.fixture
def live(line: FakeLine) -> FakeLine:
    line.decide(GoLive())
    line.asked.clear()
    return line


@pytest.fixture
def drawer(qtbot: QtBot, acts: FakeActs, look: LiveLook, live: FakeLine) -> Iterator[CuesDrawer]:
    made = CuesDrawer(acts, look, live.clock)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made._model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(400, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    acts.settle()
    yield made
    made.hide()


def test_one_key_sends_a_cue(drawer: CuesDrawer, live: FakeLine) -> None:
    drawer.list.setFocus()
    QTest.keyClick(drawer.list, Qt.Key.Key_1)
    QTest.keyClick(drawer.list, Qt.Key.Key_4)
    assert live.asked == [SendCue(CueKind.WRAP_UP), SendCue(CueKind.PRICE_WRONG)]


def test_a_question_waits_for_its_words_and_leaves_the_keys_free_again(drawer: CuesDrawer, live: FakeLine) -> None:
    drawer.list.setFocus()
    QTest.keyClick(drawer.list, Qt.Key.Key_5)
    assert (live.asked, drawer.words.hasFocus()) == ([], True)
    QTest.keyClicks(drawer.words, "is it 100 cotton?")
    QTest.keyClick(drawer.words, Qt.Key.Key_Return)
    assert live.asked == [SendCue(CueKind.QUESTION, "is it 100 cotton?")]
    assert (drawer.words.text(), drawer.list.hasFocus()) == ("", True)


def test_the_list_tells_how_long_the_anchor_took(drawer: CuesDrawer, live: FakeLine, acts: FakeActs) -> None:
    live.decide(SendCue(CueKind.STRETCH))
    live.now += timedelta(seconds=4)
    live.decide(NoteCue(live.show.cues[0].id))
    live.decide(SendCue(CueKind.FREE, "smile"))
    acts.settle()
    rows = [drawer._model.index(row).data() for row in range(drawer._model.rowCount())]
    assert rows == ["smile, not noted for 0 s", "Stretch, noted after 4 s"]


def test_only_an_open_cue_can_be_taken_back(drawer: CuesDrawer, live: FakeLine, acts: FakeActs) -> None:
    live.decide(SendCue(CueKind.STRETCH))
    acts.settle()
    drawer.list.setCurrentIndex(drawer._model.index(0))
    drawer.list.setFocus()
    live.asked.clear()
    number = live.show.cues[0].id
    QTest.keyClick(drawer.list, Qt.Key.Key_Delete)
    acts.settle()
    QTest.keyClick(drawer.list, Qt.Key.Key_Delete)
    assert live.asked == [TakeCueBack(number)]


def test_a_cue_stands_below_the_bar_until_a_key_or_a_click_notes_it(
    qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook
) -> None:
    whole = Whole(qtbot, line, acts, look)
    assert not whole.view.findChildren(CueBoard)
    whole.line.decide(SendCue(CueKind.WRAP_UP))
    whole.line.decide(SendCue(CueKind.FREE, "two minutes"))
    acts.settle()
    board = whole.view.cueing.board
    assert board is not None
    assert board.isVisible()
    whole.line.asked.clear()
    first, second = (cue.id for cue in whole.line.show.cues)
    QTest.keyClick(whole.stage, Qt.Key.Key_F9)
    acts.settle()
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=board._rows()[0][1].center().toPoint())
    acts.settle()
    assert whole.line.asked == [NoteCue(first), NoteCue(second)]
    assert not board.isVisible()


def test_an_old_cue_is_larger_and_more_than_fit_are_counted(qtbot: QtBot, line: FakeLine, look: LiveLook) -> None:
    line.decide(GoLive())
    for number in range(MOST_ROWS + 1):
        line.decide(SendCue(CueKind.FREE, f"{number}"))
    board = CueBoard(look, line.clock)
    qtbot.addWidget(board)
    board.set_value(line.show.cues)
    fresh = board.sizeHint().height()
    line.now += timedelta(seconds=20)
    assert (len(board._rows()), board.sizeHint().height() > fresh) == (MOST_ROWS, True)
    board.resize(600, board.sizeHint().height())
    assert not board.grab().isNull()
