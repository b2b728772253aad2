"""Whatever happened before, the screen shows what a whole repaint would show."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from console.ui.style.look import Look
from console.ui.style.palette import DARK, LIGHT
from console.ui.style.type_scale import type_scale
from tests.ui.chat_view.stage import Stage

_WORDS = [
    "hello",
    "两件",
    "سلام",
    "🎉",
    "👨‍👩‍👧",
    "small?",
    "<b>x</b>",
    "שלום",
    "long" * 12,
    "カーディガン",
    "𝕳𝖆𝖓𝖘",
    "\u2069\u202e",
    "\n",
]
_texts = st.builds(
    lambda words, times: " ".join(words * times),
    st.lists(st.sampled_from(_WORDS), max_size=6),
    st.sampled_from([1, 1, 9]),
)
_rows = st.fixed_dictionaries(
    {
        "text": _texts,
        "name": st.sampled_from(["mei", "عمر", "𝕳𝖆𝖓𝖘", "", "n" * 60]),
        "badge": st.sampled_from(["T", "YT", ""]),
        "badge_colour": st.integers(-1, 9),
        "roles": st.frozensets(st.sampled_from(["host", "mod", "sub", "vip"])),
        "muted": st.booleans(),
        "notice": st.booleans(),
    }
)
_KEYS = [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End]

Act = Callable[[Stage], None]


def _say(rows: list[dict[str, object]], times: int) -> Act:
    return lambda stage: stage.view.append([stage.row(**row) for row in rows * times])  # type: ignore[arg-type]


def _erase(back: int) -> Act:
    return lambda stage: stage.view.erase([stage.said - back, stage.said - back - 3])


def _press(key: Qt.Key) -> Act:
    return lambda stage: QTest.keyClick(stage.view, key)


def _click(y: int) -> Act:
    return lambda stage: QTest.mouseClick(
        stage.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(30, y)
    )


def _drag(share: float) -> Act:
    return lambda stage: stage.drag(share)


def _resize(width: int, height: int) -> Act:
    return lambda stage: stage.view.setGeometry(7, 11, width, height)


def _dress(light: bool, factor: float) -> Act:
    return lambda stage: stage.look.set_value(Look(LIGHT if light else DARK, type_scale("linux", factor)))


def _clear(stage: Stage) -> None:
    stage.view.clear()


_frames: st.SearchStrategy[Act] = st.just(Stage.frame)
_acts = st.one_of(
    st.builds(_say, st.lists(_rows, min_size=1, max_size=4), st.sampled_from([1, 1, 1, 12])),
    _frames,
    st.builds(_erase, st.integers(0, 30)),
    st.builds(_press, st.sampled_from(_KEYS)),
    st.builds(_click, st.integers(0, 480)),
    st.builds(_drag, st.floats(0, 1)),
    st.builds(_resize, st.integers(120, 403), st.integers(40, 501)),
    st.builds(_dress, st.booleans(), st.sampled_from([1.0, 1.3])),
    st.just(_clear),
)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(acts=st.lists(_acts, min_size=4, max_size=16))
def test_pieces_make_the_same_picture_as_the_whole(acts: list[Act]) -> None:
    stage = Stage(capacity=60)
    try:
        for act in acts:
            act(stage)
            stage.frame()
            assert stage.seen() == stage.fresh()
    finally:
        stage.close()
