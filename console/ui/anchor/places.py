"""Where each thing is in the anchor's window, whatever its size."""

from functools import lru_cache

import msgspec
from PySide6.QtCore import QRectF

WIDTH, HEIGHT = 1920.0, 1080.0
MARGIN = 48.0
GAP = 32.0
SIDE = 600.0
TOP = 320.0
STRIP = 64.0


class Places(msgspec.Struct, frozen=True):
    """The areas of a window, in pixels; `unit` is what a pixel of 1920 × 1080 is here."""

    unit: float
    now: QRectF
    script: QRectF
    strip: QRectF
    time: QRectF
    stock: QRectF
    coming: QRectF
    question: QRectF


@lru_cache(16)
def places_of(width: float, height: float, *, script_only: bool = False) -> Places:
    """The areas for a size. With `script_only` the script has all but the strip under it."""
    unit = min(width / WIDTH, height / HEIGHT)
    margin, gap = MARGIN * unit, GAP * unit
    if script_only:
        strip = QRectF(margin, height - margin - STRIP * unit, width - 2 * margin, STRIP * unit)
        script = QRectF(margin, margin, width - 2 * margin, strip.top() - gap / 2 - margin)
        none = QRectF()
        return Places(unit, none, script, strip, none, none, none, none)
    side = width - margin - SIDE * unit
    left = side - 2 * gap - margin
    strip = QRectF(margin, height - margin - STRIP * unit, left, STRIP * unit)
    now = QRectF(margin, margin, left, TOP * unit)
    script = QRectF(margin, now.bottom() + gap, left, strip.top() - gap / 2 - now.bottom() - gap)
    rows = _rows(QRectF(side, margin, SIDE * unit, height - 2 * margin), (0.22, 0.29, 0.21, 0.28), gap)
    return Places(unit, now, script, strip, *rows)


def _rows(area: QRectF, shares: tuple[float, ...], gap: float) -> list[QRectF]:
    room = area.height() - gap * (len(shares) - 1)
    rows: list[QRectF] = []
    top = area.top()
    for share in shares:
        rows.append(QRectF(area.left(), top, area.width(), room * share))
        top += room * share + gap
    return rows
