"""The script as it is read in the main window."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from console.ui.rundown.script_view import ScriptView
from console.ui.style.look import LiveLook
from console.ui.words.script import Written


@pytest.fixture
def view(qtbot: QtBot, look: LiveLook) -> ScriptView:
    made = ScriptView(look)
    qtbot.addWidget(made)
    return made


def struck(view: ScriptView) -> list[bool]:
    """Of each line whether its first letter is struck."""
    cursor = QTextCursor(view.document())
    told = []
    for number in range(view.document().blockCount()):
        cursor.setPosition(view.document().findBlockByNumber(number).position() + 1)
        told.append(cursor.charFormat().fontStrikeOut())
    return told


def test_a_line_is_struck_and_stands_again(view: ScriptView) -> None:
    view.set_value("a\nb", (Written("Only 3 left", why="2 left"), Written("It is soft")))
    assert struck(view) == [True, False]
    view.set_value("a\nb", (Written("Only 3 left"), Written("It is soft")))
    assert struck(view) == [False, False]


def test_nothing_of_the_next_script_is_struck_because_a_line_of_this_one_was(view: ScriptView) -> None:
    view.set_value("a", (Written("Only 3 left", why="2 left"),))
    view.set_value("b\nc")
    assert struck(view) == [False, False]
