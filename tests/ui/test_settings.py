"""The settings are worn at once and kept; every choice is reached by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.preferences import Preferences
from console.ui.live_preferences import LivePreferences
from console.ui.settings.choices import Choices
from console.ui.settings.drawer import SettingsDrawer
from console.ui.style.look import LiveLook


@pytest.fixture
def preferences() -> LivePreferences:
    return LivePreferences()


@pytest.fixture
def drawer(qtbot: QtBot, preferences: LivePreferences, look: LiveLook) -> SettingsDrawer:
    made = SettingsDrawer(preferences, look)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def down(choices: Choices) -> list[str]:
    return [button.text() for button in choices.buttons if button.isChecked()]


def test_a_press_changes_what_is_preferred(drawer: SettingsDrawer, preferences: LivePreferences) -> None:
    QTest.mouseClick(drawer.theme.buttons[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(drawer.text.buttons[-1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(drawer.motion.buttons[1], Qt.MouseButton.LeftButton)
    value = preferences.value
    assert (value.theme, value.text, value.motion) == ("light", 2.0, "reduced")


def test_it_follows_what_is_changed_elsewhere(drawer: SettingsDrawer, preferences: LivePreferences) -> None:
    preferences.set_value(Preferences(theme="system", text=1.5, motion="full"))
    assert [down(each) for each in (drawer.theme, drawer.text, drawer.motion)] == [
        ["As the system"],
        ["150 %"],
        ["Full"],
    ]
    preferences.change(text=1.3)
    assert down(drawer.text) == []


def test_the_arrows_choose_the_neighbour(drawer: SettingsDrawer, preferences: LivePreferences) -> None:
    drawer.theme.buttons[0].setFocus()
    worn: list[str] = []
    preferences.changed.connect(lambda _before, now: worn.append(now.theme))
    QTest.keyClick(drawer.theme.buttons[0], Qt.Key.Key_Right)
    assert drawer.theme.buttons[1].hasFocus()
    QTest.keyClick(drawer.theme.buttons[1], Qt.Key.Key_Left)
    assert worn == ["light", "dark"]


def test_tab_comes_to_what_is_chosen_and_an_arrow_chooses_from_there(
    drawer: SettingsDrawer, preferences: LivePreferences
) -> None:
    preferences.change(theme="light", text=1.25)
    drawer.theme.buttons[1].setFocus()
    QTest.keyClick(drawer.theme.buttons[1], Qt.Key.Key_Tab)
    assert drawer.text.buttons[2].hasFocus()
    QTest.keyClick(drawer.text.buttons[2], Qt.Key.Key_Right)
    assert preferences.value.text == 1.5


def test_tab_comes_to_the_first_where_none_is_chosen(drawer: SettingsDrawer, preferences: LivePreferences) -> None:
    preferences.change(text=1.3)
    drawer.theme.buttons[0].setFocus()
    QTest.keyClick(drawer.theme.buttons[0], Qt.Key.Key_Tab)
    assert drawer.text.buttons[0].hasFocus()


def test_it_leads_to_the_keys_and_out(qtbot: QtBot, drawer: SettingsDrawer) -> None:
    with qtbot.waitSignal(drawer.keys_wanted, timeout=1_000):
        drawer.keys.click()
    with qtbot.waitSignal(drawer.left, timeout=1_000):
        QTest.keyClick(drawer, Qt.Key.Key_Escape)


def test_a_screen_reader_hears_what_a_choice_is_of(drawer: SettingsDrawer) -> None:
    assert [each.accessibleName() for each in drawer.motion.buttons][1] == "Motion: Reduced"
