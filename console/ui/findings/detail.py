"""One finding with all that is needed to settle it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from console.ui.findings.words import FindingWords
from console.ui.style.grid import BREATH, STEP
from console.ui.widgets.buttons import WordButton
from console.ui.widgets.plain_label import PlainLabel

MOST_NUMBERS = 2


class FindingDetail(QWidget):
    """Shows one finding's words; its two buttons are for whoever settles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(face="strong")
        self._subject = PlainLabel(tone="muted", elide=Qt.TextElideMode.ElideMiddle)
        self._meaning = QLabel()
        self._meaning.setTextFormat(Qt.TextFormat.PlainText)
        self._meaning.setWordWrap(True)
        self._meaning.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self._values = [PlainLabel(face="heading") for _ in range(MOST_NUMBERS)]
        self._names = [PlainLabel(tone="muted", face="caption") for _ in range(MOST_NUMBERS)]
        self.theirs, self.ours = WordButton(""), WordButton("")
        column = QVBoxLayout(self)
        column.setContentsMargins(BREATH, BREATH, BREATH, STEP)
        column.setSpacing(STEP)
        for label in (self._title, self._subject, self._meaning):
            column.addWidget(label)
        column.addLayout(self._numbers())
        column.addLayout(self._buttons())

    def set_value(self, words: FindingWords) -> None:
        """Show these words."""
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
        buttons.setSpacing(STEP)
        buttons.addWidget(self.theirs)
        buttons.addWidget(self.ours)
        return buttons
