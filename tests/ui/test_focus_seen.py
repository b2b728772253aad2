"""Where the keyboard is can be seen: each widget that takes it looks different with it, at 3 to 1 or more."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.ui.style.apply import apply_style
from console.ui.style.look import LiveLook
from console.ui.style.palette import Theme
from tests.ui.conftest import FakeActs, FakeLine
from tests.ui.test_screen_reader import focusable
from tests.ui.whole import Whole, start_page

RATIO = 3.0


def luminance(colour: int) -> float:
    """Of a colour, as WCAG has it."""
    told = QColor.fromRgb(colour)
    red, green, blue = (linear(part) for part in (told.redF(), told.greenF(), told.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: int, two: int) -> float:
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def picture(widget: QWidget) -> QImage:
    """The widget as it stands."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed_pixels(before: QImage, after: QImage) -> int:
    """How many pixels differ so much that it is seen."""
    pairs = Counter(zip(memoryview(before.constBits()).cast("I"), memoryview(after.constBits()).cast("I"), strict=True))
    return sum(count for (one, two), count in pairs.items() if one != two and contrast(one, two) >= RATIO)


def unseen(widget: QWidget) -> bool:
    """Whether a widget looks the same with the keyboard on it."""
    if before_it := QApplication.focusWidget():
        before_it.clearFocus()
    QApplication.processEvents()
    before = picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert widget.hasFocus(), widget
    return changed_pixels(before, picture(widget)) < max(16, min(widget.width(), widget.height()))


@pytest.fixture(params=[Theme.DARK, Theme.LIGHT])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> LiveLook:
    return LiveLook(apply_style(qapp, request.param, calm=True))


def test_the_keyboard_is_seen_wherever_it_is(qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> None:
    whole = Whole(qtbot, line, acts, look)
    hidden: dict[str, list[str]] = {}
    known: set[QWidget] = set()
    for state in whole.open_all():
        fresh = [each for each in focusable(whole.stage) if each not in known]
        known.update(fresh)
        for widget in fresh:
            if widget.isVisible() and widget.isEnabled() and unseen(widget):
                hidden.setdefault(state, []).append(f"{type(widget).__name__} {widget.accessibleName()}")
    assert hidden == {}


def test_the_keyboard_is_seen_on_the_start_page(qtbot: QtBot, look: LiveLook) -> None:
    page = start_page(look)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    hidden = [each.accessibleName() for each in focusable(page) if unseen(each)]
    assert hidden == []


def test_a_pixel_that_changes_a_little_does_not_count() -> None:
    before, after = QImage(10, 10, QImage.Format.Format_RGB32), QImage(10, 10, QImage.Format.Format_RGB32)
    before.fill(0x1C1F25)
    after.fill(0x262A33)
    assert changed_pixels(before, after) == 0
    after.fill(0x6AA6FF)
    assert changed_pixels(before, after) == 100
