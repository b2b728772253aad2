"""What can be done with the queue, each with its key."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from console.domain.commands import MoveItem, Pin, RemoveItem, SetPinLoop, Unpin
from console.domain.queue import LEAST_EVERY, MOST_EVERY
from console.ui.act import Act, action_of, allow
from console.ui.acts import Acts
from console.ui.queue import acts as queue_acts
from console.ui.queue.view import QueueView

LOOP_STEP = timedelta(seconds=30)


class QueueActions(QObject):
    """Acts on the selected row. `add` is called when products are to be added."""

    def __init__(self, acts: Acts, view: QueueView, panel: QWidget, add: Callable[[], None]) -> None:
        super().__init__(view)
        self._acts = acts
        self._view = view
        self.pin = self._action(queue_acts.PIN, self._pin)
        self.top = self._action(queue_acts.TOP, self._to_top)
        self.up = self._action(queue_acts.UP, lambda: self._move(-1))
        self.down = self._action(queue_acts.DOWN, lambda: self._move(1))
        self.code = self._action(queue_acts.CODE, view.edit_code)
        self.add = self._action(queue_acts.ADD, add)
        panel.addAction(self.add)
        self.remove = self._action(queue_acts.REMOVE, self._remove)
        self.loop = self._action(queue_acts.LOOP, self._loop)
        self.stop_loop = self._action(queue_acts.STOP_LOOP, lambda: self._set_loop(()))
        self.shorter = self._action(queue_acts.SHORTER, lambda: self._change_loop(-LOOP_STEP))
        self.longer = self._action(queue_acts.LONGER, lambda: self._change_loop(LOOP_STEP))
        for action in (self.stop_loop, self.shorter, self.longer):
            panel.addAction(action)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def enable(self) -> None:
        """Offer what can be done now."""
        row = self._view.current()
        at, last = self._view.currentIndex().row(), len(self._view.rows.rows) - 1
        nothing = self.tr("The queue is empty.")
        for action in (self.pin, self.code, self.loop):
            allow(action, when=row is not None, why=nothing)
        pinned = self.tr("This item is being explained now: stop that first.")
        allow(self.remove, when=row is not None and not row.pinned, why=pinned if row else nothing)
        for action in (self.top, self.up):
            allow(action, when=row is not None and at > 0, why=self.tr("It is at the top.") if row else nothing)
        loop = self._acts.bridge.show.loop
        looped, none = bool(loop.items), self.tr("There is no loop.")
        allow(self.stop_loop, when=looped, why=none)
        shortest, longest = self.tr("Each has half a minute already."), self.tr("Each has an hour already.")
        allow(self.shorter, when=looped and loop.every > LEAST_EVERY, why=shortest if looped else none)
        allow(self.longer, when=looped and loop.every < MOST_EVERY, why=longest if looped else none)
        allow(self.down, when=row is not None and at < last, why=self.tr("It is at the end.") if row else nothing)

    def _action(self, act: Act, done: Callable[[], None]) -> QAction:
        return action_of(act, done, self, self._view)

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

    def _loop(self) -> None:
        if row := self._view.current():
            items = self._acts.bridge.show.loop.items
            rest = tuple(each for each in items if each != row.item)
            self._set_loop(rest if len(rest) < len(items) else (*items, row.item))

    def _set_loop(self, items: tuple[int, ...]) -> None:
        self._acts.do(SetPinLoop(items, self._acts.bridge.show.loop.every))

    def _change_loop(self, by: timedelta) -> None:
        loop = self._acts.bridge.show.loop
        self._acts.do(SetPinLoop(loop.items, min(MOST_EVERY, max(LEAST_EVERY, loop.every + by))))

    def _remove(self) -> None:
        if row := self._view.current():
            self._acts.do(RemoveItem(row.item))
