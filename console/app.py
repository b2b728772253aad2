"""The program with a window: shows a file, then starts its engine, waits for the close, closes all in reverse."""

from __future__ import annotations

import gc
import getpass
import platform
import sys
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from console.domain.actors import Actor, Role
from console.errors import CuedeskError
from console.glance import glance
from console.preferences import (
    Preferences,
    layouts_file,
    opened,
    preferences_file,
    read_preferences,
    write_preferences,
)
from console.settings import pictures_folder, resources
from console.wanted import Wanted

# isort: split
# PySide6 reads the source of every module that is imported after it, so what does not know Qt comes before.
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from console.ui.bridge import Bridge
from console.ui.console_view import ConsoleView
from console.ui.deeds import Deeds
from console.ui.faults import Faults
from console.ui.first_paint import show_painted
from console.ui.layout.desktop import put_back
from console.ui.layout.memory import Memory
from console.ui.live_preferences import LivePreferences
from console.ui.looking import calm_of, theme_of
from console.ui.pictures.pictures import PicturePlaces
from console.ui.stage import Stage
from console.ui.style.apply import apply_ground, apply_sheet, apply_style
from console.ui.style.look import LiveLook
from console.ui.tidying import Tidying

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from console.engine import Engine
    from console.engine_thread import EngineThread

NAME = "Cuedesk"
PREPARE_MS = 500

T = TypeVar("T")


def run_window(wanted: Wanted | None) -> int:
    """Open the window on a file, or on the start page. Returns the exit code. Raises CuedeskError for a bad file.

    What there is when the window is painted stays, so the collector of garbage need not look at it any more.
    """
    app = application()
    preferences = LivePreferences(read_preferences(preferences_file()))
    chosen = preferences.value
    style = apply_ground(app, theme_of(chosen), chosen.text, calm=calm_of(chosen, wished=False))
    look = LiveLook(style)
    memory = Memory(layouts_file())
    stage = Stage(look, preferences)
    put_back(stage, memory)
    first = Session(stage, look, wanted, memory) if wanted else None
    apply_sheet(app, style)
    show_painted(stage)
    gc.freeze()
    tidying, faults = Tidying(stage), Faults(stage.tell_fault)
    if first is not None:
        first.start()
    try:
        played(app, Program(stage, look, preferences, memory).run(first))
    finally:
        tidying.close()
        faults.close()
    return 0


def played(app: QApplication, work: Coroutine[Any, Any, T]) -> T:
    """Run something that awaits on the window's own loop, to its end."""
    from qasync import QEventLoop  # noqa: PLC0415 - the window is painted first; it must come after PySide6

    with QEventLoop(app) as loop:
        result: T = loop.run_until_complete(work)
    return result


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

    def __init__(self, stage: Stage, look: LiveLook, preferences: LivePreferences, memory: Memory) -> None:
        self._stage = stage
        self._look = look
        self._preferences = preferences
        self._memory = memory
        self._calm_wished = False
        preferences.changed.connect(self._prefer)
        application().styleHints().colorSchemeChanged.connect(self._dress)
        QTimer.singleShot(0, stage, self._ask_system)

    def _prefer(self, before: Preferences, now: Preferences) -> None:
        """Look as the person prefers, now and next time."""
        if (before.theme, before.text, before.motion) != (now.theme, now.text, now.motion):
            self._dress()
        try:
            write_preferences(preferences_file(), now)
        except OSError as error:
            self._stage.tell_unkept(str(error.strerror or error))

    def _dress(self) -> None:
        chosen = self._preferences.value
        calm = calm_of(chosen, wished=self._calm_wished)
        self._look.set_value(apply_style(application(), theme_of(chosen), chosen.text, calm=calm))

    def _ask_system(self) -> None:
        """Learn, once the window is painted, whether the system's user wishes for less motion."""
        from console.ui.style.motion import calm_wished  # noqa: PLC0415 - the first paint does not wait for it

        self._calm_wished = calm_wished()
        if self._calm_wished:
            self._dress()

    async def run(self, first: Session | None) -> None:
        """Play sessions until the window is closed. Raises CuedeskError if the first one's file is bad."""
        if first is not None:
            await first.run(self._remember)
        while not self._stage.closed:
            chosen = await self._choose()
            if chosen is None:
                return
            try:
                await Session(self._stage, self._look, chosen, self._memory).run(self._remember)
            except CuedeskError as error:
                self._stage.tell(error.title, error.next_step)

    async def _choose(self) -> Wanted | None:
        """Let the person choose on the start page; None if the window is closed instead."""
        import asyncio  # noqa: PLC0415 - the first paint does not wait for it

        from console.starting import StartChoice  # noqa: PLC0415 - not needed where a file was named

        choice = StartChoice(self._look, self._preferences.value)
        self._stage.set_page(choice.page)
        closing = asyncio.ensure_future(self._stage.until_closed())
        choosing = asyncio.ensure_future(choice.made())
        done, rest = await asyncio.wait({closing, choosing}, return_when=asyncio.FIRST_COMPLETED)
        for task in rest:
            task.cancel()
        return choosing.result() if choosing in done else None

    def _remember(self, path: Path, title: str) -> None:
        remembered = opened(self._preferences.value, path.absolute(), title or path.stem, datetime.now(UTC))
        self._preferences.set_value(remembered)


class Session:
    """One file in the window. Made, it shows what a glance at the file sees; started, it has its engine."""

    def __init__(self, stage: Stage, look: LiveLook, wanted: Wanted, memory: Memory) -> None:
        self._stage = stage
        self._wanted = wanted
        self._engine: EngineThread | None = None
        self._bridge = Bridge(None, actor())
        self._deeds = Deeds(self._bridge, stage.notices)
        pictures = picture_places(wanted.path)
        self._view = ConsoleView(self._deeds, look, self._now, pictures, stage.keymap, memory=memory)
        stage.set_console(self._view)
        if seen := glance(wanted.path):
            self._bridge.begin(seen)

    def _now(self) -> datetime:
        """The present by the engine's clock; until it has one, not before what the file has seen."""
        return self._engine.now() if self._engine else max(datetime.now(UTC), self._bridge.show.last_time)

    def start(self) -> EngineThread:
        """Start the engine in the background. Called once."""
        from console.engine_thread import EngineThread  # noqa: PLC0415 - asyncio, which no first paint waits for

        engine = self._engine = EngineThread(lambda: made(self._wanted))
        self._bridge.connect_line(engine)
        engine.start()
        QTimer.singleShot(PREPARE_MS, self._view, self._view.prepare)
        return engine

    async def run(self, ready: Callable[[Path, str], None]) -> None:
        """Run until the window is closed, and close all. `ready` hears the file and the title of its show.

        Raises CuedeskError if the file cannot be used.
        """
        import asyncio  # noqa: PLC0415 - as above

        engine = self._engine or self.start()
        async with AsyncExitStack() as closing:
            closing.push_async_callback(asyncio.to_thread, engine.close)
            closing.push_async_callback(self._deeds.close)
            closing.callback(self._view.close_down)
            await engine.until_open()
            self._stage.tell_opened()
            ready(self._wanted.path, self._bridge.show.title)
            await self._stage.until_closed()


def made(wanted: Wanted) -> Engine:
    """The engine for a file, made on its own thread."""
    from console.engine import Engine  # noqa: PLC0415 - slow to import
    from console.log import log_failure  # noqa: PLC0415

    return Engine(wanted.path, wanted.make_setup(), log_failure)


def picture_places(path: Path) -> PicturePlaces:
    """Where the pictures of a file's products are: beside it, among the sample's, or fetched."""
    return PicturePlaces((path.absolute().parent, resources() / "sample" / "pictures"), pictures_folder())


def actor() -> Actor:
    """Whoever sits at this computer, as its operator."""
    return Actor(getpass.getuser(), Role.OPERATOR, platform.node())
