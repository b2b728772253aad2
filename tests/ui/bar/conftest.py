"""A bar over a desk with the sample show."""

from collections.abc import Iterator
from datetime import UTC

import pytest
from pytestqt.qtbot import QtBot

from console.domain.commands import ImportRundown
from console.ui.bar.bar import Bar
from console.ui.style.look import LiveLook
from tests.ui.conftest import SAMPLE, FakeActs, FakeLine


@pytest.fixture
def bar(qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> Iterator[Bar]:
    """The bar, visible, 1366 pixels wide."""
    rundown = line.read_rundown(SAMPLE / "rundown.csv").result()
    line.decide(ImportRundown(rundown.name, rundown.digest, rundown.segments))
    line.asked.clear()
    acts.settle()
    made = Bar(acts, look, line.clock, zone=UTC)
    qtbot.addWidget(made)
    made.resize(1366, 56)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.hide()
