"""Where the parts of a row lie."""

from typing import NamedTuple

from PySide6.QtCore import QRect

from console.ui.style.density import Density
from console.ui.style.grid import BREATH, STEP
from console.ui.style.type_scale import TypeScale

HEIGHTS = {Density.COMPACT: 28, Density.ROOMY: 36, Density.STAGE: 56}
THUMBS = {Density.COMPACT: 20, Density.ROOMY: 28, Density.STAGE: 40}
BAR = 4
_LINE = 20


class Parts(NamedTuple):
    """The areas of one row, in the view's pixels. `upper` and `lower` hold the words; of a row of one line, `upper`."""

    bar: QRect
    code: QRect
    note: QRect
    thumb: QRect
    upper: QRect
    lower: QRect


def parts_of(row: QRect, code: int, scale: TypeScale, density: Density) -> Parts:
    """The areas of a row whose codes need so many pixels."""
    line, thumb = scale.pixels(_LINE), scale.pixels(THUMBS[density])
    lines = 2 if density is Density.STAGE else 1
    top = row.top() + (row.height() - lines * line) // 2
    left = row.left() + BAR + STEP
    words = left + code + STEP + thumb + STEP + 4
    width = max(0, row.right() - BREATH + 1 - words)
    return Parts(
        QRect(row.left(), row.top(), BAR, row.height()),
        QRect(left, top, code, line),
        QRect(left, top + line, code, line),
        QRect(left + code + STEP, row.top() + (row.height() - thumb) // 2, thumb, thumb),
        QRect(words, top, width, line),
        QRect(words, top + line, width, line),
    )
