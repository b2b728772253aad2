"""What comes next, in one line that can be read from across the room."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.show import Show
from console.domain.timing import following
from console.ui.style.grid import BREATH, STEP
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.times import length_text


class NextLine(QWidget):
    """Shows the segment after the one that is live, with its length."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = PlainLabel(tone="muted", face="stage")
        self.title = PlainLabel(face="stage")
        self._length = PlainLabel(tone="muted", face="stage")
        row = QHBoxLayout(self)
        row.setContentsMargins(BREATH - 2, 0, BREATH - 2, STEP)
        row.setSpacing(BREATH)
        row.addWidget(self._word)
        row.addWidget(self.title, 1)
        row.addWidget(self._length)

    def set_value(self, show: Show) -> None:
        """Show what comes next in this show; while nothing is live, that stands above already."""
        segment = show.segment(following(show) or 0) if show.live else None
        self._word.set_value(self.tr("NEXT") if segment else "")
        self.title.set_value(segment.title[:400] if segment else "")
        self._length.set_value(length_text(segment.planned) if segment else "")
