"""One finding with all that is needed to settle it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from console.domain.findings import Cut
from console.ui.act import follow
from console.ui.findings.cuts import CutRow, CutsModel, cut_lines
from console.ui.findings.words import FindingWords, cancel_words
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import Kind, WordButton
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.two_line_list import TwoLineList

MOST_NUMBERS = 2
MOST_SEEN = 4
FRAME = 4


class FindingDetail(QWidget):
    """Shows one finding's words, and the orders that it proposes to cancel; its buttons are for whoever settles."""

    def __init__(self, look: LiveLook, cancel: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cuts = CutsModel(self)
        self._title = PlainLabel(face="strong")
        self._subject = PlainLabel(tone="muted", elide=Qt.TextElideMode.ElideMiddle)
        self._meaning = QLabel()
        self._meaning.setTextFormat(Qt.TextFormat.PlainText)
        self._meaning.setWordWrap(True)
        self._meaning.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self._values = [PlainLabel(face="heading") for _ in range(MOST_NUMBERS)]
        self._names = [PlainLabel(tone="muted", face="caption") for _ in range(MOST_NUMBERS)]
        self.orders = TwoLineList(look, self.tr("Orders to cancel"), self._cuts, cut_lines)
        self.orders.setFrameShape(QFrame.Shape.NoFrame)
        self.cancel = WordButton("", Kind.PRIMARY)
        self.theirs, self.ours = WordButton(""), WordButton("")
        follow(self.cancel, cancel)
        above = QVBoxLayout()
        above.setContentsMargins(BREATH, BREATH, BREATH, 0)
        above.setSpacing(STEP)
        for label in (self._title, self._subject, self._meaning):
            above.addWidget(label)
        above.addLayout(self._numbers())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, STEP)
        column.setSpacing(STEP)
        column.addLayout(above)
        column.addWidget(self.orders)
        column.addLayout(self._buttons())

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """The orders that are seen to be cancelled, and how many pieces of each."""
        return self._cuts.cuts

    def set_value(self, words: FindingWords, cuts: list[CutRow]) -> None:
        """Show these words and orders."""
        self._cuts.set_rows(cuts)
        self.orders.setVisible(bool(cuts))
        row = self.orders.sizeHintForRow(0) if cuts else 0
        self.orders.setFixedHeight(row * min(len(cuts), MOST_SEEN) + FRAME)
        self.cancel.set_value(cancel_words(words.proposal))
        self.cancel.setVisible(bool(cuts))
        self._title.set_value(words.title)
        self._subject.set_value(words.subject)
        self._meaning.setText(words.meaning)
        self.theirs.set_value(words.theirs)
        self.ours.set_value(words.ours)
        for at, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            shown = at < len(words.numbers)
            name.set_value(words.numbers[at][0] if shown else "")
            value.set_value(words.numbers[at][1] if shown else "")
            name.setVisible(shown)
            value.setVisible(shown)

    def _numbers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(BREATH)
        grid.setVerticalSpacing(0)
        for at, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            grid.addWidget(value, 0, at)
            grid.addWidget(name, 1, at)
            grid.setColumnStretch(at, 1)
        return grid

    def _buttons(self) -> QVBoxLayout:
        buttons = QVBoxLayout()
        buttons.setContentsMargins(BREATH, 0, BREATH, 0)
        buttons.setSpacing(STEP)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.theirs)
        buttons.addWidget(self.ours)
        return buttons
