"""The counter's parts in their places."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui.stock.drawer import Drawer
from console.ui.stock.figures import Figures
from console.ui.stock.finding_strip import FindingStrip
from console.ui.stock.headline import Headline, PictureSource
from console.ui.stock.left import Left
from console.ui.stock.strip import Strip
from console.ui.stock.table import VariantTable
from console.ui.stock.words import StockWords
from console.ui.style.grid import BREATH, RING, STEP
from console.ui.style.look import LiveLook


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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(BREATH - RING, 0, BREATH - RING, STEP)
        self._column.setSpacing(STEP + 4)
        for part in (self.headline, self.finding):
            self._column.addWidget(part)
        self._column.addWidget(self.left, 3)
        self._column.addWidget(self.figures)
        self._column.addWidget(self.table)
        self._column.addWidget(self.drawer, 4)
        self._column.addWidget(self.strip)
        self.drawer.hide()

    def add_row(self, row: QWidget) -> None:
        """Put something under it all."""
        self._column.addWidget(row)

    def open_drawer(self, *, opened: bool) -> None:
        """Show the drawer in place of the numbers and the variants, or those again."""
        self.figures.setVisible(not opened)
        self.table.setVisible(not opened)
        self.drawer.setVisible(opened)
        (self.drawer if opened else self.table).setFocus()
