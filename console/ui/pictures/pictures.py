"""Small pictures of products, decoded beside the window's thread and kept for a while."""

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage
from typing_extensions import override

from console.ui.pictures.decode import decoded, local_path

MOST_KEPT = 600


class Pictures(QObject):
    """Gives the picture of a product if it is there, and tells when one that was asked for has come."""

    came = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._kept: OrderedDict[str, QImage | None] = OrderedDict()
        self._under_way: set[str] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._results = _Results()
        self._results.decoded.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def of(self, picture: str) -> QImage | None:
        """The picture, or None while it is on its way or if there is none that may be shown."""
        if picture in self._kept:
            self._kept.move_to_end(picture)
            return self._kept[picture]
        if picture and picture not in self._under_way:
            self._begin(picture)
        return None

    def _begin(self, picture: str) -> None:
        path = local_path(picture, self._folder)
        if path is None:
            self._keep(picture, None)
            return
        self._under_way.add(picture)
        self._pool.start(_Decoding(picture, path, self._results))

    def _take(self, picture: str, image: QImage) -> None:
        self._under_way.discard(picture)
        self._keep(picture, None if image.isNull() else image)
        if not image.isNull():
            self.came.emit(picture)

    def _keep(self, picture: str, image: QImage | None) -> None:
        self._kept[picture] = image
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)

    def close(self) -> None:
        """Decode nothing more; wait for what is being decoded."""
        self._pool.clear()
        self._pool.waitForDone()


class _Results(QObject):
    """Carries pictures to the window's thread."""

    decoded = Signal(str, QImage)


class _Decoding(QRunnable):
    def __init__(self, picture: str, path: Path, results: _Results) -> None:
        super().__init__()
        self._picture = picture
        self._path = path
        self._results = results

    @override
    def run(self) -> None:
        self._results.decoded.emit(self._picture, decoded(self._path) or QImage())
