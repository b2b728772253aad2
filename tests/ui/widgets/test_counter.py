"""The counter is as large as it can be, and a fall shows for a moment."""

from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from console.ui.style.look import LiveLook, Look
from console.ui.widgets.counter import FLASH_MS, Counter


def _shown(qtbot: QtBot, look: LiveLook, width: int = 400, height: int = 200) -> Counter:
    counter = Counter(look)
    qtbot.addWidget(counter)
    counter.resize(width, height)
    counter.show()
    counter.set_value(23)
    return counter


def test_where_there_is_room_the_number_is_at_least_96_pixels(qtbot: QtBot, look: LiveLook) -> None:
    assert _shown(qtbot, look).pixels() >= 96


def test_a_long_number_still_fits(qtbot: QtBot, look: LiveLook) -> None:
    counter = _shown(qtbot, look)
    counter.set_value(1_234_567)
    metrics = QFontMetricsF(look.scale.font_of(counter.pixels(), bold=True))
    assert metrics.horizontalAdvance(counter.accessibleName()) <= counter.width()


def test_a_number_that_falls_flashes_for_less_than_300_ms(qtbot: QtBot, look: LiveLook) -> None:
    counter = _shown(qtbot, look)
    counter.set_value(22)
    assert counter.flashing
    assert FLASH_MS <= 300
    qtbot.waitUntil(lambda: not counter.flashing, timeout=2_000)


def test_a_number_that_rises_or_comes_first_does_not_flash(qtbot: QtBot, look: LiveLook) -> None:
    counter = _shown(qtbot, look)
    assert not counter.flashing
    counter.set_value(30)
    assert not counter.flashing


def test_nothing_flashes_with_reduced_motion(qtbot: QtBot, look: LiveLook) -> None:
    counter = _shown(qtbot, look)
    look.set_value(Look(look.palette, look.scale, calm=True))
    counter.set_value(1)
    assert not counter.flashing


def test_a_hidden_counter_runs_no_timer(qtbot: QtBot, look: LiveLook) -> None:
    counter = _shown(qtbot, look)
    counter.set_value(1)
    counter.hide()
    assert not counter.flashing
    counter.set_value(0)
    assert not counter.flashing


def test_what_is_not_known_is_a_dash(qtbot: QtBot, look: LiveLook) -> None:
    counter = _shown(qtbot, look)
    counter.set_value(None)
    assert counter.accessibleName() == "–"
