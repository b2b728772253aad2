"""The drawer of claims: what needs a person first, then holds with their deadlines, who waits, what is over."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from console.desk.watching import Copy
from console.domain.changes import BuyersNamed, Claimed, ClaimMoved, DraftSet, Entry, HeardLine
from console.domain.chat import ChatGap, Erasure
from console.domain.claims.buyers import Told, tagged
from console.domain.claims.claim import Claim
from console.domain.claims.identity import line_key
from console.domain.claims.sieve import Sieve, text_of
from console.domain.show import Show
from console.ui.act import action_of
from console.ui.acts import Acts
from console.ui.claims import acts as claims_acts
from console.ui.claims.buyer_deeds import BuyerDeeds
from console.ui.claims.deeds import ClaimDeeds
from console.ui.claims.detail import ClaimDetail
from console.ui.claims.items import read_items
from console.ui.claims.model import ClaimsModel
from console.ui.claims.row import ClaimRow, Section
from console.ui.claims.sifting import Sifting
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.hairline import hairline
from console.ui.widgets.list_model import ROW
from console.ui.widgets.panel import Panel
from console.ui.widgets.two_line_list import TwoLineList
from console.ui.widgets.two_lines import Index, TwoLines
from console.ui.words.claim_orders import order_of, order_words
from console.ui.words.claims import became, items_words, mark_of, state_word, tags_words, told
from console.ui.words.times import remaining_text

TICK_MS = 1_000


class ClaimsDrawer(Panel):
    """Shows the claims. `left` asks to close the drawer, `export_wanted` for a file of those that are shown."""

    left = Signal()
    export_wanted = Signal(str)

    def __init__(self, acts: Acts, look: LiveLook, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("ClaimsDrawer", "Claims"), parent)
        self._acts = acts
        self._now = now
        self._told = Told()
        self._said: dict[str, str] = {}
        self._model = ClaimsModel(self)
        self.deeds = ClaimDeeds(acts, self.chosen, self._ask_items, self)
        self.buyers = BuyerDeeds(acts, self.chosen, self)
        self.sifting = Sifting()
        self.list = TwoLineList(look, self.tr("Claims"), self._model, self._lines)
        self.detail = ClaimDetail(self.deeds.actions | self.buyers.actions)
        self.receipt = QPlainTextEdit(readOnly=True)
        self.receipt.setAccessibleName(self.tr("The receipt"))
        self.receipt.hide()
        self.timer = QTimer(self, interval=TICK_MS)
        action_of(claims_acts.FIND, self.sifting.search.setFocus, self, self)
        action_of(claims_acts.OF_BUYER, self._of_buyer, self, self)
        action_of(claims_acts.EXPORT, self._export, self, self)
        self._leave = IconButton(look, "cross", self.tr("Close"))
        self._build()
        self._connect()
        self._take_up(acts.bridge.show)

    def chosen(self) -> Claim | None:
        """The chosen claim."""
        row = self._row()
        return row.claim if row else None

    def look_for(self, text: str) -> None:
        """Show the claims that hold this, the first of them chosen."""
        self.sifting.search.setText(text)
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts a receipt away, takes back what was typed of a claim, empties the search, then leaves."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.buyers.take_back():
            return
        elif not self.receipt.isHidden():
            self._put_receipt_away()
            self.list.setFocus()
        elif self.detail.take_back():
            self.list.setFocus()
        elif not self.sifting.clear():
            self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the deadlines run."""
        super().showEvent(event)
        self.timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop."""
        super().hideEvent(event)
        self.timer.stop()

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.sifting)
        column.addWidget(self.list, 1)
        column.addWidget(self.receipt, 1)
        column.addWidget(hairline(self))
        column.addWidget(self.detail)
        self.set_body(body)
        words = self.tr("Nobody has claimed anything yet. What viewers claim in the chat of a running show is here.")
        empty = EmptyState(words, self.tr("Close"))
        empty.acted.connect(self.left)
        self.set_empty(empty)
        self._leave.clicked.connect(self.left)
        self.add_action(self._leave)

    def _connect(self) -> None:
        bridge = self._acts.bridge
        bridge.began.connect(self._began)
        bridge.heard.connect(self._heard)
        bridge.shown.connect(self._shown)
        self.sifting.changed.connect(self._sift)
        self.detail.changed.connect(self._change)
        self.deeds.told.connect(self._tell_receipt)
        self.list.selectionModel().currentChanged.connect(self._put_receipt_away)
        self.list.selectionModel().currentChanged.connect(self._show_detail)
        self._model.dataChanged.connect(self._show_detail)
        self._model.rowsInserted.connect(self._choose_first)
        self._model.modelReset.connect(self._choose_first)
        self.timer.timeout.connect(self.list.viewport().update)

    def _began(self, copy: Copy) -> None:
        self._take_up(copy.show)

    def _take_up(self, show: Show) -> None:
        """Begin with what the show has; names and words come from the file."""
        self._model.begin(show.claims.by_id.values())
        self._tell()
        if show.id:
            self._acts.start(self._recall(), "what the file knows of claims")

    async def _recall(self) -> None:
        self._told = await self._acts.bridge.claims_told()
        self._model.name(self._told.names, self._told.words)
        self._show_detail()

    def _heard(self, events: Sequence[HeardLine | Erasure | ChatGap]) -> None:
        """Note the words of lines until their claims come, in the same frame."""
        said = (event.line for event in events if isinstance(event, HeardLine))
        self._said = {line_key(line.source, line.id): line.text for line in said}

    def _shown(self, show: Show, entries: Sequence[Entry]) -> None:
        at, before = self.list.currentIndex().row(), self._row()
        names: dict[str, str] = {}
        for entry in entries:
            match entry.change:
                case BuyersNamed(buyers=buyers):
                    names |= {buyer.id: buyer.name for buyer in buyers}
                case Claimed(claim=Claim(id=number)) | ClaimMoved(claim=int(number)):
                    self._take(show, number, names)
                case _:
                    continue
        self._tell()
        if any(isinstance(entry.change, DraftSet) for entry in entries):
            self._show_detail()
        if any(isinstance(entry.change, Claimed | ClaimMoved) for entry in entries):
            self._stay_in_tray(at, before)
            self._show_detail()
            self.list.viewport().update()

    def _stay_in_tray(self, at: int, before: ClaimRow | None) -> None:
        """Choose what took the place of a claim that left the tray, so that the next key is for the next one."""
        now = self._row()
        if before and before.section is Section.TRAY and now and now.section is not Section.TRAY:
            self.list.setCurrentIndex(self._model.index(min(at, self._model.rowCount() - 1)))

    def _row(self) -> ClaimRow | None:
        """The chosen row."""
        row: ClaimRow | None = self.list.currentIndex().data(ROW)
        return row

    def _take(self, show: Show, number: int, names: dict[str, str]) -> None:
        claim = show.claims.by_id.get(number)
        if claim is not None:
            words = self._said.get(line_key(claim.source, claim.line), "") if claim.line else ""
            self._model.put(claim, name=names.get(claim.buyer, ""), words=words)

    def _tell(self) -> None:
        """Say how many there are, and choose what is shown."""
        every, tray = self._model.all, self._model.counts[Section.TRAY]
        self.sifting.count(self._model.counts, every)
        self.sifting.offer_sources(self._model.sources)
        self.set_caption(self.tr("%n in the tray", "", tray) if tray else "")
        self.show_empty(empty=not every)
        self.detail.setVisible(self._model.rowCount() > 0)
        self.setFocusProxy(self.list if every else self._leave)
        self._offer(self.chosen())

    def _lines(self, index: Index, palette: Palette) -> TwoLines:
        row: ClaimRow = index.data(ROW)
        claim = row.claim
        held = row.section is Section.HELD
        left = remaining_text(claim.deadline - self._now()) if held and claim.deadline else ""
        return TwoLines(
            items_words(claim),
            left or state_word(claim.state),
            told(row.who, row.words),
            self._rank(claim) if row.section is Section.WAITING else self._tags(claim),
            mark_of(claim.state, palette),
            quiet=row.section is Section.OVER,
        )

    def _rank(self, claim: Claim) -> str:
        """The place among those who wait; of several SKUs the first that waits."""
        book = self._acts.bridge.show.claims
        ranks = [rank for part in claim.parts if (rank := book.rank(claim.id, part.sku))]
        return self.tr("number {0}").format(self.locale().toString(ranks[0])) if ranks else ""

    def _tags(self, claim: Claim) -> str:
        show = self._acts.bridge.show
        return tags_words(tagged(show.claims, claim.buyer, self._told.past, show.id))

    def _show_detail(self) -> None:
        row = self._row()
        self._offer(row.claim if row else None)
        self.detail.setVisible(row is not None)
        if row is not None:
            book = self._acts.bridge.show.claims
            title = f"{items_words(row.claim)} · {state_word(row.claim.state)}"
            about = told(row.who, self._tags(row.claim))
            said = f"“{row.words}”" if row.words else ""
            meaning = (said, became(book, row.claim), order_words(order_of(book, row.claim)))
            self.detail.set_value(row.claim, title, about, "\n".join(filter(None, meaning)))

    def _offer(self, claim: Claim | None) -> None:
        self.deeds.offer(claim)
        self.buyers.offer(claim)

    def _choose_first(self) -> None:
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))
        self._show_detail()

    def _sift(self) -> None:
        before = self.chosen()
        self._model.sift(self.sifting.sieve)
        at = self._model.row_of(before.id) if before else -1
        self.list.setCurrentIndex(self._model.index(max(0, at)))
        self._show_detail()

    def _tell_receipt(self, words: str) -> None:
        """Show a receipt in place of the list."""
        self.receipt.setPlainText(words)
        self.receipt.show()
        self.list.hide()
        self.receipt.setFocus()

    def _put_receipt_away(self) -> None:
        self.receipt.hide()
        self.list.show()

    def _of_buyer(self) -> None:
        """Look for all that the chosen buyer claimed."""
        if claim := self.chosen():
            self.sifting.search.setText(text_of(Sieve(buyer=claim.buyer)))

    def _export(self) -> None:
        self.export_wanted.emit(text_of(self.sifting.sieve))

    def _ask_items(self) -> None:
        if claim := self.chosen():
            self.detail.ask_items(claim)

    def _change(self, text: str) -> None:
        claim = self.chosen()
        items = read_items(text, self._acts.bridge.show.stock)
        if isinstance(items, str) or not items:
            self.detail.tell_wrong(self.tr("No item here has this SKU: {0}").format(items or text))
        elif claim is not None:
            self.detail.take_back()
            self.list.setFocus()
            self.deeds.change(claim, items)
