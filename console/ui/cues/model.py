"""The cues of a show as Qt sees them, the newest on top."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from console.domain.cues import Cue
from console.ui.style.palette import Palette
from console.ui.widgets.cue_sight import SHAPES, cue_colour
from console.ui.widgets.two_lines import Index, TwoLines
from console.ui.words.cues import cue_words
from console.ui.words.times import age_text, clock_text

ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole


class CuesModel(QAbstractListModel):
    """Holds cues."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._rows: list[Cue] = []

    def rowCount(self, parent: Index = ROOT) -> int:
        """The number of cues."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a row says in a role."""
        if not index.isValid():
            return None
        cue = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return cue
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{cue_words(cue.kind, cue.text)}, {ended(cue, self.now())}"
            case _:
                return None

    def set_rows(self, cues: tuple[Cue, ...]) -> None:
        """Hold these: new ones come on top, and of the others those change that ended."""
        rows = list(reversed(cues))
        new = len(rows) - len(self._rows)
        if new < 0 or [each.id for each in rows[new:]] != [each.id for each in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        if new:
            self.beginInsertRows(ROOT, 0, new - 1)
            self._rows[:0] = rows[:new]
            self.endInsertRows()
        for number, cue in enumerate(rows):
            if self._rows[number] != cue:
                self._rows[number] = cue
                self.dataChanged.emit(self.index(number), self.index(number))

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
