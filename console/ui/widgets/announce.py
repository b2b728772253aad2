"""Telling something to a screen reader, when it is done with what it says."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from console.ui.widgets.plain_text import one_line

MOST = 300


def heard() -> bool:
    """Whether a screen reader listens."""
    return QAccessible.isActive()


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have a screen reader say these words politely, or at once if they are `urgent`; nothing where none listens."""
    if not words or not heard():
        return
    event = QAccessibleAnnouncementEvent(widget, one_line(words)[:MOST])
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
