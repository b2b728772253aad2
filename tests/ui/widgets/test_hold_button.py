"""The button for what must be meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from console.ui.style.look import LiveLook
from console.ui.widgets.hold_button import AGAIN_MS, HOLD_MS, TOO_SOON_MS, HoldButton, HoldValue

LEFT = Qt.MouseButton.LeftButton
GO = HoldValue("Go live", "again to go live")


@pytest.fixture
def button(qtbot: QtBot, look: LiveLook) -> HoldButton:
    made = HoldButton(look, GO)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_held_for_a_second_it_is_meant(qtbot: QtBot, button: HoldButton) -> None:
    with qtbot.waitSignal(button.meant, timeout=3 * HOLD_MS):
        QTest.mousePress(button, LEFT)
    QTest.mouseRelease(button, LEFT)
    assert button.text() == "Go live"


def test_held_by_enter_it_is_meant_as_well(qtbot: QtBot, button: HoldButton) -> None:
    with qtbot.waitSignal(button.meant, timeout=3 * HOLD_MS):
        QTest.keyPress(button, Qt.Key.Key_Return)
    QTest.keyRelease(button, Qt.Key.Key_Return)


def test_a_click_asks_for_another_and_is_forgotten_in_two_seconds(qtbot: QtBot, button: HoldButton) -> None:
    meant = QSignalSpy(button.meant)
    QTest.mouseClick(button, LEFT)
    assert button.text() == "again to go live"
    qtbot.waitUntil(lambda: button.text() == "Go live", timeout=2 * AGAIN_MS)
    QTest.mouseClick(button, LEFT)
    assert meant.count() == 0


def test_a_second_press_after_the_words_could_be_read_is_meant(qtbot: QtBot, button: HoldButton) -> None:
    button.tap()
    with qtbot.waitSignal(button.meant, timeout=2 * AGAIN_MS):
        QTest.qWait(TOO_SOON_MS + 20)
        button.tap()


def test_a_double_click_is_not_meant(button: HoldButton) -> None:
    meant = QSignalSpy(button.meant)
    button.tap()
    button.tap()
    assert meant.count() == 0
    assert button.asking


def test_a_press_for_one_meaning_does_not_count_for_another(button: HoldButton) -> None:
    meant = QSignalSpy(button.meant)
    button.tap()
    QTest.qWait(TOO_SOON_MS + 20)
    button.set_meaning(HoldValue("End show", "again to end"))
    button.tap()
    assert meant.count() == 0
    assert button.text() == "End show"
