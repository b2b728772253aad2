"""A claim by hand, for a line of the chat or a gap in it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.actors import Actor, Role
from console.domain.changes import ChatHeard, Entry, HeardLine
from console.domain.chat import ChatGap
from console.domain.claims.reading import Asked
from console.domain.commands import ClaimByHand
from console.ui.claims.by_hand import ByHandDrawer
from console.ui.style.look import LiveLook
from tests.domain.claiming import TWITCH, line_of
from tests.ui.claims.conftest import MUG
from tests.ui.conftest import EVENING, FakeActs, FakeLine
from tests.ui.whole import Whole

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints
VIEWER = Actor("", Role.VIEWER)


@pytest.fixture
def whole(qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> Whole:
    made = Whole(qtbot, line, acts, look)
    gap = ChatGap(TWITCH, EVENING, EVENING + timedelta(seconds=42))
    heard = ChatHeard((HeardLine(line_of("m1", "u1", name="Mia"), 1), gap))
    line.tell(Entry(heard, line.now, VIEWER, ""))
    acts.settle()
    return made


def drawer(whole: Whole) -> ByHandDrawer:
    found = whole.view.findChild(ByHandDrawer)
    assert isinstance(found, ByHandDrawer)
    assert found.isVisible()
    return found


def activate(whole: Whole, row: int) -> None:
    view = whole.view.chat.view
    view.setFocus()
    view._hold(row)
    QTest.keyClick(view, Qt.Key.Key_Return)


def test_return_on_a_line_claims_for_who_said_it(whole: Whole) -> None:
    activate(whole, 0)
    page = drawer(whole)
    assert (page.name.text(), page.name.isReadOnly()) == ("Mia", True)
    page.items.setText(f"{MUG} 2")
    QTest.keyClick(page.items, Qt.Key.Key_Return)
    assert whole.line.asked == [ClaimByHand("twitch/u1", (Asked(MUG, 2),), TWITCH, "Mia")]
    assert not page.isVisible()


def test_return_on_a_gap_asks_who_and_what_and_tells_its_length(whole: Whole) -> None:
    activate(whole, 1)
    page = drawer(whole)
    assert "42 s" in page._about.text()
    assert not page.name.isReadOnly()
    page.name.setText("Tom")
    page.items.setText(MUG)
    page.claim.click()
    assert whole.line.asked == [ClaimByHand("hand/Tom", (Asked(MUG, 1),), TWITCH, "Tom")]


def test_what_cannot_be_read_is_told_and_nothing_is_asked(whole: Whole) -> None:
    activate(whole, 1)
    page = drawer(whole)
    page.claim.click()
    assert "who" in page._wrong.value
    page.name.setText("Tom")
    page.items.setText("NOTHING 3")
    page.claim.click()
    assert "NOTHING 3" in page._wrong.value
    assert whole.line.asked == []
