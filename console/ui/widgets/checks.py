"""How something that was looked at stands, as a shape and a colour."""

from console.domain.health import State
from console.ui.style.palette import Palette
from console.ui.widgets.shapes import Shape

_SHAPES = {
    State.OK: Shape.TICK,
    State.ATTENTION: Shape.TRIANGLE,
    State.BAD: Shape.CROSSED,
    State.UNKNOWN: Shape.DOTS,
}


def mark_of(state: State, palette: Palette) -> tuple[Shape, str]:
    """The shape and the colour of a state."""
    colours = {
        State.OK: palette.good,
        State.ATTENTION: palette.low,
        State.BAD: palette.out,
        State.UNKNOWN: palette.muted,
    }
    return _SHAPES[state], colours[state]
