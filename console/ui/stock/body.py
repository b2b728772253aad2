"""The counter's parts in their places."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui.stock.drawer import Drawer
from console.ui.stock.figures import Figures
from console.ui.stock.finding_strip import FindingStrip
from console.ui.stock.headline import Headline
from console.ui.stock.left import Left
from console.ui.stock.limits import LimitsStrip
from console.ui.stock.strip import Strip
from console.ui.stock.table import VariantTable
from console.ui.stock.words import StockWords
from console.ui.style.density import Density
from console.ui.style.grid import BREATH, RING, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.thumbnail import PictureSource

SHORT = 480
SHALLOW = 250


class Body(QWidget):
    """Headline, finding, the large number; then numbers and variants, or the drawer in their place; then the strip."""

    def __init__(
        self,
        look: LiveLook,
        words: StockWords,
        pictures: PictureSource,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.headline = Headline(look, pictures)
        self.finding = FindingStrip(look, words)
        self.left = Left(look, words)
        self.figures = Figures(look, words)
        self.table = VariantTable(look, words)
        self.drawer = Drawer(look, words, now)
        self.strip = Strip(look)
        self.limits = LimitsStrip(look)
        self._look = look
        self._row: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(BREATH - RING, 0, BREATH - RING, STEP)
        self._column.setSpacing(STEP + 4)
        for part in (self.headline, self.finding):
            self._column.addWidget(part)
        self._column.addWidget(self.left, 1)
        self._column.addWidget(self.figures)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.drawer, 2)
        self._column.addWidget(self.strip)
        self._column.addWidget(self.limits)
        self.setTabOrder(self.table, self.finding.theirs)
        self.drawer.hide()
        look.changed.connect(self._make_room)
        self._make_room()

    def tell_age(self, words: str) -> None:
        """Say beside the number why it may not be true any more; nothing while it is."""
        self.left.tell_age(words)

    def add_row(self, row: QWidget) -> None:
        """Put a row of buttons under it all; it gives way to the strip and to the drawer."""
        self._row = row
        self._column.addWidget(row)
        self._make_room()
        for strip in (self.strip, self.limits):
            strip.opened.connect(self._make_room)
            strip.closed.connect(self._make_room)

    def open_drawer(self, *, opened: bool) -> None:
        """Show the drawer in place of the numbers and the variants, or those again."""
        self.drawer.setVisible(opened)
        self._make_room()
        (self.drawer if opened else self.table).setFocus()

    @property
    def _short(self) -> bool:
        return self.height() < self._look.scale.pixels(SHORT)

    def _make_room(self) -> None:
        """Show what there is room and use for: what is left always, on the anchor's layout hardly more."""
        stage = self._look.density is Density.STAGE
        opened = not self.drawer.isHidden()
        self.headline.set_short(short=self._short)
        self.left.set_short(short=self._short)
        self.figures.setVisible(not opened and not stage and not self._short)
        self.table.setVisible(not opened and not stage)
        if self._row:
            others = (self.strip, self.limits, self.drawer)
            room = self.height() >= self._look.scale.pixels(SHALLOW)
            self._row.setVisible(room and not stage and all(each.isHidden() for each in others))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._make_room()
