"""The windows of floating panels, on the screens that there are."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from console.ui.layout.desktop import area_of, frame_of, put_at, screens_now
from console.ui.layout.screens import first_frame, kept_on
from console.ui.layout.values import Frame, Layout, PanelName
from console.ui.layout.window import PanelWindow
from console.ui.widgets.panel import Panel

FLOATED = (480, 720)


class Windows(QObject):
    """Opens and closes them. `moved` tells that one is elsewhere, `dock_wanted` that a person closed one."""

    moved = Signal()
    dock_wanted = Signal(object)

    def __init__(
        self, panels: Mapping[PanelName, Panel], everywhere: Callable[[], Sequence[QAction]], home: QWidget
    ) -> None:
        super().__init__(home)
        self._panels = panels
        self._everywhere = everywhere
        self._home = home
        self._open: dict[PanelName, PanelWindow] = {}

    def follow(self, layout: Layout, least: int) -> None:
        """Have exactly the floating panels in windows, each where the layout has it."""
        for name in [name for name in self._open if name not in layout.floating]:
            self._close(name)
        for name in layout.floating:
            frame = self.where(layout.place(name).frame, least)
            if name not in self._open:
                self._make(name, frame, least)
            elif frame != frame_of(self._open[name]):
                put_at(self._open[name], frame)

    def _make(self, name: PanelName, frame: Frame, least: int) -> None:
        panel = self._panels[name]
        window = PanelWindow(panel, self._everywhere(), least)
        put_at(window, frame)
        window.moved.connect(self.moved)
        window.dock_wanted.connect(partial(self.dock_wanted.emit, name))
        self._open[name] = window
        self._belong(window)
        window.show()

    def _belong(self, window: PanelWindow) -> None:
        """Keep a window above the main one, so that it is not lost behind it."""
        window.winId()
        window.windowHandle().setTransientParent(self._home.window().windowHandle())

    def where(self, frame: Frame | None, least: int) -> Frame:
        """Where a panel's window goes that was there; or, if it had none, beside the main window."""
        screens = screens_now()
        if frame is not None:
            return kept_on(frame, screens)
        width, height = FLOATED
        return first_frame(area_of(self._home.window()), max(width, least), height, len(self._open), screens)

    def _close(self, name: PanelName) -> None:
        """Close a window; its panel has its place elsewhere by now, or is out of sight."""
        window = self._open.pop(name)
        if window.panel.window() is window:
            window.panel.setParent(self._home)
        window.hide()
        window.deleteLater()

    def close(self) -> None:
        """Close all, with the panels in them."""
        for name in list(self._open):
            self._close(name)

    def entitle(self, words: Callable[[PanelName], str]) -> None:
        """Give each window its title."""
        for name, window in self._open.items():
            window.setWindowTitle(words(name))

    def frames(self) -> dict[PanelName, Frame]:
        """Where they are."""
        return {name: frame_of(window) for name, window in self._open.items()}
