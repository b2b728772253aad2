"""Faces by the height of their capitals, which is what an eye at three metres needs."""

import math
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from console.ui.style.type_scale import TypeScale

PROBE = 400
KEPT = 400
STEP = 0.94


def face(scale: TypeScale, cap: float, *, bold: bool = True) -> QFont:
    """A face whose capitals are `cap` pixels tall at least; the caller's own."""
    return QFont(_face(scale, cap, bold))


@lru_cache(KEPT)
def _face(scale: TypeScale, cap: float, bold: bool) -> QFont:  # noqa: FBT001 - a key of the cache
    share = QFontMetricsF(scale.font_of(PROBE, bold=bold)).capHeight() / PROBE
    return scale.font_of(math.ceil(cap / share), bold=bold)


def fitting(scale: TypeScale, text: str, width: float, most: float, least: float) -> QFont:
    """The largest bold face between two heights of capitals in which the text fits; the smallest, if in none.

    Figures are as wide as each other, so that a number of as many of them needs the face of the one before.
    """
    return QFont(_fitting(scale, "".join("0" if each.isdecimal() else each for each in text), width, most, least))


@lru_cache(KEPT)
def _fitting(scale: TypeScale, text: str, width: float, most: float, least: float) -> QFont:
    cap = most
    while cap > least:
        font = face(scale, cap)
        if QFontMetricsF(font).horizontalAdvance(text) <= width:
            return font
        cap *= STEP
    return face(scale, least)
