"""What the queue proposes is told with its numbers, and done or left by a key."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.commands import AnswerProposal, GoLive, ImportRundown, Propose, StopSale, Take
from console.domain.proposals import Answer
from console.domain.rundown import Segment
from console.ui.rundown.panel import RundownPanel
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, FakeLine

FIVE = timedelta(minutes=5)


def test_a_proposal_is_told_and_done_by_its_key(qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> None:
    first, second, third = (item.product for item in line.show.queue[:3])
    rows = tuple(Segment(name, FIVE, products=(name,)) for name in (first, second, third))
    line.decide(ImportRundown("plan", "d", rows))
    for command in (GoLive(), Take(), StopSale(line.show.products[second].skus, "wait")):
        line.decide(command)
    panel = RundownPanel(acts, look, line.clock)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    line.decide(Propose())
    acts.settle()
    told = " ".join(str(each) for each in acts.notices)
    assert "may not air yet" in told
    line.asked.clear()
    panel.segments.setFocus()
    QTest.keyClick(panel.segments, Qt.Key.Key_Y)
    acts.settle()
    assert line.asked == [AnswerProposal(1, accept=True)]
    assert line.show.proposals[0].answer is Answer.ACCEPTED
    assert [segment.title for segment in line.show.segments] == [first, third, second]
