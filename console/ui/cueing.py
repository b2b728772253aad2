"""Cues in the console's own window: a board below the bar that comes with the first cue, and taking note by a key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from console.domain.commands import NoteCue
from console.domain.show import Show
from console.ui.acts import Acts
from console.ui.style.look import LiveLook

if TYPE_CHECKING:
    from console.ui.widgets.cue_board import CueBoard


class Cueing(QObject):
    """Shows what the anchor has still to take note of, and takes note."""

    def __init__(self, acts: Acts, look: LiveLook, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._look = look
        self._now = now
        self._room = QVBoxLayout()
        self.board: CueBoard | None = None
        acts.bridge.shown.connect(self._follow)

    def put_into(self, column: QVBoxLayout) -> None:
        """Take a place in the window."""
        column.addLayout(self._room)

    def note(self) -> None:
        """Take note of the cue that has been open longest."""
        if self.board is not None and self.board.first is not None:
            self._acts.do(NoteCue(self.board.first))
        else:
            self._acts.notice("cue", self.tr("There is no cue to take note of."))

    def _follow(self, show: Show, _entries: object) -> None:
        if self.board is None and any(cue.open for cue in show.cues):
            from console.ui.widgets.cue_board import CueBoard  # noqa: PLC0415 - the first paint need not wait for it

            self.board = CueBoard(self._look, self._now)
            self.board.noted.connect(lambda number: self._acts.do(NoteCue(number)))
            self._room.addWidget(self.board)
        if self.board is not None:
            self.board.set_value(show.cues)
