"""The numbers beside the large one, in a row."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui.stock.figure import Figure
from console.ui.stock.numbers import VariantRow
from console.ui.stock.story import Asked
from console.ui.stock.words import StockWords, number_text
from console.ui.style.look import LiveLook

_STORIES = (Asked.RESERVED, Asked.COMMITTED, Asked.ON_HAND)


class Figures(QWidget):
    """Shows reserved, committed, on hand, sold and pace. A click on one that movements make asks why."""

    asked = Signal(object)

    def __init__(self, look: LiveLook, words: StockWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stories = {asked: Figure(look, words.asked(asked)) for asked in _STORIES}
        self.sold = Figure(look, self.tr("sold"))
        self.pace = Figure(look, self.tr("per min"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for asked, figure in self.stories.items():
            figure.clicked.connect(lambda _checked, asked=asked: self.asked.emit(asked))
            row.addWidget(figure)
        for figure in (self.sold, self.pace):
            figure.setEnabled(False)
            row.addWidget(figure)

    def set_value(self, row: VariantRow) -> None:
        """Show the numbers of this row."""
        numbers = {Asked.RESERVED: row.reserved, Asked.COMMITTED: row.committed, Asked.ON_HAND: row.on_hand}
        for asked, figure in self.stories.items():
            figure.set_value(number_text(numbers[asked]))
        self.sold.set_value(number_text(row.sold))

    def set_pace(self, pace: float) -> None:
        """Show the pieces a minute, with a decimal below ten."""
        digits = 1 if 0 < pace < 10 else 0  # noqa: PLR2004 - one figure before the point
        self.pace.set_value(QLocale().toString(pace, "f", digits))
