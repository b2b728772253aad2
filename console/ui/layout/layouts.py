"""The layout of now: which one it is, how it was left on these screens, and keeping it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from console.ui.layout.changing import with_frames
from console.ui.layout.memory import Memory
from console.ui.layout.screens import screens_key
from console.ui.layout.values import DEFAULTS, Frame, Layout, LayoutName, PanelName

PAUSE_MS = 500


class Layouts(QObject):
    """Knows the layout of now. `changed` tells that it is another; `rested`, a while later, that it can be kept."""

    changed = Signal()
    rested = Signal()

    def __init__(self, memory: Memory, screens: Callable[[], Sequence[Frame]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._screens = screens
        self._key = screens_key(screens())
        self._layout = memory.layout(self._key, memory.current)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.rested)

    @property
    def name(self) -> LayoutName:
        """Which layout it is."""
        return self._memory.current

    @property
    def layout(self) -> Layout:
        """Where the panels are."""
        return self._layout

    def choose(self, name: LayoutName) -> None:
        """Go over to another layout, as it was left."""
        self._memory.choose(name)
        self._set(self._memory.layout(self._key, name))

    def change(self, layout: Layout) -> None:
        """Have the layout of now be so from now on."""
        if layout != self._layout:
            self._memory.keep(self._key, None, layout)
            self._set(layout)

    def reset(self) -> None:
        """Have the layout of now be as it was at first."""
        self.change(DEFAULTS[self.name])

    def _set(self, layout: Layout) -> None:
        self._layout = layout
        self.changed.emit()
        self._pause.start()

    def see_screens(self) -> None:
        """Take up what belongs to the screens that there are now."""
        key = screens_key(self._screens())
        if key != self._key:
            self._key = key
            self._set(self._memory.layout(key, self.name))

    def note(self, frames: Mapping[PanelName, Frame]) -> None:
        """Note where the windows of panels are, unless the screens have just changed under them."""
        if self._settled:
            self._layout = with_frames(self._layout, frames)
            self._pause.start()

    @property
    def _settled(self) -> bool:
        return screens_key(self._screens()) == self._key

    def keep(self, window: Frame) -> None:
        """Keep the layout of now, and where the main window is. Raises OSError where the system refuses."""
        if self._settled:
            self._memory.keep(self._key, window, self._layout)
        self._memory.save()
