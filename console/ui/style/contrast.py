"""Contrast, as the rules for readable screens work it out."""

from PySide6.QtGui import QColor

from console.ui.style.palette import mix

STEPS = 20
DARK_EDGE = 0.04045


def luminance(colour: str) -> float:
    """The relative luminance of a colour, 0 to 1."""
    seen = QColor(colour)
    red, green, blue = (_linear(part) for part in (seen.redF(), seen.greenF(), seen.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, on: str, least: float) -> str:
    """The colour, moved towards white or black as far as it takes to be read on a ground."""
    end = max(("#FFFFFF", "#000000"), key=lambda each: contrast(each, on))
    shades = (mix(end, colour, step / STEPS) for step in range(STEPS + 1))
    return next((each for each in shades if contrast(each, on) >= least), end)


def _linear(part: float) -> float:
    return part / 12.92 if part <= DARK_EDGE else float(((part + 0.055) / 1.055) ** 2.4)
