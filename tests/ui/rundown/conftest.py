"""A rundown panel on a desk that plans the sample show."""

from collections.abc import Iterator
from datetime import UTC

import pytest
from pytestqt.qtbot import QtBot

from console.domain.commands import ImportRundown
from console.ui.rundown.panel import RundownPanel
from console.ui.style.look import LiveLook
from tests.ui.conftest import EVENING, SAMPLE, FakeActs, FakeLine


@pytest.fixture
def planned(line: FakeLine) -> FakeLine:
    """The desk with the sample rundown."""
    rundown = line.read_rundown(SAMPLE / "rundown.csv").result()
    line.decide(ImportRundown(rundown.name, rundown.digest, rundown.segments))
    line.asked.clear()
    return line


@pytest.fixture
def panel(qtbot: QtBot, planned: FakeLine, acts: FakeActs, look: LiveLook) -> Iterator[RundownPanel]:
    """The panel, visible and with the keyboard in its list."""

    def fingers() -> float:
        return (planned.now - EVENING).total_seconds()

    acts.settle()
    made = RundownPanel(acts, look, planned.clock, zone=UTC, fingers=fingers)
    qtbot.addWidget(made)
    made.resize(320, 620)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.segments.setFocus()
    acts.settle()
    yield made
    made.hide()
