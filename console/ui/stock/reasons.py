"""Reasons for a change of stock: the last used first, or one's own."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from console.domain.stock import MOST_REASON
from console.ui.widgets.plain_text import one_line

_MOST_KEPT = 12


class ReasonField(QComboBox):
    """Offers reasons; an empty one is the first."""

    def __init__(self, offered: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = list(offered)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field = self.lineEdit()
        if field is not None:
            field.setMaxLength(MOST_REASON)
        self._offer()

    @property
    def reason(self) -> str:
        """What is chosen or typed."""
        return one_line(self.currentText())[:MOST_REASON] or self._offered[0]

    def used(self, *reasons: str) -> None:
        """Offer these reasons first from now on, the last used before the others."""
        offered = list(dict.fromkeys((*reasons, *self._offered)))[:_MOST_KEPT]
        if offered != self._offered:
            self._offered = offered
            self._offer()

    def _offer(self) -> None:
        self.clear()
        self.addItems(self._offered)
        self.setCurrentIndex(0)
