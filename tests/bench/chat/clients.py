"""Chat clients to be flooded: the console, and HexChat where it is installed."""

import asyncio
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from console.desk.clock import SteadyClock
from console.desk.desk import Desk
from console.desk.store import Store
from console.domain.show import Purpose
from console.settings import resources
from console.setup import require
from console.setup_rehearsal import sample_show
from tests.bench.chat.flood import ROOM

CONF = """gui_slist_skip = 1
gui_join_dialog = 0
irc_nick1 = tester
irc_user_name = tester
text_max_lines = 20000
gui_win_width = 1600
gui_win_height = 900
text_font = Monospace 10
"""
SERVERS = """v=2.16.1

N=bench
E=UTF-8 (Unicode)
F=11
D=0
S=127.0.0.1/{port}
J={room}

"""


def environment_of(display: str, folder: Path) -> dict[str, str]:
    """The environment of a user with nothing set up."""
    kept = {
        name: value for name, value in os.environ.items() if name not in {"PYTHONDONTWRITEBYTECODE", "QT_QPA_PLATFORM"}
    }
    homes = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    return {**kept, **homes, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


async def made(path: Path) -> None:
    """Make a studio's file with the sample show, so that every panel has something to do."""
    store = Store(path)
    desk = Desk(store, await store.open(datetime.now(UTC), Purpose.LIVE), (), SteadyClock())
    desk.open()
    running = asyncio.ensure_future(desk.run())
    for command in sample_show(resources() / "sample"):
        await require(desk, command)
    running.cancel()
    await store.close()


async def console(
    port: int, environment: dict[str, str], path: Path, module: str = "console"
) -> "subprocess.Popen[str]":
    """Start the console on a file of its own."""
    await made(path)
    chat = f"irc+ws://127.0.0.1:{port}/{ROOM}"
    return started([sys.executable, "-m", module, "run", "--show", str(path), "--chat", chat], environment)


def hexchat(port: int, environment: dict[str, str], folder: Path) -> "subprocess.Popen[str]":
    """Start HexChat with as much memory for lines as the console has. As root it would stop and ask."""
    folder.mkdir()
    (folder / "hexchat.conf").write_text(CONF)
    (folder / "servlist.conf").write_text(SERVERS.format(port=port, room=ROOM))
    nobody = "nobody" if os.geteuid() == 0 else None
    for path in (folder.parents[1], folder.parent, folder, *folder.iterdir()) if nobody else ():
        path.chmod(0o777)
    return started(["hexchat", "-d", str(folder)], {**environment, "NO_AT_BRIDGE": "1", "HOME": str(folder)}, nobody)


def has_hexchat() -> bool:
    """Whether HexChat is here."""
    return shutil.which("hexchat") is not None


def started(command: list[str], environment: dict[str, str], user: str | None = None) -> "subprocess.Popen[str]":
    """Start a program whose standard streams are ours."""
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, env=environment, user=user, stdin=pipe, stdout=pipe, stderr=nowhere, text=True)
