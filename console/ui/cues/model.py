"""The cues of a show as Qt sees them, the newest on top."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Qt

from console.domain.cues import Cue
from console.ui.style.palette import Palette
from console.ui.widgets.cue_sight import SHAPES, cue_colour
from console.ui.widgets.list_model import ROW, ListModel
from console.ui.widgets.two_lines import Index, TwoLines
from console.ui.words.cues import cue_words
from console.ui.words.times import age_text, clock_text


class CuesModel(ListModel[Cue]):
    """Holds cues."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now

    def known_by(self, row: Cue) -> int:
        """Its number."""
        return row.id

    def said(self, row: Cue, role: int) -> str | None:
        """What was said, and how it stands."""
        spoken = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return f"{cue_words(row.kind, row.text)}, {ended(row, self.now())}" if spoken else None

    def age(self) -> None:
        """Tell that open cues have grown older."""
        for number, cue in enumerate(self._rows):
            if cue.open:
                self.dataChanged.emit(self.index(number), self.index(number))


def ended(cue: Cue, now: datetime) -> str:
    """How a cue stands."""
    if cue.took is not None:
        return _tr("noted after {0}").format(age_text(cue.took))
    return _tr("taken back") if cue.back else _tr("not noted for {0}").format(age_text(now - cue.sent))


def cue_lines(index: Index, palette: Palette) -> TwoLines:
    """The words of one cue: what was said and when, below it how long the anchor took."""
    model = index.model()
    cue: Cue = index.data(ROW)
    now = model.now() if isinstance(model, CuesModel) else cue.sent
    return TwoLines(
        title=cue_words(cue.kind, cue.text),
        right=clock_text(cue.sent),
        below=ended(cue, now),
        mark=(SHAPES[cue.kind], cue_colour(cue.kind, palette) if cue.open else palette.muted),
        quiet=not cue.open,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cues", text)
