"""The colours of the anchor's window: those of the theme, as far apart as three metres want them."""

from functools import lru_cache

import msgspec

from console.ui.style.contrast import contrast, readable
from console.ui.style.palette import Palette

LEAST = 7.0
_GROUNDS = ("#000000", "#FFFFFF")


class Colours(msgspec.Struct, frozen=True):
    """Colours as `#RRGGBB`; all but `line` can be read on `ground` at 7 : 1."""

    ground: str
    line: str
    text: str
    muted: str
    accent: str
    good: str
    low: str
    out: str

    @property
    def written(self) -> tuple[str, ...]:
        """All in which words or figures are written."""
        return (self.text, self.muted, self.accent, self.good, self.low, self.out)


@lru_cache(4)
def colours_of(palette: Palette) -> Colours:
    """A theme's colours on plain black or white."""
    ground = min(_GROUNDS, key=lambda each: contrast(each, palette.panel))

    def far(colour: str) -> str:
        return readable(colour, ground, LEAST)

    return Colours(
        ground=ground,
        line=palette.line,
        text=far(palette.text),
        muted=far(palette.muted),
        accent=far(palette.accent),
        good=far(palette.good),
        low=far(palette.low),
        out=far(palette.out),
    )
