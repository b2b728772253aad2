"""A list of rows of two lines, as every drawer has it."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QListView, QWidget

from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette
from console.ui.widgets.two_lines import Index, TwoLines, TwoLinesPainter


class TwoLineList(QListView):
    """Shows a model's rows under a name for screen readers; it keeps room for one row at least."""

    def __init__(
        self,
        look: LiveLook,
        name: str,
        model: QAbstractItemModel,
        lines: Callable[[Index, Palette], TwoLines],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setModel(model)
        self.setItemDelegate(TwoLinesPainter(look, lines, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        self.setMinimumHeight(self._look.scale.pixels(STEP * 8))
        self.doItemsLayout()
