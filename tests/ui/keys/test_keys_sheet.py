import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console.preferences import Preferences
from console.ui.act import Act, action_of
from console.ui.keymap import Keymap
from console.ui.keys.group import KeyGroup
from console.ui.keys.row import KeyRow
from console.ui.keys.sheet import KeysSheet
from console.ui.live_preferences import LivePreferences
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_label import PlainLabel

NONE = Qt.KeyboardModifier.NoModifier
ACTS = (
    Act("queue.pin", "Pin", ("P",)),
    Act("queue.top", "Move to the top", ("Ctrl+Home",)),
    Act("stock.adjust", "Adjust", ("+",)),
    Act("stock.why", "Why?", ("W",)),
)


class Stage:
    """A window with a field and a sheet over it."""

    def __init__(self, look: LiveLook) -> None:
        self.window = QWidget()
        self.window.resize(1000, 600)
        self.field = QLineEdit(self.window)
        self.preferences = LivePreferences()
        self.keymap = Keymap(lambda: {act.id: act for act in ACTS}, self.preferences)
        self.actions = {act.id: action_of(act, lambda: None, self.window, self.window) for act in ACTS}
        self.keymap.adopt(self.window)
        self.sheet = KeysSheet(look, self.keymap, self.window)
        self.groups = [KeyGroup("Queue", ACTS[:2]), KeyGroup("Stock", ACTS[2:]), KeyGroup("Empty", [])]

    def open(self) -> None:
        self.sheet.open(self.groups)

    def row(self, name: str) -> KeyRow:
        return next(row for row in self.sheet.findChildren(KeyRow) if row.act.id == name)

    def choose(self, name: str, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> KeyRow:
        row = self.row(name)
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Return)
        assert row.choosing
        QTest.keyClick(row, key, modifiers)
        return row

    def keys(self, name: str) -> list[str]:
        return [each.toString() for each in self.actions[name].shortcuts()]

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
    stage.groups = [KeyGroup("Chat", [Act("chat.end", "Jump to the end", ("End",))])]
    stage.open()
    assert stage.rows() == ["Jump to the end"]


def said(row: KeyRow) -> str:
    return " ".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())


def test_a_key_that_is_pressed_does_the_act_from_now_on(stage: Stage) -> None:
    row = stage.choose("queue.pin", Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert stage.keys("queue.pin") == ["Ctrl+E"]
    assert stage.preferences.value.keys == {"queue.pin": ("Ctrl+E",)}
    assert not row.choosing
    assert "Ctrl+E" in row.accessibleName()


def test_while_a_key_is_waited_for_no_other_act_happens(stage: Stage) -> None:
    done: list[bool] = []
    stage.actions["stock.why"].triggered.connect(lambda: done.append(True))
    stage.choose("queue.pin", Qt.Key.Key_W)
    assert done == []
    assert stage.keys("queue.pin") == ["W"]


def test_a_key_that_does_something_else_there_is_asked_about(stage: Stage) -> None:
    row = stage.choose("stock.adjust", Qt.Key.Key_W)
    assert stage.keys("stock.adjust") == ["+"]
    assert "“Why?”" in said(row)
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_Space)
    assert (stage.keys("stock.adjust"), stage.keys("stock.why")) == (["W"], [])


def test_a_key_is_left_where_it_is_by_escape(stage: Stage) -> None:
    row = stage.choose("stock.adjust", Qt.Key.Key_W)
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_Escape)
    assert (stage.keys("stock.adjust"), stage.keys("stock.why")) == (["+"], ["W"])
    assert not row.choosing
    assert stage.sheet.isVisible()


def test_a_reserved_key_says_why_and_waits_for_another(stage: Stage) -> None:
    row = stage.choose("stock.adjust", Qt.Key.Key_Tab)
    assert "Tab moves the keyboard" in said(row)
    QTest.keyClick(row, Qt.Key.Key_Up)
    assert "arrows" in said(row)
    QTest.keyClick(row, Qt.Key.Key_F9)
    assert stage.keys("stock.adjust") == ["F9"]


def test_the_same_key_again_changes_nothing(stage: Stage) -> None:
    stage.choose("stock.why", Qt.Key.Key_W)
    assert stage.preferences.value.keys == {}


def test_one_act_and_all_of_them_get_their_own_keys_back(stage: Stage) -> None:
    stage.choose("queue.pin", Qt.Key.Key_F9)
    stage.choose("stock.why", Qt.Key.Key_F10)
    stage.keymap.reset(ACTS[0])
    assert (stage.keys("queue.pin"), stage.keys("stock.why")) == (["P"], ["F10"])
    QTest.mouseClick(stage.sheet._reset, Qt.MouseButton.LeftButton)
    assert stage.keys("stock.why") == ["W"]
    assert not stage.sheet._reset.isEnabled()


def test_an_act_that_gets_its_key_back_takes_it_from_who_has_it(stage: Stage) -> None:
    stage.keymap.bind(ACTS[2], "W")
    stage.keymap.reset(ACTS[3])
    assert (stage.keys("stock.adjust"), stage.keys("stock.why")) == ([], ["W"])


def test_keys_of_acts_that_are_unknown_here_stay(stage: Stage) -> None:
    stage.preferences.set_value(Preferences(keys={"future.act": ("F12",), "queue.pin": ("no such key",)}))
    assert stage.keys("queue.pin") == ["P"]
    stage.keymap.bind(ACTS[3], "F9")
    assert stage.preferences.value.keys["future.act"] == ("F12",)
    stage.keymap.reset_all()
    assert stage.preferences.value.keys == {"future.act": ("F12",)}


def test_no_key_is_a_choice(stage: Stage) -> None:
    stage.keymap.bind(ACTS[3], "")
    assert stage.keys("stock.why") == []
    assert "no key" in stage.row("stock.why").accessibleName()


def test_what_is_made_later_has_the_chosen_keys(stage: Stage) -> None:
    stage.keymap.bind(ACTS[3], "F9")
    late = QWidget()
    action = action_of(ACTS[3], lambda: None, late, late)
    stage.keymap.adopt(late)
    assert action.shortcut().toString() == "F9"
    late.deleteLater()


def test_the_arrows_walk_the_rows(stage: Stage) -> None:
    QTest.keyClick(stage.sheet.search, Qt.Key.Key_Down)
    assert stage.row("queue.pin").hasFocus()
    QTest.keyClick(stage.row("queue.pin"), Qt.Key.Key_Down)
    assert stage.row("queue.top").hasFocus()
    QTest.keyClick(stage.row("queue.top"), Qt.Key.Key_Up)
    QTest.keyClick(stage.row("queue.pin"), Qt.Key.Key_Up)
    assert stage.sheet.search.hasFocus()
