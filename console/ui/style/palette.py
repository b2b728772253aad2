"""Colours: one name for each use, in a dark and a light set."""

from enum import StrEnum

import msgspec
from PySide6.QtGui import QColor


class Theme(StrEnum):
    """Which set of colours the window wears."""

    DARK = "dark"
    LIGHT = "light"


class Palette(msgspec.Struct, frozen=True):
    """Colours as `#RRGGBB`. `ground` is behind panels, `raised` on top of them; `good`, `low` and `out` are states.

    `sources` are the hues of chat badges. Writing on a fill of `accent` is in `ground`.
    """

    ground: str
    panel: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    good: str
    low: str
    out: str
    sources: tuple[str, ...]

    def source(self, index: int) -> str:
        """The hue of a badge; any index has one."""
        return self.sources[index % len(self.sources)]


DARK = Palette(
    ground="#14161A",
    panel="#1C1F25",
    raised="#262A33",
    line="#3A404C",
    text="#ECEEF1",
    muted="#A3ABB9",
    accent="#6AA6FF",
    good="#49D49A",
    low="#F5B83D",
    out="#FF6B6B",
    sources=("#B79BFF", "#FF8F8F", "#6AA6FF", "#F2B36B", "#5CCFC4", "#F08CC8"),
)

LIGHT = Palette(
    ground="#F4F5F7",
    panel="#FFFFFF",
    raised="#ECEEF2",
    line="#D5D9E0",
    text="#191C22",
    muted="#5A6372",
    accent="#1D5FD1",
    good="#0B7A4B",
    low="#8A5A00",
    out="#C4232B",
    sources=("#5B3DB8", "#B02A2A", "#1D5FD1", "#85500B", "#0B6B63", "#A02372"),
)


def palette_of(theme: Theme) -> Palette:
    """The colours of a theme."""
    return {Theme.DARK: DARK, Theme.LIGHT: LIGHT}[theme]


def mix(over: str, under: str, share: float) -> str:
    """The colour seen when `over` covers `under` with opacity `share` (0 to 1)."""
    one, two = QColor(over), QColor(under)
    pairs = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs)).name()


def tint(colour: str, under: str) -> str:
    """The quiet fill behind a chip that is written in `colour`."""
    return mix(colour, under, 0.12)
