"""The stock counter: what is pinned, how many are left, and why."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.domain.changes import Entry
from console.domain.commands import AdjustStock, CountStock, SetLimits, SettleFinding, UndoMove
from console.domain.findings import Settlement
from console.domain.show import Show
from console.overriding import override
from console.ui.act import Act, action_of, allow
from console.ui.acts import Acts
from console.ui.stock import acts as stock_acts
from console.ui.stock.numbers import PinnedStock, VariantRow, pinned_stock
from console.ui.stock.pace import Pace
from console.ui.stock.story import Asked
from console.ui.stock.undo import last_move
from console.ui.stock.words import StockWords
from console.ui.style.look import LiveLook
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.panel import Panel
from console.ui.widgets.thumbnail import PictureSource

if TYPE_CHECKING:  # what comes with the body
    from console.ui.stock.body import Body
    from console.ui.stock.strip import Target
    from console.ui.stock.teller import Teller

PACE_MS = 2_000


class StockPanel(Panel):
    """Shows what is pinned and asks the desk to move its stock. `queue_wanted` asks for the queue's focus.

    The body and what works with it are made when something is pinned for the first time: they are half of the window.
    """

    queue_wanted = Signal()

    def __init__(
        self,
        acts: Acts,
        look: LiveLook,
        pictures: PictureSource,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, self.tr("Now"), parent)
        self._acts = acts
        self._now = now
        self._pictures = pictures
        self._age = ""
        self._words = StockWords(self)
        self._stock: PinnedStock | None = None
        self._pace = Pace()
        self._pace_tick = QTimer(self, interval=PACE_MS)
        self._pace_tick.timeout.connect(self._show_pace)
        self._make_actions()
        empty = EmptyState(self.tr("Nothing is pinned. Pin an item in the queue."), self.tr("Go to the queue"))
        empty.acted.connect(self.queue_wanted)
        self.set_empty(empty)
        acts.bridge.shown.connect(self._show)
        self._show(acts.bridge.show, ())

    @cached_property
    def body(self) -> "Body":
        """The counter's parts."""
        from console.ui.stock.body import Body  # noqa: PLC0415 - a window in which nothing is pinned does without

        body = Body(self._look, self._words, self._pictures, self._now, self)
        body.add_row(self._buttons())
        body.tell_age(self._age)
        self.set_body(body)
        self.setFocusProxy(body.table)
        self._connect(body)
        return body

    def prepare(self) -> "Body":
        """Have the body made, so that the first item is not waited for when it is pinned."""
        return self.body

    @cached_property
    def _teller(self) -> "Teller":
        from console.ui.stock.teller import Teller  # noqa: PLC0415 - as above

        return Teller(self._acts, self.body.drawer)

    def tell_age(self, words: str) -> None:
        """Say beside the number why it may not be true any more; nothing while it is."""
        self._age = words
        if "body" in vars(self):
            self.body.tell_age(words)

    def _make_actions(self) -> None:
        self.less = self._action(stock_acts.LESS, lambda: self._begin_change(-1))
        self.more = self._action(stock_acts.MORE, lambda: self._begin_change(1))
        self.count = self._action(stock_acts.COUNT, self._begin_count)
        self.limits = self._action(stock_acts.LIMITS, self._begin_limits)
        self.undo = self._action(stock_acts.UNDO, self._undo)
        self.why = self._action(stock_acts.WHY, self._toggle_why)

    def _action(self, act: Act, done: Callable[[], None]) -> QAction:
        return action_of(act, done, self, self)

    def _buttons(self) -> QWidget:
        from console.ui.stock.buttons import Buttons  # noqa: PLC0415 - as above

        buttons = [
            (self.less, "minus", ""),
            (self.more, "plus", ""),
            (self.count, "", self.tr("Count…")),
            (self.why, "question", ""),
            (self.undo, "undo", ""),
            (self.limits, "settings", ""),
        ]
        return Buttons(self._look, buttons)

    def _connect(self, body: "Body") -> None:
        body.left.clicked.connect(lambda: self._ask_why(Asked.AVAILABLE))
        body.figures.asked.connect(self._ask_why)
        body.drawer.closed.connect(self._close_drawer)
        body.table.selected.connect(self._show_selected)
        body.finding.settled.connect(self._settle)
        body.strip.wanted.connect(self._change_stock)
        body.strip.stepped.connect(body.table.step)
        body.strip.closed.connect(body.table.setFocus)
        body.limits.wanted.connect(lambda command: self._acts.start(self._set_limits(command), "limits of stock"))
        body.limits.closed.connect(body.table.setFocus)

    def _show(self, show: Show, entries: Sequence[Entry]) -> None:
        if entries:
            self._pace.hear(show, entries)
        else:
            self._pace.begin(show)
        self._show_undo(show)
        before, self._stock = self._stock, pinned_stock(show)
        if self._stock or before:
            self.body.finding.set_value(self._stock)
        self.show_empty(empty=self._stock is None)
        for action in (self.less, self.more, self.count, self.limits, self.why):
            allow(action, when=self._stock is not None, why=self.tr("Nothing is pinned: pin an item in the queue."))
        self.set_caption(self._stock.item.code if self._stock else "")
        if self._stock:
            if before is None or before.product.id != self._stock.product.id:
                self._begin_product()
            self.body.table.set_rows(self._stock.rows)
            self._show_selected()
            self._teller.heard(entries)

    def _begin_product(self) -> None:
        """Forget what was selected and asked of another product."""
        self.body.table.set_rows(())
        self._close_drawer()

    def _show_selected(self) -> None:
        row = self.body.table.row
        if row is None or self._stock is None:
            return
        self.body.headline.set_value(self._stock.product, self._stock.variant(row.sku))
        self.body.left.set_value(row)
        self.body.limits.close_for(row.sku)
        self.body.figures.set_value(row)
        if self.body.drawer.isVisibleTo(self.body):
            self.body.drawer.set_row(row, self._acts.bridge.show, self._skus(row))
        if self.body.strip.target.product == self._stock.product.id:
            self.body.strip.set_target(self._target())
        self._show_pace()

    def _target(self) -> "Target":
        from console.ui.stock.strip import Target  # noqa: PLC0415 - as above

        row, stock = self.body.table.row, self._stock
        if row is None or stock is None:
            return Target("", "", "", 0)
        name = f"{self._words.variant(row)}, {stock.product.title}" if row.sku else ""
        return Target(row.sku, name, stock.product.id, row.on_hand)

    def _begin_change(self, sign: int) -> None:
        if self._stock:
            self._close_drawer()
            self.body.strip.begin_change(sign, self._target())

    def _begin_count(self) -> None:
        if self._stock:
            self._close_drawer()
            self.body.strip.begin_count(self._target())

    def _begin_limits(self) -> None:
        """Ask for the limits of the chosen variant; of all together, those of the first."""
        row, stock = self.body.table.row, self._stock
        if row is None or stock is None:
            return
        chosen = row if row.sku else next(each for each in stock.rows if each.sku)
        self.body.table.select(chosen.sku)
        self._close_drawer()
        self.body.limits.begin(chosen, f"{self._words.variant(chosen)}, {stock.product.title}")

    async def _set_limits(self, command: SetLimits) -> None:
        self.body.limits.answer(command, await self._acts.ask(command))

    def _change_stock(self, command: AdjustStock | CountStock) -> None:
        self._acts.start(self._ask(command), "a change of stock")

    async def _ask(self, command: AdjustStock | CountStock) -> None:
        try:
            self.body.strip.answer(command, await self._acts.ask(command))
        finally:
            self.body.strip.release(command)

    def _undo(self) -> None:
        if move := last_move(self._acts.bridge.show, self._acts.bridge.actor.person):
            self._acts.do(UndoMove(move.id))

    def _show_undo(self, show: Show) -> None:
        move = last_move(show, self._acts.bridge.actor.person)
        allow(self.undo, when=move is not None, why=self.tr("You have not changed the stock, or all of it is undone."))
        self.undo.setText(self._words.undo(move))

    def _settle(self, finding: int, how: Settlement) -> None:
        self._acts.do(SettleFinding(finding, how))

    def _toggle_why(self) -> None:
        if self.body.drawer.isVisibleTo(self.body):
            self._close_drawer()
        else:
            self._ask_why(Asked.AVAILABLE)

    def _ask_why(self, asked: Asked) -> None:
        row, stock = self.body.table.row, self._stock
        if row is None or stock is None:
            return
        self.body.open_drawer(opened=True)
        self.body.drawer.set_row(row, self._acts.bridge.show, self._skus(row))
        self.body.drawer.ask_about(asked)
        self._teller.tell(self._skus(row))

    def _skus(self, row: VariantRow) -> tuple[str, ...]:
        """What a row is about."""
        return (row.sku,) if row.sku or self._stock is None else self._stock.product.skus

    def _close_drawer(self) -> None:
        if self.body.drawer.isVisibleTo(self.body):
            self._teller.tell(())
            self.body.drawer.forget()
            self.body.open_drawer(opened=False)

    def _show_pace(self) -> None:
        row = self.body.table.row
        if row is not None and self._stock is not None:
            self.body.figures.set_pace(self._pace.of(self._skus(row), self._now()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow the pace."""
        super().showEvent(event)
        self._pace_tick.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Follow no pace that nobody sees."""
        super().hideEvent(event)
        self._pace_tick.stop()
