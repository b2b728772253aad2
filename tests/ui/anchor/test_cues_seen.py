"""The anchor sees cues at the lower edge, as large as they are old, and notes them with a click."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from console.domain.commands import NoteCue, SendCue
from console.domain.cues import CueKind
from console.ui.anchor.anchoring import Anchoring
from tests.ui.conftest import FakeActs, FakeLine


def test_a_cue_lies_at_the_lower_edge_and_grows_until_it_is_noted(
    anchoring: Anchoring, playing: FakeLine, acts: FakeActs
) -> None:
    assert not anchoring.cues.isVisible()
    playing.decide(SendCue(CueKind.WRAP_UP))
    acts.settle()
    assert anchoring.cues.isVisible()
    small = anchoring.cues.height()
    playing.now += timedelta(seconds=20)
    anchoring.cues._age()
    assert anchoring.cues.height() > small
    assert anchoring.cues.geometry().bottom() < anchoring.window.height()
    assert anchoring.cues.focusPolicy() is Qt.FocusPolicy.NoFocus
    playing.asked.clear()
    QTest.mouseClick(anchoring.cues, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    acts.settle()
    assert playing.asked == [NoteCue(playing.show.cues[0].id)]
    assert not anchoring.cues.isVisible()


def test_a_cue_that_was_sent_while_it_was_closed_is_there_when_it_opens(
    anchoring: Anchoring, playing: FakeLine, acts: FakeActs
) -> None:
    anchoring.close()
    playing.decide(SendCue(CueKind.FREE, "smile"))
    acts.settle()
    anchoring.show()
    assert anchoring.cues.isVisible()
