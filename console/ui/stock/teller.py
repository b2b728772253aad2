"""Fetching what the drawer tells, again whenever it moves, but never more than a few times a second."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from console.domain.changes import CatalogueImported, Entry, OrderRecorded, ProductSaved, StockMoved
from console.ui.acts import Acts
from console.ui.stock.drawer import Drawer

PAUSE_MS = 250


class Teller(QObject):
    """Reads the movements of some SKUs for the drawer, one reading at a time."""

    def __init__(self, acts: Acts, drawer: Drawer) -> None:
        super().__init__(drawer)
        self._acts = acts
        self._drawer = drawer
        self._skus: tuple[str, ...] = ()
        self._stale = False
        self._readings = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._read_if_stale)

    def tell(self, skus: tuple[str, ...]) -> None:
        """Tell the story of these SKUs from now on; of none: nothing."""
        self._skus = skus
        if skus:
            self._pause.start()
            self._read()
            self._acts.start(self._name(), "the names of buyers")

    def heard(self, entries: Sequence[Entry]) -> None:
        """Read again if one of them moved; after a full copy, in any case."""
        if self._skus and (not entries or moved_skus(entries) & set(self._skus)):
            self._stale = True
            if not self._pause.isActive():
                self._read_if_stale()

    def _read_if_stale(self) -> None:
        if self._stale and self._skus:
            self._pause.start()
            self._read()

    def _read(self) -> None:
        self._stale = False
        self._readings += 1
        self._acts.start(self._fetch(self._skus, self._readings), "the movements behind a number")

    async def _name(self) -> None:
        self._drawer.set_names((await self._acts.bridge.claims_told()).names)

    async def _fetch(self, skus: tuple[str, ...], reading: int) -> None:
        told = [(sku, await self._acts.bridge.why(sku)) for sku in skus]
        if skus == self._skus and reading == self._readings:
            self._drawer.set_told([(sku if len(skus) > 1 else "", each) for sku, each in told])


def moved_skus(entries: Sequence[Entry]) -> set[str]:
    """The SKUs whose stock these changes moved."""
    moved: set[str] = set()
    for entry in entries:
        match entry.change:
            case StockMoved(movements=movements) | OrderRecorded(movements=movements):
                moved |= {movement.sku for movement in movements}
            case CatalogueImported(opened=opened) | ProductSaved(opened=opened):
                moved |= {named.sku for named in opened}
            case _:
                continue
    return moved
