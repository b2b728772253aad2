"""Pictures of the window, rendered without a screen from a real rehearsal."""

import asyncio
import os
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path

from console.app import actor, application, picture_places, played
from console.desk.desk import Desk
from console.desk.ports import Clock, Part
from console.desk.store import Store
from console.domain.chat import SourceState, SourceStatus
from console.domain.connections import Connection, ShopState, ShopStatus
from console.domain.secret import Secret
from console.domain.show import Purpose
from console.domain.trials import TrialFailed, Verdict
from console.engine import Engine
from console.engine_thread import EngineThread
from console.errors import CuedeskError
from console.headless import run_headless
from console.log import log_failure
from console.preferences import Preferences
from console.settings import resources
from console.setup_rehearsal import Rehearsal, Wishes
from console.starting import StartChoice
from console.ui.bridge import Bridge
from console.ui.console_view import ConsoleView
from console.ui.deeds import Deeds
from console.ui.grabbing import Shots, grabbed, keep, parts_of, speak
from console.ui.stage import Stage
from console.ui.style.apply import apply_style
from console.ui.style.look import LiveLook
from console.ui.style.palette import Theme

MINUTES, SEED, SPEED = 17, 7, 500.0
SINCE = timedelta(seconds=21)


class StillClock:
    """A clock that stands."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        """The instant at which it stands."""
        return self._at

    async def sleep(self, seconds: float) -> None:
        """Wait on the wall's clock: this one will not move."""
        await asyncio.sleep(seconds)


class Still:
    """A show of which nothing moves any more. A new file stays empty."""

    purpose = Purpose.REHEARSAL
    create = True

    def clock(self, last: datetime) -> Clock:
        """A clock that stands shortly after the last thing that happened."""
        return StillClock(last + SINCE)

    async def prepare(self, desk: Desk) -> None:
        """Leave the show as it is; its surroundings stand as they did a moment ago."""
        for source in sorted({heard.line.source for heard in desk.copy().chat}):
            desk.report(SourceStatus(source, SourceState.LISTENING, desk.show.last_time))
        for shop in desk.show.linked:
            desk.report(ShopStatus(shop, ShopState.READY))

    def parts(self, desk: Desk, store: Store) -> Sequence[Part]:  # noqa: ARG002 - the setup's shape
        """Nothing around it."""
        return ()

    async def try_out(self, desk: Desk, connection: Connection, secret: Secret | None) -> Verdict:  # noqa: ARG002 - as above
        """Nothing to try."""
        return TrialFailed("This is a picture.", "")

    async def picture(self, address: str) -> Path:  # noqa: ARG002 - as above
        """Nothing to fetch."""
        raise CuedeskError("This is a picture.", "")

    async def keep_secret(self, connection: Connection, secret: Secret) -> None:
        """Keep nothing."""


def shots(folder: Path, size: tuple[int, int], theme: str, language: str) -> list[Path]:
    """Render the window and its panels into a folder. Returns the pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    speak(language)
    app = application()
    look = LiveLook(apply_style(app, Theme(theme), calm=True))
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{size[0]}x{size[1]}-{theme}-{language}"
    with tempfile.TemporaryDirectory() as place:
        rehearsed = rehearse(Path(place) / "show.cuedesk")
        taken = played(app, render(look, size, rehearsed, Path(place) / "empty.cuedesk"))
    return [keep(image, folder / f"{shot}-{name}.png") for shot, image in taken]


async def render(look: LiveLook, size: tuple[int, int], rehearsed: Path, empty: Path) -> Shots:
    """The start page, the window on a rehearsal with each panel and drawer, and the window on an empty file."""
    return [
        *await start_page(look, size),
        *await console(look, size, rehearsed, "window", details=True),
        *await console(look, size, empty, "empty", details=False),
    ]


async def start_page(look: LiveLook, size: tuple[int, int]) -> Shots:
    """The page that a newcomer sees."""
    stage = Stage(look)
    stage.set_page(StartChoice(look, Preferences()).page)
    image = await grabbed(stage, size)
    stage.hide()
    return [("start", image)]


async def console(look: LiveLook, size: tuple[int, int], path: Path, name: str, *, details: bool) -> Shots:
    """The window on a file; with `details`, each panel and drawer as well."""
    async with AsyncExitStack() as closing:
        thread = EngineThread(lambda: Engine(path, Still(), log_failure))
        closing.push_async_callback(asyncio.to_thread, thread.close)
        thread.start()
        stage = Stage(look)
        deeds = Deeds(Bridge(thread, actor()), stage.notices)
        closing.push_async_callback(deeds.close)
        view = ConsoleView(deeds, look, thread.now, picture_places(path))
        closing.callback(stage.hide)
        closing.callback(view.close_down)
        stage.set_console(view)
        await thread.until_open()
        taken = [(name, await grabbed(stage, size))]
        return [*taken, *(await parts_of(stage, view, size) if details else [])]


def rehearse(path: Path) -> Path:
    """Play some minutes of the sample show and leave it running."""
    stop = asyncio.Event()
    wishes = Wishes(SPEED, SEED, MINUTES, by_itself=True)
    run_headless(path, Rehearsal(resources() / "sample", wishes, stop.set), stop)
    return path
