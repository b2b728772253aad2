"""What a layout is: where each panel is, in the order of the columns."""

from enum import StrEnum
from typing import Annotated

import msgspec

WHOLE = 1_000
FARTHEST = 100_000

Share = Annotated[int, msgspec.Meta(ge=1, le=WHOLE)]
Coordinate = Annotated[int, msgspec.Meta(ge=-FARTHEST, le=FARTHEST)]
Length = Annotated[int, msgspec.Meta(ge=1, le=FARTHEST)]


class PanelName(StrEnum):
    """The four panels."""

    RUNDOWN = "rundown"
    QUEUE = "queue"
    STOCK = "stock"
    CHAT = "chat"


class LayoutName(StrEnum):
    """The layouts, by who works with them."""

    ANCHOR = "anchor"
    ASSISTANT = "assistant"
    OPERATOR = "operator"


class Frame(msgspec.Struct, frozen=True):
    """Where a window is on the desktop, without its frame, in pixels; `full` covers a screen, `wide` is maximised."""

    x: Coordinate
    y: Coordinate
    width: Length
    height: Length
    wide: bool = False
    full: bool = False


class Place(msgspec.Struct, frozen=True):
    """Where a panel is: its part of the width, against the others; `frame` is where it floats, or floated last."""

    panel: PanelName
    share: Share
    shown: bool = True
    floating: bool = False
    frame: Frame | None = None

    @property
    def docked(self) -> bool:
        """Whether it is in the window and in view."""
        return self.shown and not self.floating


class Layout(msgspec.Struct, frozen=True):
    """The place of every panel, from left to right."""

    places: tuple[Place, ...]

    def place(self, panel: PanelName) -> Place:
        """Where a panel is."""
        return next(place for place in self.places if place.panel is panel)

    @property
    def docked(self) -> tuple[PanelName, ...]:
        """The panels in the window, from left to right."""
        return tuple(place.panel for place in self.places if place.docked)

    @property
    def floating(self) -> tuple[PanelName, ...]:
        """The panels in windows of their own."""
        return tuple(place.panel for place in self.places if place.shown and place.floating)

    @property
    def shown(self) -> tuple[PanelName, ...]:
        """The panels that can be seen."""
        return tuple(place.panel for place in self.places if place.shown)


_RUNDOWN, _QUEUE, _STOCK, _CHAT = PanelName

DEFAULTS = {
    LayoutName.ANCHOR: Layout(
        (Place(_RUNDOWN, 520), Place(_STOCK, 480), Place(_QUEUE, 300, shown=False), Place(_CHAT, 300, shown=False))
    ),
    LayoutName.ASSISTANT: Layout(
        (Place(_RUNDOWN, 260, shown=False), Place(_QUEUE, 320), Place(_STOCK, 380), Place(_CHAT, 300))
    ),
    LayoutName.OPERATOR: Layout((Place(_RUNDOWN, 260), Place(_QUEUE, 250), Place(_STOCK, 250), Place(_CHAT, 240))),
}
