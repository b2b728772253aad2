"""Who cannot see the window hears what everything is, and what changes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, FakeLine
from tests.ui.whole import Whole, start_page

Name, Value = QAccessible.Text.Name, QAccessible.Text.Value


@pytest.fixture
def whole(qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> Whole:
    return Whole(qtbot, line, acts, look)


def spoken(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def focusable(within: QWidget) -> Iterator[QWidget]:
    """What the keyboard can be on now."""
    for widget in within.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if reached and widget.isVisible() and widget.isEnabled():
            yield widget


def test_everything_that_takes_the_keyboard_has_a_name(whole: Whole) -> None:
    nameless: dict[str, list[str]] = {}
    for state in whole.open_all():
        for widget in focusable(whole.stage):
            if not spoken(widget).text(Name).strip():
                nameless.setdefault(state, []).append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == {}


def test_the_start_page_has_names(qtbot: QtBot, look: LiveLook) -> None:
    page = start_page(look)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    nameless = [type(each).__name__ for each in focusable(page) if not spoken(each).text(Name).strip()]
    assert nameless == []
    assert QApplication.instance()
