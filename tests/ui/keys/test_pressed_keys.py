"""A key is called by what it types, on any keyboard; some are not for choosing."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from console.ui.act import Act, Reach
from console.ui.every_act import EVERY
from console.ui.keys.pressed import Pressed, Reserved, pressed, reserved

K = Qt.Key
NONE, SHIFT, CTRL, ALT, GROUP, PAD, META = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.MetaModifier,
)


def key(code: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> Pressed | Reserved | None:
    return pressed(QKeyEvent(QEvent.Type.KeyPress, code, modifiers, text))


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ((K.Key_A, NONE, "a"), "A"),
        ((K.Key_A, SHIFT, "A"), "Shift+A"),
        ((K.Key_K, CTRL, "\x0b"), "Ctrl+K"),
        ((K.Key_L, CTRL | SHIFT, "\x0c"), "Ctrl+Shift+L"),
        ((K.Key_F5, CTRL, ""), "Ctrl+F5"),
        ((K.Key_Up, ALT, ""), "Alt+Up"),
        ((K.Key_Question, SHIFT, "?"), "?"),  # American: Shift and /
        ((K.Key_Equal, SHIFT, "="), "="),  # German: Shift and 0
        ((K.Key_1, SHIFT, "1"), "1"),  # French: digits need Shift
        ((K.Key_Ampersand, NONE, "&"), "&"),  # French, without it
        ((K.Key_Q, CTRL | ALT, "@"), "@"),  # German AltGr and Q, as Windows tells it
        ((K.Key_At, GROUP, "@"), "@"),  # the same, as X11 tells it
        ((K.Key_E, CTRL | ALT, "\x05"), "Ctrl+Alt+E"),  # both keys held, which types nothing
        ((K.Key_Odiaeresis, NONE, "ö"), "Ö"),
        ((K.Key_Odiaeresis, SHIFT, "Ö"), "Shift+Ö"),
        ((K.Key_Question, NONE, "？"), "?"),  # a Chinese keyboard's full-width sign
        ((K.Key_Plus, PAD, "+"), "+"),
        ((K.Key_Backtab, SHIFT, "\t"), "Shift+Tab"),
        ((K.Key_Space, NONE, " "), "Space"),
    ],
)
def test_a_key_is_called_by_what_it_types(event: tuple[Qt.Key, Qt.KeyboardModifier, str], name: str) -> None:
    assert key(*event) == Pressed(name)


@pytest.mark.parametrize("code", [K.Key_Shift, K.Key_Control, K.Key_AltGr, K.Key_CapsLock])
def test_what_is_only_held_is_waited_for(code: Qt.Key) -> None:
    assert key(code) is None


def test_an_accent_that_waits_for_its_letter_is_no_key() -> None:
    assert isinstance(key(K.Key_Dead_Acute), Reserved)


@pytest.mark.parametrize(
    ("act", "name"),
    [
        ("stock.count", "Tab"),
        ("stock.count", "Esc"),
        ("stock.count", "Down"),
        ("stock.count", "Ctrl+V"),
        ("stock.count", "Alt+F4"),
        ("stock.count", "Meta+L"),
        ("orders.open", "Space"),
        ("orders.open", "Return"),
        ("orders.open", "7"),
        ("queue.move_up", "7"),
    ],
)
def test_a_reserved_key_says_why(act: str, name: str) -> None:
    found = reserved(EVERY[act], name)
    assert found
    assert found.why.endswith(".")


@pytest.mark.parametrize(
    ("act", "name"),
    [
        ("rundown.take_next", "Space"),
        ("chat.copy_line", "Ctrl+C"),
        ("queue.explain", "Return"),
        ("stock.count", "7"),
        ("stock.count", "Alt+Down"),
        ("stock.count", "@"),
        ("pedal.run", "Right"),
    ],
)
def test_an_act_may_have_its_own_and_every_other(act: str, name: str) -> None:
    assert reserved(EVERY[act], name) is None


def test_no_act_has_a_key_that_is_reserved_for_others() -> None:
    wrong = [
        (act.id, key) for act in EVERY.values() if not act.fixed for key in act.keys if reserved(act, key) is not None
    ]
    assert wrong == []
    assert reserved(Act("a.b", "x", reach=Reach.PROGRAM), "Return")
