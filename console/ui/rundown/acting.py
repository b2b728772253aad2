"""What the keys of the rundown do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from console.domain.commands import (
    AnswerProposal,
    Back,
    MoveSegment,
    PauseSegment,
    RemoveSegment,
    ResumeSegment,
    SetNext,
    SkipSegment,
    Take,
    TakeEdits,
)
from console.domain.proposing import standing
from console.domain.timing import following
from console.ui.acts import Acts
from console.ui.rundown.model import Asked, RundownModel
from console.ui.rundown.rows import Row, RowState
from console.ui.rundown.segment_list import SegmentList

DOUBLE_TAP_S = 0.4
ASK_MS = 3_000
UPCOMING = frozenset({RowState.NEXT, RowState.LATER, RowState.SKIPPED})
HEADINGS = frozenset({RowState.GROUP, RowState.MILESTONE})


class Acting(QObject):
    """Asks the desk; a second tap that comes too soon is not meant, and what surprises is asked for twice.

    `fingers` is a clock of seconds for hands, which no rehearsal makes faster.
    """

    def __init__(
        self,
        acts: Acts,
        model: RundownModel,
        segments: SegmentList,
        fingers: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._model = model
        self._list = segments
        self._fingers = fingers
        self._took_at: float | None = None
        self._forget = QTimer(self, singleShot=True, interval=ASK_MS)
        self._forget.timeout.connect(self.forget)
        segments.chosen.connect(self.forget)
        segments.left.connect(self.forget)
        segments.dragged.connect(lambda segment, to: acts.do(MoveSegment(segment, to)))

    def take(self) -> None:
        """Take the segment that is next. It is named, so that two keys in one frame take one segment."""
        if self._first_tap():
            self._acts.do(Take(following(self._acts.bridge.show)))

    def back(self) -> None:
        """Take the segment before."""
        if self._first_tap():
            self._acts.do(Back())

    def _first_tap(self) -> bool:
        now = self._fingers()
        if self._took_at is not None and now - self._took_at < DOUBLE_TAP_S:
            return False
        self._took_at = now
        return True

    def take_chosen(self) -> None:
        """Take the chosen segment, once the key was pressed again."""
        row = self._list.current
        free = row is not None and row.state is not RowState.LIVE and row.state not in HEADINGS
        if row and free and self._confirmed(row, Asked.TAKE) and self._first_tap():
            self._acts.do(Take(row.id))

    def remove(self) -> None:
        """Remove the chosen segment, once the key was pressed again."""
        row = self._list.current
        if row and self._confirmed(row, Asked.REMOVE):
            self._acts.do(RemoveSegment(row.id))

    def _confirmed(self, row: Row, what: Asked) -> bool:
        if self._model.asked == (row.id, what):
            self.forget()
            return True
        self._model.ask((row.id, what))
        self._list.choose(row.id)
        self._forget.start()
        return False

    def forget(self) -> None:
        """Wait for no second key any more."""
        self._forget.stop()
        self._model.ask(None)

    def skip(self) -> None:
        """Leave the chosen segment out, or take it in again; what was live is left alone."""
        row = self._list.current
        if row and row.state in UPCOMING:
            self._acts.do(SkipSegment(row.id, skip=row.state is not RowState.SKIPPED))

    def set_next(self) -> None:
        """Let the chosen segment come next; once it does so by a person's word, go on in order."""
        row = self._list.current
        if row and row.state not in HEADINGS:
            self._acts.do(SetNext(None if self._acts.bridge.show.next == row.id else row.id))

    def hold(self) -> None:
        """Hold the clock of the live segment, or let it go on."""
        live = self._acts.bridge.show.live
        if live:
            self._acts.do(ResumeSegment() if live.paused else PauseSegment())

    def take_edits(self) -> None:
        """Put on air what was edited of the live segment."""
        self._acts.do(TakeEdits())

    def accept(self) -> None:
        """Do what the queue proposes."""
        self._answer(accept=True)

    def decline(self) -> None:
        """Leave what the queue proposes."""
        self._answer(accept=False)

    def _answer(self, *, accept: bool) -> None:
        if offered := standing(self._acts.bridge.show):
            self._acts.do(AnswerProposal(offered.number, accept))

    def up(self) -> None:
        """Put the chosen segment one place earlier."""
        self._move(-1)

    def down(self) -> None:
        """Put the chosen segment one place later."""
        self._move(+1)

    def _move(self, by: int) -> None:
        row = self._list.current
        at = self._model.position(row.id) if row else None
        if row and at is not None and 0 <= at + by < self._model.rowCount():
            self._acts.do(MoveSegment(row.id, at + by))
