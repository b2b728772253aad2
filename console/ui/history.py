"""What this person did since the window was opened, and its undoing: the desk is asked for the opposite."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from console.domain.apply import folded
from console.domain.changes import Change, Entry, StockMoved
from console.domain.commands import Command
from console.domain.show import Show
from console.domain.undo import Lasting, inverse, touched
from console.ui.acts import Acts
from console.ui.words.deeds import deed_words
from console.ui.words.outcomes import words_for
from console.ui.words.undone import undone_words

MOST = 200
NOTICE = "undo"


class Deed(msgspec.Struct, frozen=True):
    """Something that was done. `back` undoes it, or once it is `undone` does it again; or it says why it lasts.

    `touched` is what of the show it was about, as it left that.
    """

    id: str
    at: datetime
    words: str
    changes: tuple[Change, ...]
    back: Command | Lasting
    touched: tuple[object, ...]
    undone: bool = False


class History(QObject):
    """Remembers deeds, the newest last. Undoing is a command like any other: it can be refused, and be undone."""

    changed = Signal()

    def __init__(self, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._show = acts.bridge.show.id
        self._deeds: dict[str, Deed] = {}
        self._undone: list[str] = []
        self._asked: dict[str, str] = {}
        acts.bridge.mine.connect(self.hear)

    @property
    def deeds(self) -> Sequence[Deed]:
        """The deeds, the newest last."""
        return tuple(self._deeds.values())

    @property
    def next_undo(self) -> Deed | None:
        """The newest deed that is done and can be undone."""
        can = (deed for deed in reversed(self.deeds) if not deed.undone and not isinstance(deed.back, Lasting))
        return next(can, None)

    @property
    def next_redo(self) -> Deed | None:
        """The deed that was undone last, while nothing new was done."""
        return self._deeds[self._undone[-1]] if self._undone else None

    def undo(self) -> None:
        """Undo the newest deed."""
        if deed := self.next_undo:
            self.turn(deed)

    def redo(self) -> None:
        """Do again what was undone last."""
        if deed := self.next_redo:
            self.turn(deed)

    def turn(self, deed: Deed) -> None:
        """Undo a deed, or do it again, unless something newer depends on it. One is turned at a time."""
        if isinstance(deed.back, Lasting) or deed.id in self._asked.values():
            return
        if touched(self._acts.bridge.show, deed.changes) != deed.touched:
            self._tell(_tr("Something newer depends on it: {0}").format(deed.words), _tr("Undo what came after first."))
            return
        command_id = uuid4().hex
        self._asked[command_id] = deed.id
        self._acts.start(self._ask(command_id, deed.back), _tr("Undo"))

    async def _ask(self, command_id: str, command: Command) -> None:
        """Ask the desk; what it then tells turns the deed. One that it had nothing to change for is forgotten."""
        try:
            outcome = await self._acts.bridge.ask(command, command_id)
        except BaseException:
            self._asked.pop(command_id, None)
            raise
        if words := words_for(outcome):
            self._asked.pop(command_id, None)
            self._tell(words.title, words.next_step)
            return
        self._acts.bridge.catch_up()
        if (name := self._asked.pop(command_id, None)) and (deed := self._deeds.pop(name, None)):
            self._tell(_tr("It was so already: {0}").format(deed.words), "")
            self._undone = [each for each in self._undone if each != name]
            self.changed.emit()

    def _tell(self, title: str, next_step: str) -> None:
        self._acts.notice(NOTICE, title, next_step)

    def hear(self, before: Show, entries: Sequence[Entry]) -> None:
        """Take in what one command of this person changed."""
        changes, at = tuple(entry.change for entry in entries), entries[0].at
        now = folded(before, changes, at)
        if now.id != self._show:
            self._forget(now.id)
        back = inverse(before, changes, at)
        if back is None:
            return
        left = touched(now, changes)
        if deed := self._turned(entries[0].command, changes):
            self._put_turned(msgspec.structs.replace(deed, changes=changes, back=back, touched=left))
        else:
            self._put(Deed(entries[0].command, at, deed_words(before, changes), changes, back, left))
        if words := undone_words(before, changes):
            self._tell(*words)
        self.changed.emit()

    def _turned(self, command: str, changes: Sequence[Change]) -> Deed | None:
        """The deed that these changes turn: the one that was asked for, or one whose move of stock they undo."""
        if command in self._asked:
            return self._deeds.get(self._asked.pop(command))
        undoes = {change.undoes for change in changes if isinstance(change, StockMoved)}
        return next((deed for deed in self.deeds if not deed.undone and _moves(deed) & undoes), None)

    def _put_turned(self, deed: Deed) -> None:
        turned = msgspec.structs.replace(deed, undone=not deed.undone)
        self._deeds[deed.id] = turned
        self._undone = [each for each in self._undone if each != deed.id]
        if turned.undone:
            self._undone.append(deed.id)

    def _put(self, deed: Deed) -> None:
        self._deeds[deed.id] = deed
        self._undone.clear()
        if len(self._deeds) > MOST:
            del self._deeds[next(iter(self._deeds))]

    def _forget(self, show: int) -> None:
        """Another show began: what was done in the one before stays there."""
        self._show = show
        self._deeds.clear()
        self._undone.clear()


def _moves(deed: Deed) -> set[int]:
    return {change.move for change in deed.changes if isinstance(change, StockMoved)}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Deeds", text)
