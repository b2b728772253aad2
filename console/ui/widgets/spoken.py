"""What painted widgets are to a screen reader: a role and a value, besides their name."""

from functools import cache
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleValueChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@runtime_checkable
class Speaks(Protocol):
    """A widget that paints itself and says what it is and shows."""

    spoken_role: QAccessible.Role

    def spoken_value(self) -> str:
        """What it shows now, in words."""


class Spoken(QAccessibleWidget):
    """Such a widget as a screen reader sees it. It is asked each time, so it says what is shown now."""

    def __init__(self, widget: QWidget, speaks: Speaks) -> None:
        super().__init__(widget, speaks.spoken_role)
        self._speaks = speaks

    def text(self, kind: QAccessible.Text) -> str:
        """Its value; its name and description are those of any widget."""
        return self._speaks.spoken_value() if kind is QAccessible.Text.Value else super().text(kind)


@cache
def teach_speaking() -> None:
    """Have Qt ask widgets that paint themselves what they are; without a screen reader nothing is ever asked."""
    QAccessible.installFactory(_spoken)


def _spoken(_kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    if isinstance(thing, QWidget) and isinstance(thing, Speaks):
        return Spoken(thing, thing)
    return None


def tell_value(widget: QWidget) -> None:
    """Tell a screen reader that the widget's value has changed; nothing where none listens."""
    if QAccessible.isActive() and isinstance(widget, Speaks):
        value = cast("Speaks", widget).spoken_value()
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, value))
