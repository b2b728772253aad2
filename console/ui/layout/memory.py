"""What comes back next time: layouts and the window's frame, for each set of screens, in one small file."""

from pathlib import Path

import msgspec
from msgspec import structs

from console.ui.layout.changing import mended
from console.ui.layout.values import DEFAULTS, Frame, Layout, LayoutName

MOST_SETS = 12


class Arranged(msgspec.Struct, frozen=True):
    """The window's frame and the layouts that a person changed, on one set of screens."""

    window: Frame | None = None
    layouts: dict[LayoutName, Layout] = {}


class Kept(msgspec.Struct, frozen=True):
    """The layout of now, and what was arranged on each set of screens, the one used last at the end."""

    current: LayoutName = LayoutName.OPERATOR
    screens: dict[str, Arranged] = {}


def read_kept(path: Path) -> Kept:
    """What is kept; nothing where there is no file, or none that makes sense."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Kept)
    except (OSError, msgspec.MsgspecError, RecursionError):
        return Kept()


class Memory:
    """Remembers layouts. Without a path it forgets them at the end."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._kept = read_kept(path) if path else Kept()
        self._saved = self._kept

    @property
    def current(self) -> LayoutName:
        """The layout of now."""
        return self._kept.current

    def window(self, screens: str) -> Frame | None:
        """Where the window was."""
        return self._arranged(screens).window

    def layout(self, screens: str, name: LayoutName) -> Layout:
        """A layout as it was left, whole; on screens that are new, as it was left on the last ones."""
        kept = self._arranged(screens).layouts.get(name)
        return mended(kept, DEFAULTS[name]) if kept else DEFAULTS[name]

    def _arranged(self, screens: str) -> Arranged:
        latest = list(self._kept.screens.values())[-1:]
        return self._kept.screens.get(screens) or (latest[0] if latest else Arranged())

    def choose(self, name: LayoutName) -> None:
        """Make this the layout of now."""
        self._kept = structs.replace(self._kept, current=name)

    def keep(self, screens: str, window: Frame | None, layout: Layout) -> None:
        """Keep the window's frame (None: as it was) and the layout of now, on these screens; oldest sets go."""
        before = self._arranged(screens)
        layouts = before.layouts | {self.current: layout}
        if layout == DEFAULTS[self.current]:
            del layouts[self.current]
        others = {key: each for key, each in self._kept.screens.items() if key != screens}
        newest = dict(list(others.items())[1 - MOST_SETS :])
        kept = newest | {screens: Arranged(window or before.window, layouts)}
        self._kept = structs.replace(self._kept, screens=kept)

    def save(self) -> None:
        """Write what changed, whole or not at all. Raises OSError where the system refuses."""
        if self._path is None or self._kept == self._saved:
            return
        new = self._path.with_suffix(".new")
        new.write_bytes(msgspec.json.format(msgspec.json.encode(self._kept)))
        new.replace(self._path)
        self._saved = self._kept
