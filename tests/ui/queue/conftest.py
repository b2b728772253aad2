"""A queue panel that has the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from console.ui.pictures.pictures import PicturePlaces, Pictures
from console.ui.queue.panel import QueuePanel
from console.ui.style.look import LiveLook
from tests.ui.conftest import SAMPLE, FakeActs


def nobody(_: str) -> None:
    """There is no engine to fetch anything."""


@pytest.fixture
def pictures() -> Iterator[Pictures]:
    made = Pictures(PicturePlaces((SAMPLE / "pictures",), SAMPLE), nobody)
    yield made
    made.close()


@pytest.fixture
def panel(qtbot: QtBot, acts: FakeActs, look: LiveLook, pictures: Pictures) -> Iterator[QueuePanel]:
    made = QueuePanel(acts, look, pictures, acts.line.clock)
    qtbot.addWidget(made)
    made.resize(360, 640)
    QAbstractItemModelTester(made.view.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    acts.settle()
    made.show()
    made.activateWindow()
    made.view.setFocus()
    qtbot.waitUntil(made.view.hasFocus)
    yield made
    made.hide()  # it must not be painted once its pictures are gone
