"""A rundown before it is taken in: its segments, and what is wrong with its file."""

from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.rundown import Segment
from console.imports.plan import Rundown
from console.ui.imports.remarks import Remark, Weight, of_problems, weight_word
from console.ui.imports.table import ReadModel, ReadTable, Row
from console.ui.imports.tiles import Tiles
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.times import clock_text, length_text


class SegmentsView(QWidget):
    """Shows one rundown."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = Tiles((self.tr("segments"), self.tr("planned"), self.tr("problems")))
        self.replaces = PlainLabel(tone="low")
        headings = (self.tr("Start"), self.tr("Length"), self.tr("Title"), self.tr("Owner"), self.tr("Products"))
        self.segments = ReadModel(headings, frozenset({1, 4}), self)
        self.problems = ReadModel((self.tr("Kind"), self.tr("Where"), self.tr("Column"), self.tr("What")), parent=self)
        self._planned = ReadTable(look, self.segments, wide=2)
        self._wrong = ReadTable(look, self.problems, wide=3)
        self._planned.set_widths([look.scale.pixels(width) for width in (80, 80, 0, 120, 90)])
        self._wrong.set_widths([look.scale.pixels(width) for width in (96, 136, 96)])
        self._planned.setAccessibleName(self.tr("Segments"))
        self._wrong.setAccessibleName(self.tr("Problems"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._tiles)
        column.addWidget(self.replaces)
        column.addSpacing(STEP)
        column.addWidget(self._wrong, 1)
        column.addWidget(self._planned, 3)

    def set_value(self, rundown: Rundown, planned_now: int) -> None:
        """Show this rundown, and that it takes the place of so many segments."""
        total = sum((segment.planned for segment in rundown.segments), timedelta(0))
        self._tiles.set_values(str(len(rundown.segments)), length_text(total), str(len(rundown.problems)))
        self.replaces.set_value(self.tr("It takes the place of the whole rundown planned now."))
        self.replaces.setVisible(planned_now > 0)
        self.segments.set_rows([_row(segment) for segment in rundown.segments])
        told = [Remark(Weight.NOTE, "", "", remark) for remark in rundown.remarks]
        remarks = [*told, *of_problems(rundown.problems)]
        self.problems.set_rows(
            [Row((weight_word(each.weight), each.where, each.column, each.words), each.weight) for each in remarks]
        )
        self._wrong.setVisible(bool(remarks))


def _row(segment: Segment) -> Row:
    start = clock_text(segment.planned_start) if segment.planned_start else ""
    products = str(len(segment.products)) if segment.products else ""
    return Row((start, length_text(segment.planned), segment.title, segment.owner, products))
