"""The keys of the bar, as actions that work in the whole window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def key(text: str, keys: str, act: Callable[[], object], parent: QWidget) -> QAction:
    """An action of the whole window; a key that is held down triggers it once."""
    action = QAction(text, parent)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setAutoRepeat(False)
    action.triggered.connect(lambda _checked: act())
    parent.addAction(action)
    return action


def hint(action: QAction) -> str:
    """What the action does, and its key as this system writes it."""
    return f"{action.text()} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
