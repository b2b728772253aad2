"""Every key of the panels and their layouts, as actions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.act import Act, action_of, allow
from console.ui.layout import acts
from console.ui.layout.arrangement import Arrangement
from console.ui.layout.changing import STEP, all_docked, moved, widened, with_shown
from console.ui.layout.layouts import Layouts
from console.ui.layout.values import Layout, PanelName


class Keys(QObject):
    """What can be done with the panels from anywhere in the window. What moves or resizes one means the last used."""

    menu_wanted = Signal()

    def __init__(self, layouts: Layouts, arrangement: Arrangement, parent: QWidget) -> None:
        super().__init__(parent)
        self._layouts = layouts
        self._arrangement = arrangement
        self._view = parent
        self.layouts = {name: self._action(act, partial(layouts.choose, name)) for name, act in acts.LAYOUTS.items()}
        self.show = {name: self._action(act, partial(self._show, name)) for name, act in acts.SHOW.items()}
        self.float = {name: self._action(act, partial(arrangement.float, name)) for name, act in acts.FLOAT.items()}
        self.menu = self._action(acts.MENU, self.menu_wanted.emit)
        self.reset = self._action(acts.RESET, layouts.reset)
        self.dock_all = self._action(acts.DOCK_ALL, lambda: layouts.change(all_docked(layouts.layout)))
        self.full = self._action(acts.FULL, fill_screen)
        self.of_panel = [self._on_panel(act, change) for act, change in _CHANGES.items()]
        layouts.changed.connect(self._allow)
        self._allow()

    def all(self) -> list[QAction]:
        """The actions in the order of a list."""
        named = (*self.layouts.values(), self.reset, *self.show.values(), *self.float.values())
        return [self.menu, *named, self.dock_all, *self.of_panel, self.full]

    def _action(self, act: Act, done: Callable[[], object]) -> QAction:
        return action_of(act, done, self, self._view)

    def _on_panel(self, act: Act, change: Callable[[Layout, PanelName], Layout]) -> QAction:
        return self._action(act, lambda: self._layouts.change(change(self._layouts.layout, self.meant)))

    @property
    def meant(self) -> PanelName:
        """The panel in the window that was used last."""
        docked = self._layouts.layout.docked
        return next((name for name in self._arrangement.recent if name in docked), PanelName.STOCK)

    def _show(self, name: PanelName) -> None:
        layout = self._layouts.layout
        self._layouts.change(with_shown(layout, name, shown=name not in layout.shown))

    def _allow(self) -> None:
        """Offer what can be done now."""
        layout = self._layouts.layout
        for name, action in self.show.items():
            allow(action, when=layout.shown != (name,), why=self.tr("It is the only panel in view."))
        for action in self.of_panel:
            allow(action, when=len(layout.docked) > 1, why=self.tr("No other panel stands beside it."))
        floating = len(layout.docked) < len(PanelName)
        allow(self.dock_all, when=floating, why=self.tr("Every panel is docked already."))


_CHANGES: dict[Act, Callable[[Layout, PanelName], Layout]] = {
    acts.LEFT: partial(moved, by=-1),
    acts.RIGHT: partial(moved, by=1),
    acts.NARROWER: partial(widened, by=-STEP),
    acts.WIDER: partial(widened, by=STEP),
}


def fill_screen() -> None:
    """Have the window in which the person works fill its screen, or not."""
    window = QApplication.activeWindow()
    if window is None:
        return
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()
