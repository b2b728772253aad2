"""The field and the choices by which claims are found."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.domain.claims.claim import ClaimState
from console.domain.claims.sieve import HAND, Sieve, sieve_of
from console.ui.claims.row import SECTIONS, Section
from console.ui.style.grid import BREATH, STEP

MOST_SEARCHED = 100


class Sifting(QWidget):
    """A search, a section and a source; `changed` tells that one of them is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(placeholderText=self.tr("Words, sku:, buyer: or source:"), maxLength=MOST_SEARCHED)
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Find a claim"))
        self.sections = QComboBox()
        self.sections.setAccessibleName(self.tr("Which claims are shown"))
        for words, section in self._choices():
            self.sections.addItem(words, section)
        self.sources = QComboBox()
        self.sources.setAccessibleName(self.tr("From which chat"))
        self.sources.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.offer_sources(())
        column = QVBoxLayout(self)
        column.setContentsMargins(BREATH, 0, BREATH, 0)
        column.setSpacing(STEP)
        column.addWidget(self.search)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.sections, 1)
        row.addWidget(self.sources, 1)
        column.addLayout(row)
        self.search.textChanged.connect(self.changed)
        self.sections.currentIndexChanged.connect(self.changed)
        self.sources.currentIndexChanged.connect(self.changed)

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
    def section(self) -> Section | None:
        """The section shown; None is all."""
        section: Section | None = self.sections.currentData()
        return section

    @property
    def sieve(self) -> Sieve:
        """What is looked for."""
        typed = sieve_of(self.search.text())
        section, source = self.section, self.sources.currentData()
        if section is not None:
            typed = replace(typed, states=tuple(state for state in ClaimState if SECTIONS[state] is section))
        return replace(typed, source=source.casefold()) if source else typed

    def clear(self) -> bool:
        """Look for everything again; False if that was so."""
        if self.sieve == Sieve():
            return False
        self.search.clear()
        self.sections.setCurrentIndex(0)
        self.sources.setCurrentIndex(0)
        return True

    def count(self, counts: dict[Section, int], every: int) -> None:
        """Show how many claims each choice has."""
        for at, (words, section) in enumerate(self._choices()):
            number = every if section is None else counts.get(section, 0)
            self.sections.setItemText(at, f"{words} · {self.locale().toString(number)}")

    def offer_sources(self, sources: Iterable[str]) -> None:
        """Offer these sources; what is chosen stays chosen while it is among them."""
        offered = [(self.tr("All chats"), ""), *((each, each) for each in sources), (self.tr("By hand"), HAND)]
        if [each[1] for each in offered] == [self.sources.itemData(at) for at in range(self.sources.count())]:
            return
        chosen = self.sources.currentData()
        self.sources.blockSignals(True)
        self.sources.clear()
        for words, source in offered:
            self.sources.addItem(words, source)
        self.sources.blockSignals(False)
        self.sources.setCurrentIndex(max(0, self.sources.findData(chosen)))
