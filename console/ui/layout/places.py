"""The panels' places, put together: layouts, keys, menus, dragging, and what comes back next time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget

from console.ui.first_paint import FirstPaint
from console.ui.layout.arrangement import Arrangement
from console.ui.layout.desktop import screens_now
from console.ui.layout.keys import Keys
from console.ui.layout.layouts import Layouts
from console.ui.layout.memory import Memory
from console.ui.layout.room import Room
from console.ui.layout.values import PanelName
from console.ui.style.look import LiveLook
from console.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class Places(QObject):
    """Lays the panels out in `room`. `everywhere` are the actions whose keys work in panels' own windows as well."""

    def __init__(
        self,
        panels: Mapping[PanelName, Panel],
        look: LiveLook,
        memory: Memory,
        everywhere: Callable[[], Sequence[QAction]],
        notice: Callable[[str, str, str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._notice = notice
        self._parent = parent
        self.layouts = Layouts(memory, screens_now, self)
        self.arrangement = Arrangement(self.layouts, panels, look, everywhere, parent)
        self.keys = Keys(self.layouts, self.arrangement, parent)
        self._panels = panels
        self.layouts.rested.connect(self.keep)
        self.room.dock_all_wanted.connect(self.keys.dock_all.trigger)
        for name, panel in panels.items():
            panel.head.menu_wanted.connect(lambda at, of=name: self._pop_up(of, at))
        FirstPaint(self.room).done.connect(lambda: QTimer.singleShot(0, self, self._begin))

    @property
    def room(self) -> Room:
        """Where the panels and the drawer are."""
        return self.arrangement.room

    def _begin(self) -> None:
        """Go on with what the first painting did not wait for."""
        from console.ui.layout.dragging import Dragging  # noqa: PLC0415 - the first paint does not wait for it
        from console.ui.layout.watching import watch_screens  # noqa: PLC0415 - as above

        Dragging(self.layouts, self.arrangement, self._panels)
        self.arrangement.begin()
        watch_screens(self, self._see_screens)

    def _see_screens(self) -> None:
        self.layouts.see_screens()
        self.arrangement.stay()

    def _pop_up(self, name: PanelName, at: QPoint) -> None:
        from console.ui.layout.menus import pop_up_panel  # noqa: PLC0415 - as above

        self.arrangement.go(name)
        pop_up_panel(self.keys, self.layouts.layout, name, at, self._parent)

    def pop_up(self, at: QPoint) -> None:
        """Offer all panels and layouts."""
        from console.ui.layout.menus import pop_up_all  # noqa: PLC0415 - as above

        pop_up_all(self.keys, self.layouts.layout, self.layouts.name, at, self._parent)

    def keep(self) -> None:
        """Keep where everything is, for the next time."""
        try:
            self.arrangement.keep()
        except OSError as error:
            title = QCoreApplication.translate("Layout", "The layout could not be kept: {0}.")
            step = QCoreApplication.translate("Layout", "It stays as it is until the window is closed.")
            self._notice("layout", title.format(error.strerror or error), step)

    def close(self) -> None:
        """Keep where everything is, and close the windows of panels."""
        self.keep()
        self.arrangement.close()
