"""Without a window no Qt is imported: a headless console runs where there is none."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.consoles import CLONE, surroundings

LOOK = """
import sys
from console.__main__ import main
code = main(sys.argv[1:])
found = {name.partition(".")[0] for name in sys.modules}
print("imported:", *sorted(found & {"PySide6", "shiboken6", "qasync"}))
sys.exit(code)
"""
REHEARSAL = ("rehearse", "--headless", "--show", "{}/show.cuedesk", "--minutes", "1", "--speed", "1000")


@pytest.mark.parametrize(
    "arguments",
    [
        REHEARSAL,
        ("import", "products", "{}/goods.csv", "--show", "{}/other.cuedesk", "--currency", "EUR"),
        ("stock", "{}/studio.cuedesk"),
        ("verify", "{}/studio.cuedesk"),
        ("backup", "{}/studio.cuedesk", "{}/kept.cuedesk"),
        ("restore", "{}/studio.cuedesk", "{}/again.cuedesk"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_nothing_of_qt_is_imported(arguments: tuple[str, ...], studio: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOOK, *(each.replace("{}", str(studio.parent)) for each in arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=CLONE,
        env=surroundings(studio.parent, {}),
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1] == "imported:"


def test_nothing_of_qt_is_imported_by_the_doctor(studio: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOOK, "doctor", str(studio)],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=CLONE,
        env=surroundings(studio.parent, {}),
        check=False,
    )
    assert ran.stderr == ""
    assert ran.stdout.splitlines()[-1] == "imported:"
    assert "window" in ran.stdout


def test_nothing_of_qt_is_imported_by_a_live_run(studio: Path) -> None:
    run = [sys.executable, "-c", LOOK, "run", "--headless", "--show", str(studio), "--chat"]
    with socket.create_server(("127.0.0.1", 0)) as room:
        run.append(f"irc+ws://127.0.0.1:{room.getsockname()[1]}/#room")
        console = subprocess.Popen(
            run,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=CLONE,
            env=surroundings(studio.parent, {}),
        )
        room.settimeout(30)
        room.accept()[0].close()
        console.terminate()
        out, err = console.communicate(timeout=30)
    assert (console.returncode, out.splitlines(), err) == (0, ["imported:"], "")
