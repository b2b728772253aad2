"""A card in two keys: one chooses it, one does its step, and the timeline says so."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from console.domain.commands import EndIncident, GoLive, NoteIncident, OpenIncident, Pin, SendCue, StopSale, Together
from console.domain.cues import CueKind
from console.domain.incidents import IncidentKind
from console.ui.runbook.drawer import RunbookDrawer
from console.ui.runbook.steps import steps_of
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, FakeLine


@pytest.fixture
def live(line: FakeLine) -> FakeLine:
    line.decide(GoLive())
    line.asked.clear()
    return line


@pytest.fixture
def drawer(qtbot: QtBot, acts: FakeActs, look: LiveLook, live: FakeLine) -> Iterator[RunbookDrawer]:  # noqa: ARG001 - it runs
    made = RunbookDrawer(acts, look)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made._model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(400, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    acts.settle()
    made.list.setFocus()
    yield made
    made.hide()


def press(drawer: RunbookDrawer, acts: FakeActs, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(drawer.list, key)
        acts.settle()


def test_two_keys_use_a_card_and_write_it_down(drawer: RunbookDrawer, live: FakeLine, acts: FakeActs) -> None:
    press(drawer, acts, Qt.Key.Key_3, Qt.Key.Key_A)
    (asked,) = live.asked
    assert isinstance(asked, Together)
    assert asked.commands[0] == OpenIncident(IncidentKind.TROLLS)
    assert asked.commands[1] == SendCue(CueKind.FREE, "do not answer them, go on")
    live.decide(asked)
    acts.settle()
    assert "do not answer them" in drawer.timeline.toPlainText()
    live.asked.clear()
    press(drawer, acts, Qt.Key.Key_X)
    assert live.asked == [EndIncident(IncidentKind.TROLLS)]
    live.decide(live.asked[0])
    acts.settle()
    assert drawer.timeline.toPlainText().endswith("over")
    assert not drawer.over.isEnabled()


def test_a_step_that_cannot_be_done_says_why_and_does_nothing(
    drawer: RunbookDrawer, live: FakeLine, acts: FakeActs
) -> None:
    press(drawer, acts, Qt.Key.Key_2, Qt.Key.Key_A)
    assert live.asked == []
    assert "Nothing is being explained." in drawer.buttons[0].toolTip()
    live.decide(Pin(live.show.queue[0].id))
    acts.settle()
    live.asked.clear()
    press(drawer, acts, Qt.Key.Key_A)
    assert isinstance(live.asked[0], Together)
    assert isinstance(live.asked[0].commands[1], StopSale)


def test_what_a_person_writes_joins_the_timeline(drawer: RunbookDrawer, live: FakeLine, acts: FakeActs) -> None:
    press(drawer, acts, Qt.Key.Key_6, Qt.Key.Key_N)
    QTest.keyClicks(drawer.note, "light 2 fell")
    QTest.keyClick(drawer.note, Qt.Key.Key_Return)
    acts.settle()
    assert live.asked == [
        Together((OpenIncident(IncidentKind.OTHER), NoteIncident(IncidentKind.OTHER, "light 2 fell")))
    ]
    live.decide(live.asked[0])
    acts.settle()
    assert "light 2 fell" in drawer.timeline.toPlainText()
    assert drawer.list.hasFocus()


@pytest.mark.parametrize("kind", list(IncidentKind))
def test_every_step_of_every_card_can_be_done_or_says_why(kind: IncidentKind, line: FakeLine) -> None:
    before = line.show
    line.decide(GoLive())
    for show in (before, line.show):
        for step in steps_of(kind, show):
            assert step.words
            assert step.command is not None or step.why
