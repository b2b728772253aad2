"""The field and the choice by which claims are found."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from console.ui.claims.row import Section
from console.ui.style.grid import BREATH, STEP

MOST_SEARCHED = 100


class Sifting(QWidget):
    """A search and a section; `changed` tells that one of them is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(placeholderText=self.tr("Find by words, SKU or buyer"), maxLength=MOST_SEARCHED)
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Find a claim"))
        self.sections = QComboBox()
        self.sections.setAccessibleName(self.tr("Which claims are shown"))
        for words, section in self._choices():
            self.sections.addItem(words, section)
        column = QVBoxLayout(self)
        column.setContentsMargins(BREATH, 0, BREATH, 0)
        column.setSpacing(STEP)
        column.addWidget(self.search)
        column.addWidget(self.sections)
        self.search.textChanged.connect(self.changed)
        self.sections.currentIndexChanged.connect(self.changed)

    def _choices(self) -> tuple[tuple[str, Section | None], ...]:
        return (
            (self.tr("All claims"), None),
            (self.tr("What needs you"), Section.TRAY),
            (self.tr("Held"), Section.HELD),
            (self.tr("May pay"), Section.PAYABLE),
            (self.tr("Waiting"), Section.WAITING),
            (self.tr("Over"), Section.OVER),
        )

    @property
    def text(self) -> str:
        """What is looked for."""
        return self.search.text().strip()

    @property
    def section(self) -> Section | None:
        """The section shown; None is all."""
        section: Section | None = self.sections.currentData()
        return section

    def count(self, counts: dict[Section, int], every: int) -> None:
        """Show how many claims each choice has."""
        for at, (words, section) in enumerate(self._choices()):
            number = every if section is None else counts.get(section, 0)
            self.sections.setItemText(at, f"{words} · {self.locale().toString(number)}")
