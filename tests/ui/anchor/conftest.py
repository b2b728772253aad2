"""A prompter in a window driven a frame at a time, and an anchor's window over a running show."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.domain.commands import GoLive, SaveSegment, Take
from console.domain.rundown import Segment
from console.ui.anchor.anchoring import Anchoring
from console.ui.anchor.prompter import Prompter
from console.ui.console_view import ConsoleView
from console.ui.style.look import LiveLook
from console.ui.words.script import Written
from tests.ui.chat_view.stage import Paints
from tests.ui.conftest import NO_PICTURES, FakeActs, FakeLine

SCRIPT = "# The shirt\nHere she is: {price}, was {compare_at}.\nOnly 3 left.\n还有{stock}件。\n# Goodbye\nThank you."
FIVE = timedelta(minutes=5)


def lines(count: int) -> tuple[Written, ...]:
    """A script of lines of one to three rows."""
    return tuple(Written(f"{at}: " + "这件衬衫 fits well and falls softly " * (1 + at % 3)) for at in range(count))


class Film:
    """A prompter at an odd place of a window. `now` is its clock, in seconds."""

    def __init__(self, look: LiveLook) -> None:
        self.now = 100.0
        self.window = QWidget()
        self.window.resize(823, 517)
        self.prompter = Prompter(look, self.window, clock=lambda: self.now)
        self.prompter.set_unit(0.5)
        self.prompter.setGeometry(13, 7, 800, 500)
        self.paints = Paints()
        self.prompter.installEventFilter(self.paints)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window)
        self.show()

    def show(self) -> None:
        """Have painted what was asked to be."""
        QApplication.sendPostedEvents()
        QCoreApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))

    def run(self) -> None:
        """Let it go; frames come when a test says so."""
        self.prompter.run()
        self.prompter._timer.blockSignals(True)

    def frame(self, seconds: float = 1 / 60) -> None:
        """Let a frame go by."""
        self.now += seconds
        self.prompter.advance()
        self.show()

    def seen(self) -> QImage:
        """The pixels that the window holds, as they were copied and painted piece by piece."""
        return _plain(self.window.screen().grabWindow(self.window.winId()).toImage())

    def fresh(self) -> QImage:
        """The pixels of the same window painted as a whole."""
        return _plain(self.window.grab().toImage())

    def close(self) -> None:
        self.window.hide()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _plain(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def film(look: LiveLook) -> Iterator[Film]:
    made = Film(look)
    yield made
    made.close()


@pytest.fixture
def playing(line: FakeLine) -> FakeLine:
    """The sample shop on air with a segment about the shirt, and one after it."""
    shirt = line.show.products["linen-shirt"].id
    line.decide(SaveSegment(Segment("Shirts", FIVE, script=SCRIPT, products=(shirt,))))
    line.decide(SaveSegment(Segment("Goodbye", FIVE, script="Good night, everybody.")))
    line.decide(GoLive())
    line.decide(Take())
    line.asked.clear()
    return line


@pytest.fixture
def view(qtbot: QtBot, playing: FakeLine, acts: FakeActs, look: LiveLook) -> ConsoleView:
    """The console of that show."""
    made = ConsoleView(acts, look, playing.clock, NO_PICTURES)
    qtbot.addWidget(made)
    acts.settle()
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def anchoring(qtbot: QtBot, view: ConsoleView) -> Iterator[Anchoring]:
    """The anchor's window of that console, open, 1920 × 1080.

    This platform gives the keyboard to any window that is shown; that real ones do not is tried on one of them.
    """
    made = view.anchoring
    made.show()
    made.window.resize(1920, 1080)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    yield made
    made.close()


def enlarged(look: LiveLook, factor: float) -> None:
    """Enlarge the text."""
    look.set_value(replace(look._look, scale=replace(look.scale, factor=factor)))
