"""A list of rows of two lines, as every drawer has it."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette
from console.ui.widgets.two_lines import Index, TwoLines, TwoLinesPainter

ROW = STEP * 6


class TwoLineList(QTableView):
    """Shows a model's rows under a name for screen readers; it keeps room for one row at least.

    A table of one column with rows of one height: Qt's own list lays out all its rows anew when one comes.
    """

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
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setItemDelegate(TwoLinesPainter(look, lines, self))
        self.setModel(model)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        look.changed.connect(self._relook)
        self._relook()

    def moveCursor(self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and the last row."""
        rows = self.model().rowCount()
        match action:
            case QTableView.CursorAction.MoveHome:
                return self.model().index(0, 0)
            case QTableView.CursorAction.MoveEnd:
                return self.model().index(rows - 1, 0)
            case _:
                return super().moveCursor(action, modifiers)

    def _relook(self) -> None:
        row = self._look.scale.pixels(ROW)
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        self.setMinimumHeight(self._look.scale.pixels(STEP * 8))
