"""The chat viewport: what it shows, where it stands, what it costs."""

from time import monotonic

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from console.ui.chat.row_layout import MOST_LINES, QUANTUM, RowLayout
from console.ui.style.look import Look
from console.ui.style.palette import LIGHT
from console.ui.style.type_scale import type_scale
from tests.ui.chat_view.stage import Stage


def _laid(stage: Stage, back: int = 0) -> RowLayout:
    page = stage.view._screen.page
    laid = stage.view._screen.laid(page[-1 - back].number)
    assert laid
    return laid


def _drawn(text: QTextLayout) -> str:
    code = text.text().encode("utf-16-le")
    lines = [text.lineAt(i) for i in range(text.lineCount())]
    end = lines[-1].textStart() + lines[-1].textLength()
    return code[: 2 * end].decode("utf-16-le")


def test_the_newest_line_stands_at_the_foot_of_the_screen(stage: Stage) -> None:
    stage.say(*(f"line {i}" for i in range(100)))
    stage.frame()
    assert stage.view._screen.page[-1].number == 99
    assert "line 99" in _laid(stage).text.text()


def test_only_rows_on_the_screen_are_laid_out(stage: Stage) -> None:
    stage.say(*(f"line {i}" for i in range(5_000)))
    stage.frame()
    assert len(stage.view._screen._cache) < 40


def test_however_far_one_scrolls_a_few_hundred_layouts_are_kept(stage: Stage) -> None:
    stage.say(*(f"line {i}" for i in range(2_000)))
    stage.frame()
    for _ in range(100):
        stage.view._screen.scroll(-15)
        stage.view._arrive()
    assert len(stage.view._screen._cache) <= 400


def test_a_burst_is_painted_in_a_few_paints(stage: Stage) -> None:
    stage.frame()
    stage.paints.count = 0
    for i in range(5_000):
        stage.say(f"line {i}")
    stage.frame()
    assert 1 <= stage.paints.count <= 3


def test_a_new_line_while_following_repaints_its_own_strip_only(stage: Stage) -> None:
    stage.say(*(f"line {i}" for i in range(100)))
    stage.frame()
    stage.paints.areas.clear()
    stage.say("one more")
    stage.frame()
    assert sum(area.height() for area in stage.paints.areas) <= _laid(stage).height + QUANTUM


def test_nothing_is_painted_and_no_timer_runs_while_nobody_speaks(stage: Stage, qtbot: QtBot) -> None:
    stage.say("hello")
    stage.frame()
    qtbot.waitUntil(lambda: not stage.view._bar._timer.isActive(), timeout=2_000)
    assert not stage.view._frame._timer.isActive()


def test_a_hidden_view_keeps_lines_without_timers(stage: Stage) -> None:
    stage.view.hide()
    stage.say("hello")
    assert not stage.view._frame._timer.isActive()
    stage.view.show()
    stage.frame()
    assert "hello" in _laid(stage).text.text()


def test_scrolled_up_it_stays_put_and_counts_what_is_new(stage: Stage, qtbot: QtBot) -> None:
    stage.say(*(f"line {i}" for i in range(200)))
    stage.frame()
    stage.drag(0.5)
    before = stage.view._screen.page
    with qtbot.waitSignal(stage.view.unseen_changed) as told:
        stage.say("a", "b", "c")
    stage.frame()
    assert (stage.view._screen.page, told.args, stage.view.following) == (before, [3], False)


def test_jumping_to_the_end_leaves_nothing_unseen(stage: Stage) -> None:
    stage.say(*(f"line {i}" for i in range(200)))
    stage.frame()
    stage.drag(0.5)
    stage.say("new")
    stage.view.jump_to_end()
    assert (stage.view.unseen, stage.view.following) == (0, True)


def test_lines_scrolled_past_on_the_way_down_are_seen(stage: Stage) -> None:
    stage.say(*(f"line {i}" for i in range(100)))
    stage.frame()
    QTest.keyClick(stage.view, Qt.Key.Key_Up)
    stage.say(*(f"new {i}" for i in range(50)))
    stage.frame()
    for _ in range(10):
        QTest.keyClick(stage.view, Qt.Key.Key_Down)
    assert stage.view.unseen == 40


@pytest.mark.usefixtures("qapp")
def test_memory_holds_the_newest_rows_only() -> None:
    stage = Stage(capacity=50)
    for _ in range(20):
        stage.say(*("x" for _ in range(33)))
    stage.frame()
    assert (stage.view._screen.span.first, stage.view._screen.span.end) == (610, 660)
    assert len(stage.view._screen._ring._rows) == 50
    stage.close()


@pytest.mark.usefixtures("qapp")
def test_a_held_row_that_leaves_memory_gives_way_to_the_oldest() -> None:
    stage = Stage(capacity=50)
    stage.say(*("x" for _ in range(50)))
    stage.frame()
    QTest.keyClick(stage.view, Qt.Key.Key_Home)
    stage.say(*("y" for _ in range(40)))
    stage.frame()
    assert (stage.view._screen.page[0].number, stage.view._screen.page[0].top) == (40, 0)
    stage.close()


def test_markup_is_shown_letter_for_letter(stage: Stage) -> None:
    stage.say("<b>bold</b><img src='file:///x.png'>")
    stage.frame()
    assert "<b>bold</b><img src='file:///x.png'>" in _laid(stage).text.text()


def test_a_message_of_many_lines_ends_in_an_ellipsis_on_the_sixth(stage: Stage) -> None:
    stage.say("𝕳𝖆𝖓𝖘 🎉 كتاب " * 120)
    stage.frame()
    laid = _laid(stage)
    assert laid.text.lineCount() == MOST_LINES
    assert _drawn(laid.text).rstrip("\u2069").endswith("…")


def test_direction_marks_of_a_message_cannot_leave_it(stage: Stage) -> None:
    stage.say("\u2069\u2069\u202eevil")
    stage.frame()
    assert _laid(stage).text.text() == "\u2068mei\u2069  \u2068evil\u2069"


def test_a_lone_surrogate_does_no_harm(stage: Stage) -> None:
    stage.say("a\ud83db")
    stage.frame()
    assert "ab" in _laid(stage).text.text()


def test_heights_are_whole_device_pixels_at_every_usual_scaling(stage: Stage) -> None:
    for factor in (1.0, 1.1, 1.25, 1.5, 2.0):
        stage.look.set_value(Look(LIGHT, type_scale("linux", factor)))
        stage.say("short", "long " * 60)
        stage.frame()
        assert not _laid(stage).height % QUANTUM
        assert not _laid(stage, 1).height % QUANTUM


def test_another_theme_repaints_everything(stage: Stage) -> None:
    stage.say("hello")
    stage.frame()
    stage.look.set_value(Look(LIGHT, type_scale("linux")))
    stage.frame()
    assert stage.seen().pixelColor(100, 100).name() == LIGHT.panel.lower()


def test_an_erased_line_is_kept_and_struck(stage: Stage) -> None:
    stage.say("gone")
    stage.frame()
    stage.view.erase([stage.said, 12_345])
    stage.frame()
    laid = _laid(stage)
    assert "gone" in laid.text.text()
    assert any(part.format.fontStrikeOut() for part in laid.text.formats())


def test_return_acts_on_the_chosen_row_even_if_its_id_is_large(stage: Stage, qtbot: QtBot) -> None:
    stage.view.append([stage.row("a", id=2**40), stage.row("b", id=2**40 + 1)])
    stage.frame()
    QTest.keyClick(stage.view, Qt.Key.Key_Up)
    QTest.keyClick(stage.view, Qt.Key.Key_Up)
    with qtbot.waitSignal(stage.view.row_activated) as told:
        QTest.keyClick(stage.view, Qt.Key.Key_Return)
    assert told.args == [2**40]


def test_a_click_chooses_and_holds_and_end_follows_again(stage: Stage) -> None:
    stage.say(*(f"line {i}" for i in range(100)))
    stage.frame()
    QTest.mouseClick(stage.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60, 200))
    chosen = stage.view.chosen
    stage.say("more")
    stage.frame()
    assert chosen
    assert (stage.view.chosen, stage.view.following) == (chosen, False)
    QTest.keyClick(stage.view, Qt.Key.Key_End)
    assert (stage.view.chosen, stage.view.following) == (None, True)


def test_copying_puts_name_and_text_on_the_clipboard_as_plain_text(stage: Stage) -> None:
    stage.say("<b>12 M</b>")
    stage.frame()
    QTest.keyClick(stage.view, Qt.Key.Key_Up)
    QTest.keyClick(stage.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "mei: <b>12 M</b>"


def test_the_wheel_reaches_the_oldest_and_the_newest_row(stage: Stage) -> None:
    stage.say(*(f"line {i}" for i in range(60)))
    stage.frame()
    for _ in range(30):
        stage.view._screen.scroll(-3)
        stage.view._arrive()
    assert (stage.view._screen.page[0].number, stage.view._screen.page[0].top) == (0, 0)
    for _ in range(30):
        stage.view._screen.scroll(3)
        stage.view._arrive()
    assert stage.view.following


def test_the_scroll_bar_is_set_at_most_four_times_a_second(stage: Stage, qtbot: QtBot) -> None:
    bar: QScrollBar = stage.view.verticalScrollBar()
    changes: list[float] = []
    bar.valueChanged.connect(lambda: changes.append(-1))
    began = monotonic()
    highest = 0
    while monotonic() - began < 0.6:
        stage.say(*("x" for _ in range(40)))
        stage.frame()
        qtbot.wait(5)
        if bar.maximum() != highest:
            highest = bar.maximum()
            changes.append(monotonic() - began)
    assert 1 <= len(changes) <= 3
