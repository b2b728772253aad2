"""What a key that was pressed is called, on any keyboard; or why it is not for choosing."""

import unicodedata

import msgspec
from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from console.ui.act import Act, Reach, combination

_ALONE = {
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock),
    *(Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_unknown),
}
_DEAD = range(Qt.Key.Key_Dead_Grave, Qt.Key.Key_Dead_Longsolidusoverlay + 1)
_MOVES = {
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
}
_TYPING = {"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"}
_SYSTEM = {"Alt+F4", "Ctrl+Alt+Del", "Alt+Tab", "Ctrl+Alt+Backspace"}
PEDAL = "pedal"
_WIDE = {Reach.WINDOW, Reach.PROGRAM}
_NOTHING = Qt.KeyboardModifier.NoModifier


class Pressed(msgspec.Struct, frozen=True):
    """A key as Qt's portable text has it."""

    key: str


class Reserved(msgspec.Struct, frozen=True):
    """A key that is not for choosing, and why, in words."""

    why: str


def pressed(event: QKeyEvent) -> Pressed | Reserved | None:
    """The key that was pressed; None while only Shift and the like are held."""
    key = Qt.Key(event.key())
    if key in _ALONE:
        return None
    if key in _DEAD:
        return Reserved(_tr("This key waits for a letter. Choose another one."))
    return Pressed(_name(key, event.modifiers(), event.text()))


def _name(key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str) -> str:
    """Its name: of what types a sign, the sign, since Shift and AltGr are how this keyboard writes it."""
    held = modifiers & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    sign = unicodedata.normalize("NFKC", text)
    if len(sign) == 1 and sign.isprintable() and not sign.isspace():
        alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if (held & alt_gr) == alt_gr or modifiers & Qt.KeyboardModifier.GroupSwitchModifier:
            held, key = _NOTHING, _key_of(sign, key)
        elif sign.lower() == sign.upper():
            held, key = held & ~Qt.KeyboardModifier.ShiftModifier, _key_of(sign, key)
    if key == Qt.Key.Key_Backtab:
        held, key = held | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Tab
    return QKeySequence(QKeyCombination(held, key)).toString()


def _key_of(sign: str, otherwise: Qt.Key) -> Qt.Key:
    found = combination(sign)
    return found.key() if found else otherwise


def reserved(act: Act, key: str) -> Reserved | None:
    """Why an act cannot have a key."""
    plain = combination(key)
    if plain is None:
        return Reserved(_tr("No name is known for this key."))
    bare = plain.keyboardModifiers() == _NOTHING
    why = ""
    if plain.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
        why = _tr("Tab moves the keyboard from place to place.")
    elif plain.key() == Qt.Key.Key_Escape:
        why = _tr("Esc leaves, wherever one is.")
    elif bare and plain.key() in _MOVES and act.place != PEDAL:
        why = _tr("The arrows and their neighbours move within lists and lines.")
    elif key in _TYPING and key not in act.keys:
        why = _tr("{0} copies, pastes or selects wherever one types.").format(key)
    elif key in _SYSTEM or plain.keyboardModifiers() & Qt.KeyboardModifier.MetaModifier:
        why = _tr("The system keeps this key for itself.")
    elif bare and plain.key() == Qt.Key.Key_Space and key not in act.keys:
        why = _tr("The space bar takes the next segment, and presses what has the keyboard.")
    elif bare and act.reach in _WIDE and plain.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        why = _tr("Enter does what is chosen where the keyboard is.")
    elif bare and key.isdecimal() and (act.reach in _WIDE or act.place == "queue"):
        why = _tr("Digits find a code in the queue.")
    return Reserved(why) if why else None


def key_words(keys: tuple[str, ...]) -> str:
    """Keys as this system writes them."""
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keys", text)


def press_words(press: str) -> str:
    """A press of a pedal, gamepad or MIDI, by the name that it has in the preferences."""
    device, _, rest = press.partition(":")
    kind, _, number = rest.partition(":")
    said = {
        "pad:button": QCoreApplication.translate("Keys", "Pad {0}"),
        "pad:hat": QCoreApplication.translate("Keys", "Pad {0}"),
        "pad:axis": QCoreApplication.translate("Keys", "Pad axis {0}"),
        "midi:note": QCoreApplication.translate("Keys", "MIDI note {0}"),
        "midi:control": QCoreApplication.translate("Keys", "MIDI control {0}"),
        "midi:program": QCoreApplication.translate("Keys", "MIDI program {0}"),
    }.get(f"{device}:{kind}")
    return said.format(number) if said else press
