"""The look as a value, and the one place from which painted widgets learn that it changed."""

import msgspec
from PySide6.QtCore import QObject, Signal

from console.ui.style.density import Density
from console.ui.style.palette import DARK, Palette
from console.ui.style.type_scale import TypeScale


class Look(msgspec.Struct, frozen=True):
    """Colours, type, and whether motion is reduced."""

    palette: Palette = DARK
    scale: TypeScale = TypeScale()
    calm: bool = False


class LiveLook(QObject):
    """The look of now; `changed` is emitted when a person chooses another theme, text size, motion or layout."""

    changed = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._density = Density.COMPACT

    @property
    def density(self) -> Density:
        """How dense the layout of now is."""
        return self._density

    @property
    def palette(self) -> Palette:
        """The colours of now."""
        return self._look.palette

    @property
    def scale(self) -> TypeScale:
        """The type of now."""
        return self._look.scale

    @property
    def calm(self) -> bool:
        """Whether nothing may flash or move."""
        return self._look.calm

    def pixels(self, size: float, stage: float) -> int:
        """A length in pixels that grows with the text; in the anchor's layout it is `stage` at least."""
        return max(self.scale.pixels(size), int(stage) if self._density is Density.STAGE else 0)

    def set_value(self, look: Look) -> None:
        """Change the look, and tell whoever paints."""
        if look == self._look:
            return
        self._look = look
        self.changed.emit()

    def set_density(self, density: Density) -> None:
        """Change how dense the window is, and tell whoever paints."""
        if density is not self._density:
            self._density = density
            self.changed.emit()
