import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console.ui.keys.group import KeyGroup, KeyRow
from console.ui.keys.sheet import KeysSheet
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_label import PlainLabel


class Stage:
    """A window with a field and a sheet over it."""

    def __init__(self, look: LiveLook) -> None:
        self.window = QWidget()
        self.window.resize(1000, 600)
        self.field = QLineEdit(self.window)
        self.sheet = KeysSheet(look, self.window)
        self.groups = [
            KeyGroup("Queue", [self.action("Pin", "P"), self.action("Move to the top", "Ctrl+Home")]),
            KeyGroup("Stock", [self.action("Adjust", "+"), self.action("Why?", "W")]),
            KeyGroup("Empty", []),
        ]

    def action(self, words: str, keys: str) -> QAction:
        action = QAction(words, self.window)
        action.setShortcut(QKeySequence(keys))
        return action

    def open(self) -> None:
        self.sheet.open(self.groups)

    def rows(self) -> list[str]:
        return [row.findChildren(PlainLabel)[0].value for row in self.sheet.findChildren(KeyRow) if row.isVisible()]


@pytest.fixture
def stage(qtbot: QtBot, look: LiveLook) -> Stage:
    made = Stage(look)
    qtbot.addWidget(made.window)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.field.setFocus()
    made.open()
    return made


def test_every_action_is_listed(stage: Stage) -> None:
    assert stage.rows() == ["Pin", "Move to the top", "Adjust", "Why?"]


def test_typing_searches_words_and_keys(stage: Stage) -> None:
    QTest.keyClicks(stage.sheet.search, "top mo")
    assert stage.rows() == ["Move to the top"]
    stage.sheet.search.setText("home")
    assert stage.rows() == ["Move to the top"]


def test_a_panels_name_finds_all_of_it(stage: Stage) -> None:
    QTest.keyClicks(stage.sheet.search, "stock")
    assert stage.rows() == ["Adjust", "Why?"]


def test_nothing_found_is_said(stage: Stage) -> None:
    QTest.keyClicks(stage.sheet.search, "xyzzy")
    assert stage.rows() == []
    assert stage.sheet._nothing.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Question, Qt.Key.Key_Escape])
def test_both_keys_close_and_give_the_keyboard_back(stage: Stage, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(stage.sheet.closed, timeout=1000):
        QTest.keyClick(stage.sheet.search, key)
    assert not stage.sheet.isVisible()
    assert stage.field.hasFocus()


def test_a_press_beside_the_card_closes(stage: Stage) -> None:
    QTest.mouseClick(stage.sheet, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not stage.sheet.isVisible()


def test_the_sheet_follows_the_window(stage: Stage) -> None:
    stage.window.resize(700, 500)
    assert stage.sheet.size() == stage.window.size()


def test_opened_again_it_lists_what_is_there_now(stage: Stage) -> None:
    QTest.keyClicks(stage.sheet.search, "pin")
    stage.sheet.leave()
    stage.groups = [KeyGroup("Chat", [stage.action("Jump to the end", "End")])]
    stage.open()
    assert stage.rows() == ["Jump to the end"]
