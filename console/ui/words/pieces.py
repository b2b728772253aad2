"""Changes of pieces as people write them: `+3`, `−3`."""

from PySide6.QtCore import QLocale

from console.ui.words.money import MINUS


def signed(pieces: int) -> str:
    """A change with its true sign."""
    return f"{'+' if pieces > 0 else MINUS}{QLocale().toString(abs(pieces))}"
