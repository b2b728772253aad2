"""The screens of the desktop, and keeping windows on them."""

from collections.abc import Sequence

from msgspec import structs

from console.ui.layout.values import Frame

SEEN = 0.9


def screens_key(screens: Sequence[Frame]) -> str:
    """A name for this set of screens, the same whenever they are where they are now."""
    return " ".join(sorted(f"{each.width}x{each.height}{each.x:+}{each.y:+}" for each in screens))


def kept_on(frame: Frame, screens: Sequence[Frame], seen: float = SEEN) -> Frame:
    """The frame, moved and cut to the screen that it is on most (else the first), if less of it than `seen` is seen."""
    if not screens or sum(overlap(frame, each) for each in screens) >= seen * frame.width * frame.height:
        return frame
    screen = max(screens, key=lambda each: overlap(frame, each))
    width, height = min(frame.width, screen.width), min(frame.height, screen.height)
    return structs.replace(
        frame,
        x=min(max(frame.x, screen.x), screen.x + screen.width - width),
        y=min(max(frame.y, screen.y), screen.y + screen.height - height),
        width=width,
        height=height,
    )


def overlap(one: Frame, two: Frame) -> int:
    """How many pixels the two have in common."""
    width = min(one.x + one.width, two.x + two.width) - max(one.x, two.x)
    height = min(one.y + one.height, two.y + two.height) - max(one.y, two.y)
    return max(0, width) * max(0, height)


def first_frame(home: Frame, width: int, height: int, taken: int, screens: Sequence[Frame]) -> Frame:
    """Where a panel floats first: on a screen that its window is not on, if there is one; not on top of another."""
    aside = [each for each in screens if not overlap(each, home)]
    screen = aside[0] if aside else max(screens, key=lambda each: overlap(each, home), default=home)
    offset = 48 * (taken + 1)
    placed = Frame(screen.x + offset, screen.y + offset, width, height)
    return kept_on(placed, [screen], seen=1)
