"""The columns of the window: each holds a panel, or a few of which one is in front."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from console.ui.layout import folding
from console.ui.layout.values import PanelName
from console.ui.style.grid import STEP
from console.ui.widgets.panel import Panel


class Columns(QSplitter):
    """Lays panels side by side. `splitterMoved` tells that a person dragged the handle between two of them."""

    def __init__(self, panels: Mapping[PanelName, Panel], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panels = panels
        self._stacks: list[QStackedWidget] = []
        self.columns: folding.Columns = ()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(STEP)

    def set_columns(self, columns: folding.Columns) -> None:
        """Put these panels into these columns."""
        if columns == self.columns:
            return
        self.columns = columns
        for _ in range(len(columns) - len(self._stacks)):
            self._stacks.append(QStackedWidget())
            self.addWidget(self._stacks[-1])
        for stack, column in zip(self._stacks, columns, strict=False):
            self._fill(stack, column)
        while len(self._stacks) > len(columns):
            self._drop(self._stacks.pop())

    def _fill(self, stack: QStackedWidget, column: Sequence[PanelName]) -> None:
        wanted = [self._panels[name] for name in column]
        for panel in panels_in(stack):
            if panel not in wanted:
                self._let_go(stack, panel)
        for at, panel in enumerate(wanted):
            if stack.widget(at) is not panel:
                stack.insertWidget(at, panel)

    def _drop(self, stack: QStackedWidget) -> None:
        """Take a column out. Panels that are still in it have their place elsewhere, or none."""
        for panel in panels_in(stack):
            self._let_go(stack, panel)
        stack.setParent(None)
        stack.deleteLater()

    def _let_go(self, stack: QStackedWidget, panel: QWidget) -> None:
        """Take a panel out of its stack, so that it is not shown and does not end with it."""
        stack.removeWidget(panel)
        panel.setParent(self.parentWidget())

    def bring(self, panel: PanelName) -> None:
        """Put a panel in front of those that share its column."""
        for stack, column in zip(self._stacks, self.columns, strict=True):
            if panel in column:
                stack.setCurrentWidget(self._panels[panel])

    def set_widths(self, shares: Sequence[int], width: int, least: int) -> None:
        """Share the width, none below the least."""
        for stack in self._stacks:
            stack.setMinimumWidth(min(least, width))
        total = max(1, sum(shares))
        self.setSizes([width * share // total for share in shares])

    def areas(self) -> list[QRect]:
        """Where the columns are."""
        return [stack.geometry() for stack in self._stacks]


def panels_in(stack: QStackedWidget) -> list[QWidget]:
    """What a stack holds."""
    held = (stack.widget(at) for at in range(stack.count()))
    return [panel for panel in held if panel is not None]
