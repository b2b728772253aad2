"""One trouble is one notice; three are on the screen at most, and none is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, WordButton
from console.ui.widgets.notice import Notice, NoticeValue
from console.ui.widgets.notices import Notices
from console.ui.widgets.plain_label import PlainLabel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints


def _stack(qtbot: QtBot, look: LiveLook, *keys: str) -> Notices:
    notices = Notices(look)
    qtbot.addWidget(notices)
    for key in keys:
        notices.put(NoticeValue(key, f"title {key}", "step", "Try now"))
    return notices


def _shown(notices: Notices) -> list[str]:
    return [strip.value.key for strip in notices.findChildren(Notice) if not strip.isHidden()]


def test_the_newest_three_are_shown_and_the_rest_are_counted(qtbot: QtBot, look: LiveLook) -> None:
    notices = _stack(qtbot, look, "a", "b", "c", "d", "e")
    assert sorted(_shown(notices)) == ["c", "d", "e"]
    counts = [label for label in notices.findChildren(PlainLabel) if label.value.startswith("2")]
    assert len(counts) == 1


def test_what_is_broken_comes_before_what_is_newer(qtbot: QtBot, look: LiveLook) -> None:
    notices = _stack(qtbot, look, "a")
    notices.put(NoticeValue("broken", "title", grave=True))
    for key in ("b", "c", "d"):
        notices.put(NoticeValue(key, "title"))
    assert sorted(_shown(notices)) == ["broken", "c", "d"]


@pytest.mark.parametrize(("height", "shown"), [(400, 1), (768, 2), (1080, 3)])
def test_a_low_window_shows_fewer_and_never_none(qtbot: QtBot, look: LiveLook, height: int, shown: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    notices = Notices(look, window)
    column.addStretch(1)
    column.addWidget(notices)
    for key in ("a", "b", "c", "d"):
        notices.put(NoticeValue(key, f"title {key}", "step"))
    window.resize(900, height)
    window.show()
    qtbot.waitUntil(lambda: len(_shown(notices)) == shown)
    steps = [strip.findChildren(QLabel)[1] for strip in notices.findChildren(Notice) if not strip.isHidden()]
    assert {step.isHidden() for step in steps} == {height < 480}


def test_a_notice_of_the_same_trouble_takes_the_olders_place(qtbot: QtBot, look: LiveLook) -> None:
    notices = _stack(qtbot, look, "a", "b")
    notices.put(NoticeValue("a", "worse now"))
    assert notices.keys == ("a", "b")
    assert {strip.value.title for strip in notices.findChildren(Notice)} == {"worse now", "title b"}


def test_dismissing_one_brings_up_the_one_behind(qtbot: QtBot, look: LiveLook) -> None:
    notices = _stack(qtbot, look, "a", "b", "c", "d")
    strip = next(strip for strip in notices.findChildren(Notice) if strip.value.key == "d")
    button = strip.findChild(IconButton)
    assert isinstance(button, IconButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sorted(_shown(notices)) == ["a", "b", "c"]


def test_the_button_tells_which_trouble_it_is_about(qtbot: QtBot, look: LiveLook) -> None:
    notices = _stack(qtbot, look, "a")
    strip = notices.findChild(Notice)
    assert isinstance(strip, Notice)
    button = strip.findChild(WordButton)
    assert isinstance(button, WordButton)
    with qtbot.waitSignal(notices.acted) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == ["a"]


def test_without_troubles_the_stack_takes_no_room(qtbot: QtBot, look: LiveLook) -> None:
    notices = _stack(qtbot, look, "a")
    notices.take("a")
    notices.take("never there")
    assert notices.isHidden()


def test_a_notice_without_an_action_has_no_button(qtbot: QtBot, look: LiveLook) -> None:
    strip = Notice(look, NoticeValue("a", "title"))
    qtbot.addWidget(strip)
    button = strip.findChild(WordButton)
    assert isinstance(button, WordButton)
    assert button.isHidden()
