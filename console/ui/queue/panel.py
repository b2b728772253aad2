"""The queue panel."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.commands import MoveItem, SetCode
from console.domain.show import Show
from console.domain.stock_state import StockState
from console.ui.act import follow
from console.ui.acts import Acts
from console.ui.pictures.pictures import Pictures
from console.ui.queue.actions import QueueActions
from console.ui.queue.row import QueueRow, QueueRows
from console.ui.queue.view import QueueView
from console.ui.queue.words import QueueWords
from console.ui.style.look import LiveLook
from console.ui.widgets.announce import announce, heard
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from console.ui.queue.loop_strip import LoopStrip


class QueuePanel(Panel):
    """Shows the queue and asks the desk to change it. `add_wanted` asks for the product finder."""

    add_wanted = Signal()

    def __init__(
        self,
        acts: Acts,
        look: LiveLook,
        pictures: Pictures,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, self.tr("Queue"), parent)
        self._acts = acts
        self._now = now
        self._strip: LoopStrip | None = None
        self._rows = QueueRows()
        self.view = QueueView(look, QueueWords(self), pictures, now, self)
        self.view.setAccessibleName(self.tr("Queue"))
        self.actions_of = QueueActions(acts, self.view, self, self.add_wanted.emit)
        self._fill()
        self._connect()
        self._show(acts.bridge.show, ())

    def choose(self, item: int) -> None:
        """Select an item, if it is there, and show it."""
        at = self.view.rows.position(item)
        if at is not None:
            self.view.setCurrentIndex(self.view.rows.index(at))

    def _fill(self) -> None:
        empty = EmptyState(
            self.tr("The queue is empty. Add the products that this show presents."), self.tr("Add products")
        )
        empty.acted.connect(self.add_wanted)
        self.set_body(self._body_of_view())
        self.set_empty(empty)
        self.setFocusProxy(self.view)
        for name, action in (("pin", self.actions_of.pin), ("up", self.actions_of.top), ("plus", self.actions_of.add)):
            self.add_action(self._button(name, action))

    def _body_of_view(self) -> QWidget:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.view, 1)
        return body

    def _tell_loop(self, show: Show) -> None:
        """Show the loop below the list, if there is one."""
        if show.loop.items and self._strip is None:
            from console.ui.queue.loop_strip import LoopStrip  # noqa: PLC0415 - few shows have a loop

            shorter, longer, stop = self.actions_of.shorter, self.actions_of.longer, self.actions_of.stop_loop
            self._strip = LoopStrip(self._look, self._now, shorter, longer, stop, self)
            self._column.addWidget(self._strip)
        if self._strip is not None:
            self._strip.set_value(show)
            self._strip.setVisible(bool(show.loop.items))

    def _button(self, name: str, action: QAction) -> IconButton:
        button = IconButton(self._look, name, action.text())
        follow(button, action)
        return button

    def _connect(self) -> None:
        rows = self.view.rows
        rows.move_wanted.connect(lambda item, to: self._acts.do(MoveItem(item, to)))
        rows.code_wanted.connect(lambda item, code: self._acts.do(SetCode(item, code)))
        self.view.doubleClicked.connect(lambda _: self.actions_of.pin.trigger())
        self.view.selectionModel().currentChanged.connect(self.actions_of.enable)
        self._acts.bridge.shown.connect(self._show)

    def _tell_sold_out(self, rows: Sequence[QueueRow]) -> None:
        """Say what has just sold out to who cannot see the row; at once, if it is what is being explained."""
        before = {row.item: row.state for row in self.view.rows.rows}
        for row in rows:
            if row.state is StockState.SOLD_OUT and before.get(row.item, row.state) is not row.state:
                announce(self.view, self.tr("Sold out: {0}").format(row.title), urgent=row.pinned)

    def _show(self, show: Show, _entries: object) -> None:
        rows = self._rows.of(show)
        if heard():
            self._tell_sold_out(rows)
        self.view.set_rows(rows)
        self.set_caption(self.locale().toString(len(rows)) if rows else "")
        self.show_empty(empty=not rows)
        self._tell_loop(show)
        self.actions_of.enable()
