"""Pictures that wait for the engine: the newest first, some at a time, each asked for once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from console.errors import CuedeskError

if TYPE_CHECKING:
    from concurrent.futures import Future

AT_ONCE = 8
MOST_WAITING = 200


class Waiting(QObject):
    """Asks for pictures.

    `fetched` carries a picture's name and its file; `failed` the name and why, or no reason for one that had to give
    way to newer ones and may be asked for again.
    """

    fetched = Signal(str, str)
    failed = Signal(str, str)

    def __init__(self, fetch: Callable[[str], Future[Path] | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._waiting: list[str] = []
        self._asked: set[str] = set()
        self._under_way = 0
        self._answers = _Answers()
        self._answers.came.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def put(self, picture: str) -> bool:
        """Have a picture asked for. Returns whether it will be: not twice."""
        if picture in self._asked:
            return False
        self._asked.add(picture)
        self._waiting.append(picture)
        if len(self._waiting) > MOST_WAITING:
            self._give_up(self._waiting.pop(0))
        self.ask()
        return True

    def _give_up(self, picture: str) -> None:
        self._asked.discard(picture)
        self.failed.emit(picture, "")

    def ask(self) -> None:
        """Ask for as many as may be under way, if there is somebody to ask."""
        while self._waiting and self._under_way < AT_ONCE:
            asked = self._fetch(self._waiting[-1])
            if asked is None:
                return
            self._under_way += 1
            asked.add_done_callback(partial(_told, self._answers, self._waiting.pop()))

    def _take(self, picture: str, path: str, words: str) -> None:
        self._under_way -= 1
        if path:
            self.fetched.emit(picture, path)
        else:
            self._asked.discard(picture)
            self.failed.emit(picture, words)
        self.ask()

    def close(self) -> None:
        """Ask for nothing more."""
        self._waiting.clear()


class _Answers(QObject):
    """Carries answers from the engine's thread to the window's."""

    came = Signal(str, str, str)


def _told(answers: _Answers, picture: str, asked: Future[Path]) -> None:
    """Hand on, on whatever thread, what came of asking for a picture."""
    if asked.cancelled():
        answers.came.emit(picture, "", "")
    elif isinstance(error := asked.exception(), CuedeskError):
        answers.came.emit(picture, "", error.title)
    else:
        answers.came.emit(picture, *(("", repr(error)) if error else (str(asked.result()), "")))
