"""What a person prefers of the look, worked out: colours, size of text, motion."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from console.preferences import Preferences
from console.ui.style.palette import Theme

SIZES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


def theme_of(preferences: Preferences) -> Theme:
    """The colours: those chosen, or those of the system, which are light if it does not say."""
    if preferences.theme != "system":
        return Theme(preferences.theme)
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Theme.DARK if dark else Theme.LIGHT


def calm_of(preferences: Preferences, *, wished: bool) -> bool:
    """Whether nothing may flash or move; `wished`: the system is set to less motion."""
    return wished if preferences.motion == "system" else preferences.motion == "reduced"


def other_theme(preferences: Preferences) -> Preferences:
    """Light for dark, dark for light."""
    return replace(preferences, theme="light" if theme_of(preferences) is Theme.DARK else "dark")


def larger(preferences: Preferences) -> Preferences:
    """Text of the next larger size, up to 200 %."""
    return replace(preferences, text=min((size for size in SIZES if size > preferences.text), default=SIZES[-1]))


def smaller(preferences: Preferences) -> Preferences:
    """Text of the next smaller size, down to 100 %."""
    return replace(preferences, text=max((size for size in SIZES if size < preferences.text), default=SIZES[0]))


def normal(preferences: Preferences) -> Preferences:
    """Text at its own size."""
    return replace(preferences, text=1.0)


def other_motion(preferences: Preferences) -> Preferences:
    """As the system wishes, then less motion, then all of it."""
    turn: dict[str, Callable[[], Preferences]] = {
        "system": lambda: replace(preferences, motion="reduced"),
        "reduced": lambda: replace(preferences, motion="full"),
        "full": lambda: replace(preferences, motion="system"),
    }
    return turn[preferences.motion]()
