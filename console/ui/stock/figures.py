"""The numbers beside the large one, in a row."""

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.overriding import override
from console.ui.stock.figure import Figure
from console.ui.stock.numbers import VariantRow
from console.ui.stock.story import Asked, number_of
from console.ui.stock.words import StockWords, number_text
from console.ui.style.look import LiveLook

GAP = 4
_STORIES = (Asked.RESERVED, Asked.COMMITTED, Asked.ON_HAND, Asked.WAITING)


class Figures(QWidget):
    """Shows reserved, committed, on hand, who waits, sold and pace. A click on one that movements make asks why."""

    asked = Signal(object)

    def __init__(self, look: LiveLook, words: StockWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stories = {asked: Figure(look, words.asked(asked)) for asked in _STORIES}
        self.sold = Figure(look, self.tr("sold"))
        self.pace = Figure(look, self.tr("per min"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for asked, figure in self.stories.items():
            figure.clicked.connect(lambda _checked, asked=asked: self.asked.emit(asked))
            row.addWidget(figure)
        for figure in (self.sold, self.pace):
            figure.setEnabled(False)
            row.addWidget(figure)

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for all but the pace, which gives way."""
        return QSize(self._needed(self.sold), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the pace where there is room."""
        super().resizeEvent(event)
        self.pace.setVisible(self.width() >= self._needed(self.sold, self.pace))

    def _needed(self, *more: Figure) -> int:
        return sum(each.minimumSizeHint().width() + GAP for each in (*self.stories.values(), *more)) - GAP

    def set_value(self, row: VariantRow) -> None:
        """Show the numbers of this row."""
        for asked, figure in self.stories.items():
            figure.set_value(number_text(number_of(row, asked)))
        self.sold.set_value(number_text(row.sold))

    def set_pace(self, pace: float) -> None:
        """Show the pieces a minute, with a decimal below ten."""
        digits = 1 if 0 < pace < 10 else 0  # noqa: PLR2004 - one figure before the point
        self.pace.set_value(QLocale().toString(pace, "f", digits))
