"""Rendering the window, its panels and its layouts in a state, a size, a theme and a size of text."""

import asyncio
import os
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import msgspec

from console.app import actor, application, picture_places, played
from console.engine import Engine
from console.engine_thread import EngineThread
from console.log import log_failure
from console.preferences import Preferences
from console.shots.states import Pictured, State
from console.starting import StartChoice
from console.ui.bridge import Bridge
from console.ui.console_view import ConsoleView
from console.ui.deeds import Deeds
from console.ui.grabbing import Shots, grabbed, keep, layouts_of, parts_of, speak
from console.ui.stage import Stage
from console.ui.style.apply import apply_style
from console.ui.style.look import LiveLook
from console.ui.style.palette import Theme


class Sight(msgspec.Struct, frozen=True):
    """How the window is seen: its size in pixels, the theme, the language of numbers, how much larger text is."""

    size: tuple[int, int] = (1920, 1080)
    theme: str = "dark"
    language: str = "en"
    text: float = 1.0

    def name(self, shot: str) -> str:
        """The name of a picture of it."""
        larger = "" if self.text == 1 else f"-{round(self.text * 100)}"
        return f"{shot}-{self.size[0]}x{self.size[1]}-{self.theme}-{self.language}{larger}.png"


def shots(folder: Path, sight: Sight, state: State) -> list[Path]:
    """Render the window and its panels into a folder. Returns the pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    speak(sight.language)
    app = application()
    look = LiveLook(apply_style(app, Theme(sight.theme), sight.text, calm=True))
    folder.mkdir(parents=True, exist_ok=True)
    states = (State.NORMAL, State.EMPTY) if state is State.NORMAL else (state,)
    with tempfile.TemporaryDirectory() as place:
        shows = [Pictured(each, Path(place) / f"{each}.cuedesk") for each in states]
        taken = played(app, render(look, sight.size, shows))
    return [keep(image, folder / sight.name(shot)) for shot, image in taken]


async def render(look: LiveLook, size: tuple[int, int], shows: Sequence[Pictured]) -> Shots:
    """The start page, then the window on each show: of the first also every panel, drawer and layout."""
    taken = await start_page(look, size)
    for at, show in enumerate(shows):
        taken += await console(look, size, show, details=at == 0)
    return taken


async def start_page(look: LiveLook, size: tuple[int, int]) -> Shots:
    """The page that a newcomer sees."""
    stage = Stage(look)
    stage.set_page(StartChoice(look, Preferences()).page)
    image = await grabbed(stage, size)
    stage.hide()
    return [("start", image)]


async def console(look: LiveLook, size: tuple[int, int], show: Pictured, *, details: bool) -> Shots:
    """The window on a show; with `details`, each panel, drawer and layout as well."""
    async with AsyncExitStack() as closing:
        thread = EngineThread(lambda: Engine(show.path, show.setup, log_failure))
        closing.push_async_callback(asyncio.to_thread, thread.close)
        thread.start()
        stage = Stage(look)
        deeds = Deeds(Bridge(thread, actor()), stage.notices)
        closing.push_async_callback(deeds.close)
        view = ConsoleView(deeds, look, thread.now, picture_places(show.path), stage.keymap)
        closing.callback(stage.hide)
        closing.callback(view.close_down)
        stage.set_console(view)
        await thread.until_open()
        await asyncio.sleep(show.lasting)
        taken = [("window", await grabbed(stage, size))]
        if details:
            taken += [*await parts_of(stage, view, size), *await layouts_of(stage, view, size)]
        return [(f"{show.prefix}{name}", image) for name, image in taken]
