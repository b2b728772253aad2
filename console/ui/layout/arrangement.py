"""The panels in their places: in the columns of the window, in windows of their own, or out of sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.layout.changing import column_share, resized, with_floating, with_shown
from console.ui.layout.desktop import frame_of, put_at, screens_now
from console.ui.layout.folding import ATTENTION, folded
from console.ui.layout.keyboard import put_keyboard
from console.ui.layout.layouts import Layouts
from console.ui.layout.room import Room
from console.ui.layout.screens import kept_on
from console.ui.layout.values import Frame, Layout, LayoutName, PanelName
from console.ui.layout.words import panel_words
from console.ui.style.density import Density
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from console.ui.layout.windows import Windows

DENSITIES = {
    LayoutName.ANCHOR: Density.STAGE,
    LayoutName.ASSISTANT: Density.ROOMY,
    LayoutName.OPERATOR: Density.COMPACT,
}


class Arrangement(QObject):
    """Carries the layout of now out. Floating panels get their windows from `begin` on: the main one is painted first.

    `everywhere` are the actions whose keys work in the windows of panels too.
    """

    def __init__(
        self,
        layouts: Layouts,
        panels: Mapping[PanelName, Panel],
        look: LiveLook,
        everywhere: Callable[[], Sequence[QAction]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._layouts = layouts
        self._panels = panels
        self._look = look
        self._everywhere = everywhere
        self._recent = list(ATTENTION)
        self._title: Callable[[PanelName], str] = panel_words
        self.windows: Windows | None = None
        self.room = Room(panels, look)
        self._connect()
        self._apply()

    def _connect(self) -> None:
        self._layouts.changed.connect(self._apply)
        self.room.changed.connect(self._fit)
        self.room.columns.splitterMoved.connect(self._take_widths)
        self._look.changed.connect(self._fit)
        for name, panel in self._panels.items():
            panel.head.add_menu(panel_words(name))
            panel.head.tab_wanted.connect(lambda at, among=name: self._turn(among, at))
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._note_keyboard)

    def begin(self) -> None:
        """Open the windows of floating panels."""
        from console.ui.layout.windows import Windows  # noqa: PLC0415 - the first paint does not wait for it

        if self.windows is None:
            self.windows = Windows(self._panels, self._everywhere, self.room)
            self.windows.moved.connect(self._note_frames)
            self.windows.dock_wanted.connect(lambda name: self._layouts.change(with_floating(self.layout, name, None)))
            self._apply()

    @property
    def layout(self) -> Layout:
        """Where the panels are."""
        return self._layouts.layout

    @property
    def recent(self) -> tuple[PanelName, ...]:
        """The panels, the one that had the keyboard last first."""
        return tuple(self._recent)

    def go(self, name: PanelName) -> None:
        """Put the keyboard into a panel, wherever it is; one that is hidden is shown."""
        self._layouts.change(with_shown(self.layout, name, shown=True))
        self.room.columns.bring(name)
        panel = self._panels[name]
        panel.window().activateWindow()
        put_keyboard(panel)

    def float(self, name: PanelName, frame: Frame | None = None) -> None:
        """Give a panel a window of its own, there or where it was last; or put it back, if it has one."""
        self.begin()
        if self.windows is not None and frame is None and name not in self.layout.floating:
            frame = self.windows.where(self.layout.place(name).frame, self.room.least)
        self._layouts.change(with_floating(self.layout, name, frame))

    def _apply(self) -> None:
        """Show the layout of now; the keyboard goes where its panel goes, or to the one where it was before."""
        held = next((name for name, panel in self._panels.items() if panel.focused), None)
        recent = self.recent  # Qt moves the keyboard on by itself when its panel is hidden
        self._look.set_density(DENSITIES[self._layouts.name])
        self._fit()
        if self.windows is not None:
            self.windows.follow(self.layout, self.room.least)
            self.windows.entitle(self._title)
        self.room.show_empty(empty=not self.layout.docked)
        if held is not None:
            self.go(next(name for name in (held, *recent) if name in self.layout.shown))

    def _fit(self) -> None:
        """Put the panels in the window into as many columns as there is room for; the keyboard stays where it is."""
        room, columns = self.room, self.room.columns
        keyboard = QApplication.focusWidget()
        folds = folded(self.layout.docked, room.across, room.least, STEP)
        columns.set_columns(folds)
        columns.set_widths([column_share(self.layout, each) for each in folds], room.across, room.least)
        for column in folds:
            titles = [panel_words(name) for name in column] if len(column) > 1 else []
            for at, name in enumerate(column):
                self._panels[name].head.set_tabs(titles, at)
            columns.bring(self._front(column))
        for name in self.layout.floating:
            self._panels[name].head.set_tabs((), 0)
        if keyboard is not None and columns.isAncestorOf(keyboard) and not keyboard.hasFocus():
            keyboard.setFocus(Qt.FocusReason.OtherFocusReason)

    def _front(self, column: Sequence[PanelName]) -> PanelName:
        """Who is in front in a shared column: the last used, but what is on air beside a drawer."""
        if self.room.shared and PanelName.STOCK in column:
            return PanelName.STOCK
        return min(column, key=self._recent.index)

    def _turn(self, among: PanelName, at: int) -> None:
        """Turn to another panel of a shared column."""
        self.go(next(column for column in self.room.columns.columns if among in column)[at])

    def _take_widths(self) -> None:
        columns = self.room.columns
        self._layouts.change(resized(self.layout, columns.columns, columns.sizes()))

    def _note_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        for name, panel in self._panels.items():
            if now is not None and panel.isAncestorOf(now):
                self._recent.remove(name)
                self._recent.insert(0, name)

    def entitle(self, words: Callable[[PanelName], str]) -> None:
        """Give the windows of panels their titles, now and from now on."""
        self._title = words
        if self.windows is not None:
            self.windows.entitle(words)

    def _note_frames(self) -> None:
        if self.windows is not None:
            self._layouts.note(self.windows.frames())

    def keep(self) -> None:
        """Keep where everything is. Raises OSError where the system refuses."""
        self._layouts.keep(frame_of(self.room.window()))

    def stay(self) -> None:
        """Keep the main window on the screens that there are."""
        window = self.room.window()
        if (kept := kept_on(frame_of(window), screens_now())) != frame_of(window):
            put_at(window, kept)

    def close(self) -> None:
        """Close the windows of panels."""
        if self.windows is not None:
            self.windows.close()
