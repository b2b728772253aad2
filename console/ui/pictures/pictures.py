"""Small pictures of products, decoded beside the window's thread and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from console.domain.pictures import cached_as, is_address
from console.ui.pictures.decode import Decoding, Results, local_path
from console.ui.pictures.waiting import Waiting
from console.ui.widgets.thumbnail import PictureSight, PictureState

if TYPE_CHECKING:
    from concurrent.futures import Future

MOST_KEPT = 600
AGAIN_AFTER = 60.0  # seconds: then a picture that could not be shown is tried again when it is to be painted

Fetch = Callable[[str], "Future[Path] | None"]


class PicturePlaces(NamedTuple):
    """Where pictures are: files in these folders, those with an address in the cache."""

    folders: Sequence[Path]
    cache: Path


class Pictures(QObject):
    """Gives the picture of a product if it is there, and tells when one that was asked for has come or will not.

    `fetch` has the engine bring a picture with an address into the cache, once in the life of this, and gives None as
    long as there is no engine.
    """

    came = Signal(str)

    def __init__(self, places: PicturePlaces, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._kept: OrderedDict[str, tuple[PictureSight, float]] = OrderedDict()
        self._under_way: set[str] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._results = Results()
        self._results.decoded.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._waiting = Waiting(fetch, self)
        self._waiting.fetched.connect(self._fetched)
        self._waiting.failed.connect(self._failed)

    def of(self, picture: str) -> PictureSight:
        """The picture as it stands: there, on its way, not to be had, or none at all."""
        sight, until = self._kept.get(picture, (None, 0.0))
        if sight is not None and (sight.state is PictureState.THERE or monotonic() < until):
            self._kept.move_to_end(picture)
            return sight
        if not picture:
            return PictureSight()
        if picture not in self._under_way:
            self._begin(picture)
        return sight or PictureSight(state=PictureState.LATE)

    def ask_again(self) -> None:
        """Ask the engine for what waits: it may be there now."""
        self._waiting.ask()

    def _begin(self, picture: str) -> None:
        """Have a picture decoded as soon as what is being painted now stands on the screen."""
        self._under_way.add(picture)
        decoding = Decoding(picture, lambda: self._file(picture), self._results)
        if isValid(self):  # a window that is being closed may be painted once more
            QTimer.singleShot(0, self, lambda: self._pool.start(decoding))

    def _file(self, picture: str) -> Path | None:
        """Where a picture would be on this computer. Called on the thread that decodes."""
        if is_address(picture):
            return self._places.cache / cached_as(picture)
        return local_path(picture, self._places.folders)

    def _take(self, picture: str, image: QImage) -> None:
        """Show what was decoded. An address is asked about all the same: what is here may be old, or nothing."""
        if not image.isNull():
            self._keep(picture, PictureSight(image, PictureState.THERE))
        if is_address(picture) and self._waiting.put(picture):
            return
        if image.isNull():
            self._fail(picture, self.tr("The picture is not there, or cannot be shown"))
        self._under_way.discard(picture)

    def _fetched(self, picture: str, path: str) -> None:
        if self.of(picture).state is PictureState.THERE:
            self._under_way.discard(picture)
        else:
            self._pool.start(Decoding(picture, lambda: Path(path), self._results))

    def _failed(self, picture: str, words: str) -> None:
        """Say why there is no picture, unless there is one of before, or the engine was not asked in the end."""
        if words and self.of(picture).state is not PictureState.THERE:
            self._fail(picture, words)
        self._under_way.discard(picture)

    def _fail(self, picture: str, words: str) -> None:
        self._under_way.discard(picture)
        self._keep(picture, PictureSight(None, PictureState.BROKEN, words))

    def _keep(self, picture: str, sight: PictureSight) -> None:
        self._kept[picture] = (sight, monotonic() + AGAIN_AFTER)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.came.emit(picture)

    def close(self) -> None:
        """Decode and ask for nothing more; wait for what is being decoded."""
        self._waiting.close()
        self._pool.clear()
        self._pool.waitForDone()
