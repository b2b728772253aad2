"""A stock counter that has the keyboard, with the linen shirt pinned in a running show."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from console.domain.commands import GoLive, Pin
from console.ui.stock.panel import StockPanel
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, NoPictures


@pytest.fixture
def panel(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> StockPanel:
    acts.line.decide(GoLive())
    acts.line.decide(Pin(acts.line.show.queue[0].id))
    acts.line.asked.clear()
    acts.settle()
    made = StockPanel(acts, look, NoPictures(), acts.line.clock)
    qtbot.addWidget(made)
    made.resize(460, 800)
    for model in (made.body.table.variants, made.body.drawer.story):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show()
    made.activateWindow()
    made.body.table.setFocus()
    qtbot.waitUntil(made.body.table.hasFocus)
    return made
