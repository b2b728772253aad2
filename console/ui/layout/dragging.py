"""Dragging a panel by its head: to another place among the columns, or out of the window."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint

from console.ui.layout.arrangement import Arrangement
from console.ui.layout.changing import put
from console.ui.layout.layouts import Layouts
from console.ui.layout.values import Frame, PanelName
from console.ui.widgets.panel import Panel


class Dragging(QObject):
    """Shows where a dragged panel would go, and puts it there."""

    def __init__(self, layouts: Layouts, arrangement: Arrangement, panels: Mapping[PanelName, Panel]) -> None:
        super().__init__(arrangement)
        self._layouts = layouts
        self._arrangement = arrangement
        self._panels = panels
        for name, panel in panels.items():
            panel.head.dragged.connect(self._drag)
            panel.head.dropped.connect(partial(self._drop, name))
            panel.head.doubly_clicked.connect(partial(arrangement.float, name))

    def _drag(self, at: QPoint) -> None:
        self._arrangement.room.mark_gap(self._arrangement.room.gap_at(at))

    def _drop(self, name: PanelName, at: QPoint) -> None:
        room = self._arrangement.room
        room.mark_gap(None)
        gap = room.gap_at(at)
        if gap is not None:
            self._layouts.change(put(self._layouts.layout, name, self._position(name, gap)))
        elif name in self._layouts.layout.docked and not room.window().frameGeometry().contains(at):
            self._arrangement.float(name, self._frame(name, at))

    def _position(self, name: PanelName, gap: int) -> int:
        """The position among the other panels that belongs to a gap between columns."""
        before = [each for column in self._arrangement.room.columns.columns[:gap] for each in column]
        return len([each for each in before if each is not name])

    def _frame(self, name: PanelName, at: QPoint) -> Frame:
        """A window whose head is under the pointer."""
        size = self._panels[name].size()
        return Frame(at.x() - size.width() // 2, at.y() - 16, size.width(), size.height())
