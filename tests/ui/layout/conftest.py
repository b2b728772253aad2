"""The whole window, as a person finds it, and screens that a test may take away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.ui.console_view import ConsoleView
from console.ui.layout import places as places_module
from console.ui.layout import windows as windows_module
from console.ui.layout.memory import Memory
from console.ui.layout.values import Frame, PanelName
from console.ui.layout.window import PanelWindow
from console.ui.stage import Stage
from console.ui.style.look import LiveLook
from tests.ui.conftest import NO_PICTURES, FakeActs, FakeLine
from tests.ui.whole import running

TWO = (Frame(0, 0, 1920, 1080), Frame(1920, 0, 1366, 768))
"""What a studio has: a screen for the operator, another for the chat."""


class Desktop:
    """The screens that the program is told of."""

    def __init__(self) -> None:
        self.screens: tuple[Frame, ...] = TWO

    def __call__(self) -> tuple[Frame, ...]:
        return self.screens


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """Two screens side by side."""
    desktop = Desktop()
    for module in (places_module, windows_module):
        monkeypatch.setattr(module, "screens_now", desktop)
    return desktop


class Console:
    """One window, opened and closed as often as a test wants; what it remembers is in a file."""

    def __init__(self, qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook, path: Path) -> None:
        self.qtbot, self.line, self.acts, self.look, self.path = qtbot, running(line), acts, look, path
        self.open()

    def open(self, width: int = 1600) -> None:
        """Start the program."""
        self.stage = Stage(self.look)
        self.view = ConsoleView(self.acts, self.look, self.line.clock, NO_PICTURES, memory=Memory(self.path))
        self.places, self.arrangement = self.view.places, self.view.places.arrangement
        self.panels = {name: getattr(self.view, name.value) for name in PanelName}
        self.stage.set_console(self.view)
        self.qtbot.addWidget(self.stage)
        self.stage.resize(width, 900)
        self.stage.show()
        self.qtbot.waitExposed(self.stage)
        self.stage.activateWindow()
        self.acts.settle()
        self.qtbot.waitUntil(lambda: self.arrangement.windows is not None)
        self.qtbot.waitUntil(lambda: any(panel.focused for panel in self.panels.values()))

    def close(self) -> None:
        """End the program."""
        self.view.close_down()
        self.stage.hide()

    def again(self) -> None:
        """End it and start it again."""
        self.close()
        self.open()

    def do(self, name: str) -> None:
        """Trigger the act of this name."""
        next(action for action in self.places.keys.all() if action.objectName() == name).trigger()

    def window(self, name: PanelName) -> PanelWindow:
        """The window in which a panel floats."""
        window = self.panels[name].window()
        assert isinstance(window, PanelWindow)
        return window

    def columns(self) -> tuple[tuple[PanelName, ...], ...]:
        """The panels by column."""
        return self.places.room.columns.columns


@pytest.fixture
def console(
    qtbot: QtBot,
    line: FakeLine,
    acts: FakeActs,
    look: LiveLook,
    tmp_path: Path,
    desktop: Desktop,  # noqa: ARG001 - before the first window
) -> Iterator[Console]:
    """The window of a running show."""
    console = Console(qtbot, line, acts, look, tmp_path / "layouts.json")
    yield console
    console.close()
    QApplication.processEvents()
