"""Qt is imported without the helpers that only the words of errors need, and they come when they are needed."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from console.ui import quick_qt

ROOT = Path(__file__).parents[2]
WRONG_CALLS = """
import sys
if sys.argv[1] == "quick":
    from console.ui.quick_qt import prepare
    prepare()
from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QColor

print("shibokensupport.signature.parser" in sys.modules, file=sys.stderr)

def told(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

class Own(QObject):
    pass

told(lambda: QPoint("a", "b"))
told(lambda: QPoint(1, 2, 3, 4))
told(lambda: QColor().setRed("much"))
told(lambda: QObject(nothing=1))
told(lambda: Own(objectName=3))
told(lambda: Own().setObjectName())
told(lambda: QTimer.singleShot.__doc__)
told(lambda: QObject().parent().parent())
from shibokensupport.signature import get_signature
told(lambda: get_signature(QPoint.setX))
import PySide6.QtWidgets
told(lambda: PySide6.QtWidgets.QWidget.setFocus(1))
"""


async def words_of(how: str) -> tuple[str, str]:
    """What wrong calls say, and whether the helpers were there before the first one."""
    run = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", WRONG_CALLS, how),
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, errors = await asyncio.wait_for(run.communicate(), 60)
    assert run.returncode == 0, errors.decode()
    return out.decode(), errors.decode().strip()


async def test_wrong_calls_say_what_they_say_with_qts_own_helpers() -> None:
    quick, usual = await asyncio.gather(words_of("quick"), words_of("usual"))
    assert quick[0] == usual[0]
    assert "Supported signatures" in quick[0]
    assert (quick[1], usual[1]) == ("False", "True")


def test_another_version_of_qt_is_imported_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "shiboken6")
    monkeypatch.setattr(quick_qt, "TRIED", '__version__ = "5.0.')
    quick_qt.prepare()
    assert "shiboken6" not in sys.modules


def test_qt_that_is_there_already_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    there = ModuleType("shiboken6")
    monkeypatch.setitem(sys.modules, "shiboken6", there)
    quick_qt.prepare()
    assert sys.modules["shiboken6"] is there
