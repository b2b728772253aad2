"""A button that has the keyboard is pressed by Enter as by the space bar, once."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, WordButton

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(params=["words", "icon"])
def button(request: pytest.FixtureRequest, qtbot: QtBot, look: LiveLook) -> QAbstractButton:
    made: QAbstractButton = WordButton("Go") if request.param == "words" else IconButton(look, "cross", "Close")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_it(button: QAbstractButton, key: Qt.Key) -> None:
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert pressed == [True]


def test_enter_that_is_held_presses_once(button: QAbstractButton) -> None:
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    for again in (False, True, True):
        QApplication.sendEvent(button, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r", again))
    assert pressed == [True]


def test_other_keys_do_nothing(button: QAbstractButton) -> None:
    button.clicked.connect(lambda: pytest.fail("pressed"))
    QTest.keyClick(button, Qt.Key.Key_X)
