"""Acts: what a person can do by a key, each under a name that never changes, and the QActions that do them."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from console.ui.widgets.plain_text import tooltip

if TYPE_CHECKING:
    from console.ui.widgets.buttons import WordButton


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - Qt's own name, which its tools look for
    """The text as it is, marked to be translated in that context; Qt's own function hides its type."""
    return text


START = "start"


class Reach(StrEnum):
    """From where the key of an act works: all of the program, all of the console, a panel or page, a list."""

    PROGRAM = "program"
    WINDOW = "window"
    PANEL = "panel"
    LIST = "list"


class Act(msgspec.Struct, frozen=True):
    """Something that can be done. `id` is `panel.verb_noun`: keys that a person chose are kept under it, so it stays.

    `words` are English, marked by QT_TRANSLATE_NOOP("Acts", …). `keys` are Qt's portable names, the first one shown.
    `also` is what else it is called. `held`: the key repeats while it is held down. `fixed`: its keys are not for
    choosing.
    """

    id: str
    words: str
    keys: tuple[str, ...] = ()
    reach: Reach = Reach.PANEL
    held: bool = False
    fixed: bool = False
    also: str = ""

    @property
    def place(self) -> str:
        """The panel, drawer or page in which it is done."""
        return self.id.partition(".")[0]


_CONTEXTS = {
    Reach.PROGRAM: Qt.ShortcutContext.WindowShortcut,
    Reach.WINDOW: Qt.ShortcutContext.WindowShortcut,
    Reach.PANEL: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    Reach.LIST: Qt.ShortcutContext.WidgetShortcut,
}


def meet(one: Act, two: Act) -> bool:
    """Whether both can be asked for at one moment, so that they may not share a key."""
    if one.id == two.id:
        return False
    if one.place == two.place or Reach.PROGRAM in {one.reach, two.reach}:
        return True
    return Reach.WINDOW in {one.reach, two.reach} and START not in {one.place, two.place}


def words_of(act: Act) -> str:
    """What the act does, in the person's language."""
    return QCoreApplication.translate("Acts", act.words)


def action_of(act: Act, done: Callable[[], object], owner: QObject, *on: QWidget) -> QAction:
    """The QAction of an act, offered by these widgets; `owner` keeps it."""
    action = QAction(words_of(act), owner)
    action.setObjectName(act.id)
    action.setShortcuts(sequences(act.keys))
    action.setShortcutContext(_CONTEXTS[act.reach])
    action.setAutoRepeat(act.held)
    action.triggered.connect(lambda _checked: done())
    for widget in on:
        widget.addAction(action)
    return action


def sequences(keys: Iterable[str]) -> list[QKeySequence]:
    """Keys as Qt has them."""
    return [QKeySequence(each) for each in keys]


def combination(key: str) -> QKeyCombination | None:
    """A key with its modifiers; None of what Qt does not know as one key."""
    sequence = QKeySequence(key)
    if sequence.count() != 1:
        return None
    found: QKeyCombination = sequence[0]  # type: ignore[index]  # PySide's types leave it out
    return None if found.key() in {Qt.Key.Key_unknown, Qt.Key(0)} else found


def allow(action: QAction, *, when: bool, why: str) -> None:
    """Offer an action when it can be done; at other times it says why it cannot."""
    action.setWhatsThis("" if when else why)
    action.setEnabled(when)


def key_text(action: QAction) -> str:
    """The first key of an action as this system writes it; nothing if it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def hint(action: QAction) -> str:
    """What an action does, and its key."""
    keys = key_text(action)
    return f"{action.text()} ({keys})" if keys else action.text()


def keyed(action: QAction, words: str) -> str:
    """Words behind the first key of an action, if it has one."""
    return "  ".join(filter(None, (key_text(action), words)))


def follow_keyed(button: "WordButton", action: QAction, words: str) -> None:
    """As `follow`, with the action's key of now before these words on the button."""

    def name() -> None:
        button.set_value(keyed(action, words))

    follow(button, action)
    name()
    action.changed.connect(name)


def follow(button: QAbstractButton, action: QAction) -> None:
    """Have a button do what the action does, be offered when that is, and tell its key of now."""

    def show() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(tooltip("\n".join(part for part in (hint(action), action.whatsThis()) if part)))

    show()
    button.clicked.connect(action.trigger)
    action.changed.connect(show)
