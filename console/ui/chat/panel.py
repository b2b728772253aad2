"""The chat panel: what viewers say, a search through all of it, and how much is new below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from console.desk.watching import Copy
from console.domain.changes import (
    BuyerJoined,
    BuyerMarked,
    BuyersParted,
    Claimed,
    ClaimMoved,
    DraftSet,
    Entry,
    HeardLine,
)
from console.domain.chat import ChatGap, Erasure
from console.domain.claims.buyers import Past
from console.domain.claims.identity import platform_of
from console.ui.act import action_of
from console.ui.acts import Acts
from console.ui.chat import acts as chat_acts
from console.ui.chat.book import Book
from console.ui.chat.row import ChatRow, Note, Voice
from console.ui.chat.view import ChatView
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import Kind, WordButton
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.panel import Panel

PAUSE_MS = 150

NOTED = (Claimed, ClaimMoved, DraftSet, BuyerMarked, BuyerJoined, BuyersParted)
"""Changes after which the notes of lines say something else."""


class ChatPanel(Panel):
    """Shows the chat as it comes, and what a search finds in its place. `connections_wanted`: to connect one."""

    connections_wanted = Signal()
    claim_wanted = Signal(str, str, str, str)
    """The identity, name and source of a buyer to claim for, and what is to be said about it."""

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("ChatPanel", "Chat"), parent)
        self._acts = acts
        self._book = Book()
        self._found_book = Book()
        self._past: Mapping[str, Past] = {}
        self._gaps = 0
        self._missing: dict[int, tuple[str, str]] = {}
        self.view = ChatView(look)
        self._found = ChatView(look)
        self._found.setAccessibleName(self.tr("Lines found"))
        self._pages = QStackedWidget()
        self._unseen = WordButton("", Kind.PRIMARY)
        self._words = QLineEdit(placeholderText=self.tr("Search the chat"), clearButtonEnabled=True)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self._quiet = EmptyState(self.tr("What viewers say appears here, from every chat."), self.tr("Connections"))
        self._quiet.acted.connect(self.connections_wanted)
        for page in (self._quiet, self.view, self._found):
            self._pages.addWidget(page)
        self._unseen.hide()
        self._words.setAccessibleName(self.tr("Search the chat"))
        self._words.setMaxLength(200)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(STEP, 0, STEP, 0)
        column.setSpacing(STEP)
        column.addWidget(self._pages, 1)
        column.addWidget(self._unseen, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        self.set_body(body)

    def _connect(self) -> None:
        self._acts.bridge.began.connect(self._begin)
        self._acts.bridge.heard.connect(self._hear)
        self._acts.bridge.shown.connect(self._shown)
        self.view.row_activated.connect(lambda row: self._claim_for(self._book, row))
        self._found.row_activated.connect(lambda row: self._claim_for(self._found_book, row))
        self.view.annotate(lambda row: self._note(self._book, row))
        self._found.annotate(lambda row: self._note(self._found_book, row))
        self.view.unseen_changed.connect(self._show_unseen)
        self._unseen.clicked.connect(self.view.jump_to_end)
        self._words.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._search)
        action_of(chat_acts.SEARCH, self._words.setFocus, self, self)
        action_of(chat_acts.NEWEST, self.view.jump_to_end, self, self)

    def _begin(self, copy: Copy) -> None:
        self._book.clear()
        self.view.clear()
        self.view.append([self._book.row(heard) for heard in copy.chat])
        self._pages.setCurrentWidget(self.view if copy.chat else self._quiet)
        if copy.show.claims.by_id and self._acts.bridge.connected:
            self._acts.start(self._recall(), "what buyers did before")

    async def _recall(self) -> None:
        """Know what buyers did in earlier shows."""
        self._past = (await self._acts.bridge.claims_told()).past
        self.view.renote()

    def _shown(self, _show: object, entries: Sequence[Entry]) -> None:
        """Show what became of claims."""
        if any(isinstance(entry.change, NOTED) for entry in entries):
            self.view.renote()
            self._found.renote()

    def _claim_for(self, book: Book, row: int) -> None:
        """Ask for a claim by hand: for who said a line, or for somebody whose line a gap has swallowed."""
        if (line := book.spoken(row)) is not None:
            buyer = f"{platform_of(line.source)}/{line.author or f'?{line.id}'}"
            self.claim_wanted.emit(buyer, line.name or buyer, line.source, "")
        elif row in self._missing:
            source, words = self._missing[row]
            self.claim_wanted.emit("", "", source, f"{source}: {words}")

    def _note(self, book: Book, row: int) -> Note | None:
        """What became of what a row claims."""
        show = self._acts.bridge.show
        if not show.claims.by_id:
            return None
        from console.ui.chat.notes import note_of  # noqa: PLC0415 - the first paint need not wait for it

        return note_of(show, book.key(row), self._past)

    def _hear(self, events: Sequence[HeardLine | Erasure | ChatGap]) -> None:
        """Add what was said and take away what was taken away, in order, with one paint."""
        if self._pages.currentWidget() is self._quiet:
            self._pages.setCurrentWidget(self.view)
        rows: list[ChatRow] = []
        for event in events:
            match event:
                case HeardLine():
                    rows.append(self._book.row(event))
                case ChatGap():
                    rows.append(self._gap(event))
                case erasure:
                    self.view.append(rows)
                    rows = []
                    self.view.erase(self._book.concerned(erasure))
        self.view.append(rows)

    def _gap(self, gap: ChatGap) -> ChatRow:
        """A row that says what is missing."""
        self._gaps += 1
        seconds = round((gap.ended - gap.began).total_seconds())
        text = self.tr("Not connected for %n s: lines may be missing here", "", seconds)
        self._missing[-self._gaps] = (gap.source, text)
        return ChatRow(id=-self._gaps, name="", text=text, voice=Voice(notice=True))

    def _show_unseen(self, count: int) -> None:
        self._unseen.set_value(self.tr("%n new", "", count))
        self._unseen.setVisible(count > 0 and self._pages.currentWidget() is self.view)

    def _search(self) -> None:
        words = self._words.text().strip()
        if words:
            self._acts.start(self._find(words), "chat search")
        else:
            self._pages.setCurrentWidget(self.view)
            self.set_caption("")
            self._show_unseen(self.view.unseen)

    async def _find(self, words: str) -> None:
        found = await self._acts.bridge.search_chat(words)
        if words != self._words.text().strip():
            return
        self._found.clear()
        self._found_book.clear()
        self._found.append([self._found_book.row(heard) for heard in reversed(found)])
        self._pages.setCurrentWidget(self._found)
        self._unseen.hide()
        self.set_caption(self.tr("%n found", "", len(found)))
