"""The program with a window: starts engine and window, waits for the close, closes them in reverse."""

import asyncio
import getpass
import platform
import sys
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from console.domain.actors import Actor, Role
from console.engine_thread import EngineThread
from console.errors import CuedeskError
from console.preferences import Preferences, opened, preferences_file, read_preferences, write_preferences
from console.settings import resources
from console.ui.bridge import Bridge
from console.ui.console_view import ConsoleView
from console.ui.deeds import Deeds
from console.ui.stage import Stage
from console.ui.style.apply import apply_style
from console.ui.style.look import LiveLook
from console.ui.style.palette import Theme
from console.wanted import Wanted

if TYPE_CHECKING:
    from console.engine import Engine

NAME = "Cuedesk"


def run_window(wanted: Wanted | None) -> int:
    """Open the window on a file, or on the start page. Returns the exit code. Raises CuedeskError for a bad file."""
    app = application()
    preferences = read_preferences(preferences_file())
    look = LiveLook(apply_style(app, Theme(preferences.theme), preferences.text, calm=preferences.calm))
    program = Program(Stage(look), look, preferences)
    program.stage.show()
    from qasync import QEventLoop  # noqa: PLC0415 - the window is painted first; it must come after PySide6

    with QEventLoop(app) as loop:
        loop.run_until_complete(program.run(wanted))
    return 0


def application() -> QApplication:
    """The one application, named for the system."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("a Qt application without windows is running")
    app.setApplicationName(NAME)
    app.setQuitOnLastWindowClosed(False)
    return app


class Program:
    """One window, and one session after another in it."""

    def __init__(self, stage: Stage, look: LiveLook, preferences: Preferences) -> None:
        self.stage = stage
        self._look = look
        self._preferences = preferences

    async def run(self, wanted: Wanted | None) -> None:
        """Play sessions until the window is closed. Raises CuedeskError if the file named at the start is bad."""
        if wanted is not None:
            await self.session(wanted)
        while not self.stage.closed:
            chosen = await self._choose()
            if chosen is None:
                return
            try:
                await self.session(chosen)
            except CuedeskError as error:
                self.stage.tell(error.title, error.next_step)

    async def _choose(self) -> Wanted | None:
        """Let the person choose on the start page; None if the window is closed instead."""
        from console.starting import StartChoice  # noqa: PLC0415 - not needed where a file was named

        choice = StartChoice(self._look, self._preferences)
        self.stage.set_page(choice.page)
        closing = asyncio.ensure_future(self.stage.until_closed())
        choosing = asyncio.ensure_future(choice.made())
        done, rest = await asyncio.wait({closing, choosing}, return_when=asyncio.FIRST_COMPLETED)
        for task in rest:
            task.cancel()
        return choosing.result() if choosing in done else None

    async def session(self, wanted: Wanted) -> None:
        """Run one file until its window is closed. Raises CuedeskError if it cannot be used."""
        async with AsyncExitStack() as closing:
            thread = EngineThread(lambda: made(wanted))
            closing.push_async_callback(asyncio.to_thread, thread.close)
            thread.start()
            bridge = Bridge(thread, actor())
            deeds = Deeds(bridge, self.stage.notices)
            closing.push_async_callback(deeds.close)
            view = ConsoleView(deeds, self._look, thread.now, resources() / "sample" / "pictures")
            closing.callback(view.close_down)
            self.stage.set_console(view)
            await thread.until_open()
            self._remember(wanted.path, bridge)
            await self.stage.until_closed()

    def _remember(self, path: Path, bridge: Bridge) -> None:
        title = bridge.show.title or path.stem
        self._preferences = opened(self._preferences, path.absolute(), title, datetime.now(UTC))
        write_preferences(preferences_file(), self._preferences)


def made(wanted: Wanted) -> "Engine":
    """The engine for a file, made on its own thread."""
    from console.engine import Engine  # noqa: PLC0415 - slow to import
    from console.log import log_failure  # noqa: PLC0415

    return Engine(wanted.path, wanted.make_setup(), log_failure)


def actor() -> Actor:
    """Whoever sits at this computer, as its operator."""
    return Actor(getpass.getuser(), Role.OPERATOR, platform.node())
