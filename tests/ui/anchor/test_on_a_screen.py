"""On a real X server, the anchor's window leaves the keyboard where it is, however it is opened, filled or clicked."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TOOLS = ("Xvfb", "xvfb-run", "xdotool")
PROGRAM = """
import sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from console.preferences import Monitor
from console.ui.anchor.window import AnchorWindow
from console.ui.style.apply import apply_style
from console.ui.style.look import LiveLook
from console.ui.style.palette import Theme
import subprocess

app = QApplication(sys.argv)
main = QLineEdit()
main.show()
QTest.qWaitForWindowExposed(main)
subprocess.run(["xdotool", "windowfocus", "--sync", str(int(main.winId()))], check=True)
QTest.qWait(200)

def typed(letters):
    subprocess.run(["xdotool", "key", *letters], check=True)
    QTest.qWait(200)

typed("ab")
anchor = AnchorWindow(LiveLook(apply_style(app, Theme.DARK)))
anchor.set_monitor(Monitor())
anchor.put_on(app.primaryScreen(), windowed=True)
anchor.show()
QTest.qWaitForWindowExposed(anchor)
typed("cd")
at = anchor.mapToGlobal(anchor.rect().center())
subprocess.run(["xdotool", "mousemove", str(at.x()), str(at.y()), "click", "1"], check=True)
typed("ef")
anchor.put_on(app.primaryScreen(), windowed=False)
QTest.qWait(200)
typed("gh")
print(main.text(), main.isActiveWindow(), anchor.isActiveWindow())
"""


@pytest.mark.skipif(any(shutil.which(tool) is None for tool in TOOLS), reason="needs Xvfb and xdotool")
def test_what_is_typed_goes_on_to_the_main_window() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    command = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", sys.executable, "-c", PROGRAM]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=90, check=False)
    if "xcb" in ran.stderr and ran.returncode:
        pytest.skip("Qt's libraries for X are missing")
    assert ran.stdout.splitlines()[-1:] == ["abcdefgh True False"], ran.stderr
