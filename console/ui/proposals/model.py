"""The proposals of a show as Qt sees them, the newest on top."""

from PySide6.QtCore import Qt

from console.domain.proposals import Answer
from console.ui.proposals.words import Told, answer_words, came_words
from console.ui.style.palette import Palette
from console.ui.widgets.list_model import ROW, ListModel
from console.ui.widgets.shapes import Shape
from console.ui.widgets.two_lines import Index, TwoLines
from console.ui.words.times import clock_text

MARKS = {
    Answer.ACCEPTED: Shape.TICK,
    Answer.DISMISSED: Shape.CROSSED,
    Answer.LAPSED: Shape.RING,
    None: Shape.ARROW,
}


class ProposalsModel(ListModel[Told]):
    """Holds proposals."""

    def known_by(self, row: Told) -> int:
        """Its number."""
        return row.offered.number

    def said(self, row: Told, role: int) -> str | None:
        """What was proposed, the answer, and what came of it."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return f"{row.words}. {answer_words(row.offered)}. {came_words(row)}"


def proposal_lines(index: Index, palette: Palette) -> TwoLines:
    """A proposal's words: what and when, below it what came of it and the answer."""
    row: Told = index.data(ROW)
    return TwoLines(
        title=row.words,
        right=clock_text(row.offered.at),
        below=came_words(row),
        below_right=answer_words(row.offered),
        mark=(MARKS[row.offered.answer], palette.low if row.offered.answer is None else palette.muted),
        quiet=row.offered.answer is Answer.LAPSED,
    )
