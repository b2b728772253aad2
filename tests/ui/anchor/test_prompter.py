"""The prompter goes exactly as fast as it is told, paints only what is new, and never loses its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from console.ui.anchor.reel import Reel, Spot, reel_of, words_in
from console.ui.style.look import LiveLook
from console.ui.words.script import Written
from tests.ui.anchor.conftest import Film, enlarged, lines

HEIGHTS = st.lists(st.integers(1, 400).map(float), min_size=1, max_size=60).map(tuple)


@given(HEIGHTS, st.floats(0, 1))
def test_a_place_is_where_it_was_however_it_is_written(heights: tuple[float, ...], share: float) -> None:
    reel = reel_of(heights, 10)
    offset = share * reel.length
    assert reel.offset(reel.spot(offset)) == pytest.approx(offset)
    larger = reel_of(tuple(2 * each for each in heights), 10)
    assert larger.offset(reel.spot(offset)) == pytest.approx(2 * offset)


@given(HEIGHTS, st.floats(0, 1), st.integers(40, 400), st.floats(1, 1_000))
def test_what_it_says_it_needs_is_what_it_takes(
    heights: tuple[float, ...], share: float, pace: int, words: float
) -> None:
    reel = reel_of(heights, words)
    offset = share * reel.length
    assert offset + reel.speed(pace) * reel.seconds(offset, pace) == pytest.approx(reel.length)
    assert reel.seconds(0, pace) == pytest.approx(words / pace * 60)


def test_without_words_there_is_nothing_to_wait_for() -> None:
    assert (Reel().seconds(0, 140), Reel().speed(140), Reel().spot(0)) == (0, 0, Spot())


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one two", 2), ("it's 59.90 tonight", 3), ("亚麻衬衫", 2.4), ("White 白色 M", 3.2), ("— …!", 0)],
)
def test_words_are_counted_and_chinese_by_its_characters(text: str, words: float) -> None:
    assert words_in(text) == pytest.approx(words)


def test_it_goes_by_the_clock_and_not_by_its_frames(film: Film) -> None:
    film.prompter.set_script(lines(30))
    film.run()
    speed = film.prompter.reel.speed(film.prompter.pace)
    for seconds in (0.016, 0.003, 0.05, 0.016, 0.0):
        film.frame(seconds)
    assert film.prompter.offset == pytest.approx(0.085 * speed)


def test_a_frame_that_comes_late_does_not_make_it_jump(film: Film) -> None:
    film.prompter.set_script(lines(30))
    film.run()
    film.frame(5)
    assert film.prompter.offset == pytest.approx(0.1 * film.prompter.reel.speed(film.prompter.pace))


def test_it_holds_at_its_end(film: Film) -> None:
    film.prompter.set_script(lines(2))
    film.prompter.pace = 400
    film.run()
    for _ in range(100):
        film.frame(0.1)
    assert film.prompter.offset == film.prompter.reel.length
    assert not film.prompter.running
    assert film.prompter.seconds_left == 0


@pytest.mark.parametrize("glass", [(False, False), (True, False), (False, True), (True, True)])
def test_pixels_that_were_copied_are_those_that_would_be_painted(film: Film, glass: tuple[bool, bool]) -> None:
    film.prompter.set_script((*lines(12), Written("Only 3 left.", why="331 left"), *lines(8)))
    film.prompter.set_glass(mirrored=glass[0], flipped=glass[1])
    film.prompter.pace = 300
    film.run()
    for at in range(120):
        film.frame()
        if at % 30 == 0:
            film.prompter.go_by(-1 if at % 60 else 3)
            film.show()
    assert film.seen() == film.fresh()


def test_a_frame_paints_no_more_than_what_comes_in(film: Film) -> None:
    film.prompter.set_script(lines(40))
    film.run()
    film.frame(0.1)
    film.paints.areas.clear()
    before = film.prompter.line
    while film.prompter.line == before and len(film.paints.areas) < 5:
        film.frame()
    assert film.paints.areas
    assert max(area.height() for area in film.paints.areas) <= 4


def test_what_stands_still_is_not_painted(film: Film) -> None:
    film.prompter.set_script(lines(9))
    film.show()
    film.paints.areas.clear()
    film.now += 1
    film.prompter.set_script(lines(9))
    film.show()
    assert film.paints.areas == []


def test_a_fact_that_grows_above_the_mark_moves_nothing_under_the_eye(film: Film) -> None:
    film.prompter.set_script(lines(20))
    film.prompter.go_to(Spot(8, 0.5))
    longer = (Written("1: " + "much longer than before " * 20), *lines(20)[1:])
    film.prompter.set_script(longer)
    assert film.prompter.line == 8
    assert film.prompter.spot.share == pytest.approx(0.5, abs=0.01)


def test_larger_text_keeps_the_place(film: Film, look: LiveLook) -> None:
    film.prompter.set_script(lines(20))
    film.prompter.go_to(Spot(8, 0.5))
    enlarged(look, 2.0)
    assert film.prompter.line == 8
    assert film.prompter.spot.share == pytest.approx(0.5, abs=0.01)


def test_it_goes_from_line_to_line_and_from_marker_to_marker(film: Film) -> None:
    prompter = film.prompter
    prompter.set_script((*lines(3), Written("Price", marker=True), *lines(4), Written("Bye", marker=True)))
    prompter.go_to_marker(1)
    assert prompter.line == 3
    prompter.go_by(1)
    assert prompter.line == 4
    prompter.go_to_marker(1)
    assert prompter.line == 8
    prompter.go_to_marker(1)
    assert prompter.line == 8
    prompter.go_to_marker(-1)
    prompter.go_by(-99)
    assert (prompter.line, prompter.offset) == (0, 0)


def test_halfway_through_a_line_back_is_its_beginning(film: Film) -> None:
    film.prompter.set_script(lines(5))
    film.prompter.go_to(Spot(2, 0.5))
    film.prompter.go_by(-1)
    assert film.prompter.spot == Spot(2)
    film.prompter.go_by(-1)
    assert film.prompter.spot == Spot(1)


def test_the_wheel_moves_it(film: Film) -> None:
    film.prompter.set_script(lines(20))
    at = QPointF(50, 50)
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(at, at, QPoint(), QPoint(0, -240), none, keys, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(film.prompter, turned)
    step = film.prompter._lettering.step if film.prompter._lettering else 0
    assert film.prompter.offset == 2 * step > 0


def test_struck_lines_and_markers_are_not_said(film: Film) -> None:
    film.prompter.set_script((Written("Price", marker=True), Written("one two"), Written("only three left", why="no")))
    assert film.prompter.reel.words == 2


def test_hidden_it_holds(film: Film) -> None:
    film.prompter.set_script(lines(9))
    film.run()
    film.window.hide()
    assert not film.prompter.running
