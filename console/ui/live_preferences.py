"""What the person prefers now, and the one place from which the window learns that it changed."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from console.preferences import Preferences


class LivePreferences(QObject):
    """The preferences of now. `changed` tells those of before and those of now."""

    changed = Signal(object, object)

    def __init__(self, value: Preferences | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value or Preferences()

    @property
    def value(self) -> Preferences:
        """The preferences."""
        return self._value

    def change(self, **fields: Any) -> None:  # noqa: ANN401 - the fields of Preferences
        """Prefer something else from now on."""
        self.set_value(replace(self._value, **fields))

    def set_value(self, value: Preferences) -> None:
        """Take all of them on."""
        if value != self._value:
            before, self._value = self._value, value
            self.changed.emit(before, value)
