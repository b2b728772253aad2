"""A few numbers side by side, each with what it counts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.style.grid import STEP
from console.ui.widgets.plain_label import PlainLabel


class Tiles(QWidget):
    """Shows numbers under these names."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5 * STEP)
        self._numbers = [PlainLabel(face="heading") for _ in names]
        for name, number in zip(names, self._numbers, strict=True):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(number)
            column.addWidget(PlainLabel(name, tone="muted", face="caption"))
            number.setAccessibleDescription(name)
            row.addLayout(column)
        row.addStretch(1)

    def set_values(self, *values: str) -> None:
        """Show these, in the order of the names."""
        for number, value in zip(self._numbers, values, strict=True):
            number.set_value(value)
