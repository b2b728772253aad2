"""The stock desk: search, a sign, a number, Enter; then the next SKU."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console.domain.changes import CatalogueImported, CatalogueStored, Entry, ProductSaved
from console.domain.claims.book import ALL
from console.domain.commands import (
    AdjustStock,
    Command,
    CountStock,
    RingFence,
    SetLimits,
    SetRelease,
    UndoMove,
)
from console.domain.found import FoundSku
from console.domain.show import Show
from console.overriding import override
from console.ui.act import Act, action_of, allow
from console.ui.acts import Acts
from console.ui.selling import Selling, stopped
from console.ui.stock.desk import acts as desk_acts
from console.ui.stock.desk.detail import Detail
from console.ui.stock.desk.field import SkuField
from console.ui.stock.desk.painter import GAP
from console.ui.stock.desk.row import DeskRow, desk_rows, queued_skus
from console.ui.stock.desk.searching import Searching
from console.ui.stock.desk.table import DeskTable
from console.ui.stock.drawer import Drawer
from console.ui.stock.story import Asked
from console.ui.stock.strip import Target
from console.ui.stock.teller import Teller
from console.ui.stock.undo import last_move, last_reasons
from console.ui.stock.words import StockWords
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.hairline import hairline
from console.ui.widgets.panel import Panel
from console.ui.widgets.plain_label import PlainLabel

BATCH = 20


class StockDesk(Panel):
    """Finds SKUs and changes them. `left` asks to close it; it wants more room than other drawers do."""

    left = Signal()

    def __init__(
        self, acts: Acts, selling: Selling, look: LiveLook, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, QCoreApplication.translate("StockDesk", "Stock desk"), parent)
        self.setProperty("beside", 1)
        self._acts = acts
        self._selling = selling
        self._words = StockWords(self)
        self._found: Sequence[FoundSku] = ()
        self._show: Show = acts.bridge.show
        self._said_of: tuple[str, ...] = ()
        self._batch = BATCH
        self.search = SkuField()
        self.searching = Searching(acts, self)
        self.table = DeskTable(look, self._words)
        self.why = Drawer(look, self._words, now)
        self._teller = Teller(acts, self.why)
        self._told = PlainLabel(tone="muted", face="caption")
        self._pages = QStackedWidget()
        self.actions_here = self._make_actions()
        self.detail = Detail(look, self._words, self._offered())
        self._leave = IconButton(look, "cross", self.tr("Close"))
        self._build()
        self._connect()
        self._find()

    def look_for(self, text: str) -> None:
        """Find this at once."""
        self.search.setText(text)
        self.search.begin()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what was searched last, with the numbers of now."""
        super().showEvent(event)
        self._shown(self._acts.bridge.show, ())
        self.search.begin()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the search, then leaves."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
            self.search.begin()
        else:
            self.left.emit()

    def _make_actions(self) -> dict[Act, QAction]:
        done: dict[Act, Callable[[], object]] = {
            desk_acts.FIND: self.search.begin,
            desk_acts.LESS: lambda: self._begin_change(-1),
            desk_acts.MORE: lambda: self._begin_change(1),
            desk_acts.COUNT: self._begin_count,
            desk_acts.LIMITS: self._begin_limits,
            desk_acts.RELEASE: self._begin_release,
            desk_acts.FENCE: self._begin_fence,
            desk_acts.STOP: self._turn_sale,
            desk_acts.NOTICE: self._begin_notice,
            desk_acts.UNDO: self._undo,
            desk_acts.WHY: lambda: self._ask_why(Asked.AVAILABLE),
        }
        return {act: action_of(act, each, self, self) for act, each in done.items()}

    def _offered(self) -> list[tuple[QAction, str, str]]:
        of = self.actions_here
        return [
            (of[desk_acts.LESS], "minus", ""),
            (of[desk_acts.MORE], "plus", ""),
            (of[desk_acts.WHY], "question", ""),
            (of[desk_acts.UNDO], "undo", ""),
            (of[desk_acts.LIMITS], "settings", ""),
            (of[desk_acts.COUNT], "", self.tr("Count…")),
            (of[desk_acts.STOP], "", self.tr("Stop / go on")),
            (of[desk_acts.RELEASE], "", self.tr("Release…")),
            (of[desk_acts.FENCE], "", self.tr("For this show…")),
        ]

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(BREATH, 0, BREATH, 0)
        head.setSpacing(STEP // 2)
        head.addWidget(self.search)
        head.addWidget(self._told)
        pages = QVBoxLayout()
        pages.setContentsMargins(BREATH - GAP, 0, STEP // 2, 0)
        pages.addWidget(self._pages)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.why)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addLayout(pages, 1)
        column.addWidget(hairline(self))
        column.addWidget(self.detail)
        self.set_body(body)
        self._leave.clicked.connect(self.left)
        self.add_action(self._leave)
        self.setFocusProxy(self.search)

    def _connect(self) -> None:
        detail = self.detail
        self._acts.bridge.shown.connect(self._shown)
        self.search.textChanged.connect(self._find)
        self.search.moved.connect(self.table.take_key)
        self.search.entered.connect(self.table.setFocus)
        self.search.changed_by.connect(self._begin_change)
        self.searching.found.connect(self._take)
        self.table.selected.connect(self._show_chosen)
        self.table.doubleClicked.connect(lambda _: self._begin_change(-1))
        detail.asked.connect(self._ask_why)
        detail.limits_wanted.connect(self._begin_limits)
        self.why.closed.connect(self._close_why)
        detail.change.wanted.connect(self._ask_change)
        detail.change.stepped.connect(self.table.step)
        detail.limits.wanted.connect(lambda command: self._ask_of(command, detail.limits.answer))
        detail.release.wanted.connect(lambda command: self._ask_of(command, detail.release.answer))
        detail.fence.wanted.connect(lambda command: self._ask_of(command, detail.fence.answer))
        detail.said.wanted.connect(self._say)
        for strip in detail.strips:
            strip.closed.connect(self._strip_closed)

    def _find(self) -> None:
        """Find what is typed; of nothing, show the queue, or where that is empty the catalogue."""
        text = self.search.text().strip()
        queued = () if text else tuple(queued_skus(self._acts.bridge.show))
        if queued:
            self.searching.forget()
            self._take(queued)
        else:
            self.searching.look_for(text)

    def _take(self, found: Sequence[FoundSku]) -> None:
        """Show what was found, the best chosen."""
        other = [each.sku for each in found] != [each.sku for each in self._found]
        self._found = found
        self._fill()
        if other and self._found and self.detail.change.isHidden():
            self.table.select(self._found[0].sku)
            self.table.scrollToTop()
        self._tell()

    def _tell(self) -> None:
        typed, number = bool(self.search.text().strip()), len(self._found)
        if not number:
            self._told.set_value(self.tr("Nothing is called that.") if typed else self.tr("The catalogue is empty."))
            return
        found = self.tr("%n found", "", number) if typed else self.tr("%n in the queue", "", number)
        keys = self.tr("↑ ↓ choose, −3 Enter takes three away, Enter goes to the list")
        self._told.set_value(f"{found} · {keys}")

    def _shown(self, show: Show, entries: Sequence[Entry]) -> None:
        if not self.isVisible():
            return
        known = any(isinstance(entry.change, CatalogueImported | CatalogueStored | ProductSaved) for entry in entries)
        if known or not entries or (not self.search.text().strip() and show.queue is not self._show.queue):
            self._find()
        self._show = show
        self._fill()

    def _fill(self) -> None:
        """Show the numbers of now."""
        self.table.set_rows(desk_rows(self._acts.bridge.show, self._found))
        self._show_chosen()

    def _show_chosen(self) -> None:
        row, show = self.table.row, self._acts.bridge.show
        self.detail.setVisible(row is not None)
        for act, action in self.actions_here.items():
            if act not in {desk_acts.FIND, desk_acts.UNDO}:
                allow(action, when=row is not None, why=self.tr("No SKU is chosen: find one."))
        move = last_move(show, self._acts.bridge.actor.person)
        undo = self.actions_here[desk_acts.UNDO]
        allow(undo, when=move is not None, why=self.tr("You have not changed the stock, or all of it is undone."))
        undo.setText(self._words.undo(move))
        if row is None:
            return
        self.detail.set_value(row)
        self.detail.change.set_target(self._target(row))
        self.detail.limits.close_for(row.sku)
        if self._pages.currentWidget() is self.why:
            self.why.set_row(row.numbers, show, (row.sku,))
        notice = self.actions_here[desk_acts.NOTICE]
        allow(notice, when=bool(row.numbers.stopped), why=self.tr("Its sale is not stopped."))

    def _target(self, row: DeskRow) -> Target:
        name = f"{self._words.variant(row.numbers)}, {row.title}"
        return Target(row.sku, name, row.product, row.numbers.on_hand)

    def _begin_change(self, sign: int) -> None:
        if row := self._ready():
            self.detail.change.begin_change(sign, self._target(row))
            self._begun()

    def _begin_count(self) -> None:
        if row := self._ready():
            self.detail.change.begin_count(self._target(row))
            self._begun()

    def _begin_limits(self) -> None:
        if row := self._ready():
            self.detail.limits.begin(row.numbers, f"{self._words.variant(row.numbers)}, {row.title}")
            self._begun()

    def _begin_release(self) -> None:
        if row := self._ready():
            given = row.numbers.given
            given_out = given.taken if given.released is None else given.released
            title = self.tr("{sku}: {released} released, {taken} taken, {available} there are")
            told = title.format(
                sku=row.sku, released=given_out, taken=given.taken, available=row.numbers.available or 0
            )
            self.detail.release.begin(
                told, self._batch, lambda more: SetRelease(row.sku, None if more is None else given_out + more)
            )
            self._begun()

    def _begin_fence(self) -> None:
        if row := self._ready():
            given = row.numbers.given
            title = self.tr("{sku}: {taken} taken by this show, {available} there are")
            told = title.format(sku=row.sku, taken=given.taken, available=row.numbers.available or 0)
            self.detail.fence.begin(told, given.fenced, lambda pieces: RingFence(row.sku, pieces or 0))
            self._begun()

    def _begin_notice(self) -> None:
        if (row := self._ready()) and row.numbers.stopped:
            every = ALL in stopped(self._acts.bridge.show)
            self.ask_notice(() if every else (row.sku,), row.numbers.given.notice)

    def _ready(self) -> DeskRow | None:
        """The chosen row, with everything else put away."""
        self._close_why()
        self.detail.close_strips()
        return self.table.row

    def _begun(self) -> None:
        person = self._acts.bridge.actor.person
        self.detail.change.reason.used(*last_reasons(self._acts.bridge.show, person))
        self.detail.make_room()

    def _strip_closed(self) -> None:
        """Be ready for the next SKU."""
        self.detail.make_room()
        self.search.begin()

    def _ask_change(self, command: AdjustStock | CountStock) -> None:
        self._acts.start(self._change(command), "a change of stock")

    async def _change(self, command: AdjustStock | CountStock) -> None:
        strip = self.detail.change
        try:
            strip.answer(command, await self._acts.ask(command))
        finally:
            strip.release(command)

    def _ask_of(self, command: SetLimits | SetRelease | RingFence, answer: Callable[..., None]) -> None:
        if isinstance(command, SetRelease) and command.pieces is not None:
            self._batch = max(1, self.detail.release.pieces.value())
        self._acts.start(self._answered(command, answer), "on what terms a SKU is given")

    async def _answered(self, command: Command, answer: Callable[..., None]) -> None:
        answer(command, await self._acts.ask(command))

    def _turn_sale(self) -> None:
        """Stop its sale at once, with a sentence that can be changed; or go on."""
        if (row := self._ready()) and self._selling.turn((row.sku,)):
            self.ask_notice((row.sku,), self._selling.notice)

    def ask_notice(self, skus: tuple[str, ...], sentence: str) -> None:
        """Ask what is said of the stopped sale of these SKUs; of none: of all sales."""
        self._said_of = skus
        self.detail.said.begin(sentence)
        self._begun()

    def _say(self, sentence: str) -> None:
        self._selling.say(self._said_of, sentence)

    def _undo(self) -> None:
        if move := last_move(self._acts.bridge.show, self._acts.bridge.actor.person):
            self._acts.do(UndoMove(move.id))

    def _ask_why(self, asked: Asked) -> None:
        row = self.table.row
        if row is None:
            return
        if self._pages.currentWidget() is self.why and self.why.asked is asked:
            self._close_why()
            return
        self._pages.setCurrentWidget(self.why)
        self.why.set_row(row.numbers, self._acts.bridge.show, (row.sku,))
        self.why.ask_about(asked)
        self._teller.tell((row.sku,))
        self.why.setFocus()

    def _close_why(self) -> None:
        if self._pages.currentWidget() is self.why:
            self._teller.tell(())
            self.why.forget()
            self._pages.setCurrentWidget(self.table)
            self.table.setFocus()
