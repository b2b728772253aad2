"""What can be done with the queue, each with its key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from console.domain.commands import MoveItem, Pin, RemoveItem, Unpin
from console.ui.acts import Acts
from console.ui.queue.view import QueueView


class QueueActions(QObject):
    """Acts on the selected row. `add` is called when products are to be added."""

    def __init__(self, acts: Acts, view: QueueView, add: Callable[[], None]) -> None:
        super().__init__(view)
        self._acts = acts
        self._view = view
        self.pin = self._action(self.tr("Explain now, or stop"), self._pin, "Return", "Enter", "P")
        self.top = self._action(self.tr("Move to the top"), self._to_top, "Ctrl+Home")
        self.up = self._action(self.tr("Move up"), lambda: self._move(-1), "Alt+Up")
        self.down = self._action(self.tr("Move down"), lambda: self._move(1), "Alt+Down")
        self.code = self._action(self.tr("Change the code"), view.edit_code, "F2")
        self.add = self._action(self.tr("Add products"), add, "Ins", "+")
        self.remove = self._action(self.tr("Remove from the queue"), self._remove, "Del", "Backspace")
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def all(self) -> list[QAction]:
        """The actions in the order of a menu."""
        return [self.pin, self.top, self.up, self.down, self.code, self.add, self.remove]

    def enable(self) -> None:
        """Offer what can be done now."""
        row = self._view.current()
        at, last = self._view.currentIndex().row(), len(self._view.rows.rows) - 1
        for action in (self.pin, self.code):
            action.setEnabled(row is not None)
        self.remove.setEnabled(row is not None and not row.pinned)
        for action in (self.top, self.up):
            action.setEnabled(row is not None and at > 0)
        self.down.setEnabled(row is not None and at < last)

    def _action(self, words: str, done: Callable[[], None], *keys: str) -> QAction:
        action = QAction(words, self)
        action.setShortcuts(_sequences(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setAutoRepeat(False)
        action.triggered.connect(lambda _checked: done())
        self._view.addAction(action)
        return action

    def _pin(self) -> None:
        if row := self._view.current():
            self._acts.do(Unpin() if row.pinned else Pin(row.item))

    def _to_top(self) -> None:
        if row := self._view.current():
            self._acts.do(MoveItem(row.item, 0))

    def _move(self, by: int) -> None:
        row, to = self._view.current(), self._view.currentIndex().row() + by
        if row and 0 <= to < len(self._view.rows.rows):
            self._acts.do(MoveItem(row.item, to))

    def _remove(self) -> None:
        if row := self._view.current():
            self._acts.do(RemoveItem(row.item))


def _sequences(keys: Sequence[str]) -> list[QKeySequence]:
    return [QKeySequence(key) for key in keys]
