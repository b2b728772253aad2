"""Type grows by one factor, figures are tabular, and the sheet dresses the application without a word left over."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from console.ui.style.apply import apply_style
from console.ui.style.look import LiveLook, Look
from console.ui.style.palette import DARK, LIGHT, Theme
from console.ui.style.sheet import sheet
from console.ui.style.type_scale import Size, TypeScale, type_scale

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),  # an offscreen screen has no size hints
    pytest.mark.usefixtures("qapp"),
]


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    before = qapp.font(), qapp.palette(), qapp.style().name()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setFont(before[0])
    qapp.setPalette(before[1])
    qapp.setStyle(before[2])


@pytest.mark.parametrize(("asked", "got"), [(0.5, 1.0), (1.0, 1.0), (1.5, 1.5), (9.0, 2.0)])
def test_the_factor_of_the_text_stays_between_one_and_two(asked: float, got: float) -> None:
    assert type_scale("linux", asked).factor == got


def test_sizes_grow_with_the_factor() -> None:
    assert [TypeScale((), 2.0).font(size).pixelSize() for size in Size] == [24, 28, 32, 48, 192]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin", "freebsd14"])
def test_figures_are_equally_wide_on_every_platform(platform: str) -> None:
    metrics = QFontMetricsF(type_scale(platform).font(Size.HEADING, bold=True))
    assert len({round(metrics.horizontalAdvance(figure * 10), 1) for figure in "0123456789"}) == 1


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
def test_no_name_is_left_over_in_the_sheet(palette: object) -> None:
    assert isinstance(palette, type(DARK))
    assert "@" not in sheet(palette, TypeScale())


def test_a_theme_dresses_controls_that_are_there_already(dressed: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Take")
    button.setProperty("kind", "primary")
    qtbot.addWidget(button)
    button.resize(120, 40)
    for theme, palette in ((Theme.DARK, DARK), (Theme.LIGHT, LIGHT)):
        look = apply_style(dressed, theme)
        assert look.palette == palette
        assert button.grab().toImage().pixelColor(60, 5) == QColor(palette.accent)


def test_a_field_with_the_keyboard_has_a_ring_of_two_pixels(dressed: QApplication, qtbot: QtBot) -> None:
    apply_style(dressed, Theme.DARK)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 40)
    field.show()
    qtbot.waitExposed(field).__enter__()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(field.hasFocus)
    picture = field.grab().toImage()
    assert [picture.pixelColor(100, y) == QColor(DARK.accent) for y in range(3)] == [True, True, False]


def test_what_no_rule_reaches_has_the_colours_too(dressed: QApplication) -> None:
    apply_style(dressed, Theme.LIGHT)
    assert dressed.palette().color(QPalette.ColorRole.Highlight) == QColor(LIGHT.accent)


def test_the_live_look_tells_of_a_change_once() -> None:
    told: list[bool] = []
    look = LiveLook(Look())
    look.changed.connect(lambda: told.append(look.calm))
    look.set_value(Look())
    look.set_value(Look(calm=True))
    assert told == [True]
