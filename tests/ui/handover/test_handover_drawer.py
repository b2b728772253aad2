"""The hand-over brief in the window: it is up to date, and one key copies it."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.commands import GoLive, OpenIncident
from console.domain.incidents import IncidentKind
from console.ui.handover.drawer import HandoverDrawer
from console.ui.style.look import LiveLook
from tests.domain.goods import NOON
from tests.ui.conftest import FakeActs, FakeLine


def noon() -> datetime:
    return NOON


@pytest.fixture
def drawer(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> Iterator[HandoverDrawer]:
    made = HandoverDrawer(acts, look, noon)
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    acts.settle()
    yield made
    made.hide()


def test_what_begins_while_it_is_open_is_told(drawer: HandoverDrawer, line: FakeLine, acts: FakeActs) -> None:
    assert "Trolls" not in drawer.brief.toPlainText()
    line.decide(GoLive())
    line.decide(OpenIncident(IncidentKind.TROLLS))
    acts.settle()
    drawer._tick.timeout.emit()
    assert "Trolls in the chat, since " in drawer.brief.toPlainText()


def test_one_key_copies_the_brief_as_text(drawer: HandoverDrawer) -> None:
    drawer.brief.setFocus()
    QTest.keyClick(drawer.brief, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == drawer.brief.toPlainText()
    assert drawer.brief.toPlainText().startswith("On air")
