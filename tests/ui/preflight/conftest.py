"""A list before going live over a desk of the test's own."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from console.ui.preflight.drawer import PreflightDrawer
from console.ui.standings import Standings
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, FakeLine


@pytest.fixture
def standings(line: FakeLine, acts: FakeActs) -> Standings:
    """How things stand, as that desk tells it."""
    return Standings(acts.bridge, line.clock)


@pytest.fixture
def drawer(qtbot: QtBot, acts: FakeActs, standings: Standings, look: LiveLook) -> Iterator[PreflightDrawer]:
    """The list, visible and with the keyboard."""
    made = PreflightDrawer(acts, standings, look)
    qtbot.addWidget(made)
    made.resize(560, 700)
    acts.settle()
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    yield made
    made.hide()
