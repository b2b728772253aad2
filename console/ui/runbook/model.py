"""The cards as Qt sees them: each with how it stands in this show."""

from PySide6.QtCore import QCoreApplication, QObject, Qt

from console.domain.incidents import Incident, IncidentKind, open_incident
from console.ui.style.palette import Palette
from console.ui.widgets.list_model import ROW, Index, ListModel
from console.ui.widgets.shapes import Shape
from console.ui.widgets.two_lines import TwoLines
from console.ui.words.incidents import incident_words
from console.ui.words.times import clock_text


class CardsModel(ListModel[IncidentKind]):
    """Holds the six cards and the incidents of the show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = list(IncidentKind)
        self._incidents: tuple[Incident, ...] = ()

    def said(self, row: IncidentKind, role: int) -> str | None:
        """The card and how it stands."""
        spoken = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return f"{incident_words(row)}, {self.standing(row)}" if spoken else None

    def set_value(self, incidents: tuple[Incident, ...]) -> None:
        """Show how these stand."""
        if incidents != self._incidents:
            self._incidents = incidents
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def is_open(self, kind: IncidentKind) -> bool:
        """Whether such an incident goes on."""
        return open_incident(self._incidents, kind) is not None

    def standing(self, kind: IncidentKind) -> str:
        """How a card stands: open since when, used how often, or not used."""
        if incident := open_incident(self._incidents, kind):
            return _tr("open since {0}").format(clock_text(incident.began))
        used = sum(each.kind is kind for each in self._incidents)
        return _tr("used %n time(s)", used) if used else _tr("not used")


def card_lines(index: Index, palette: Palette) -> TwoLines:
    """The words of one card."""
    model, kind = index.model(), IncidentKind(index.data(ROW))  # Qt hands a name back as plain text
    if not isinstance(model, CardsModel):
        return TwoLines(title=incident_words(kind))
    going_on = model.is_open(kind)
    mark = (Shape.TRIANGLE, palette.low) if going_on else (Shape.RING, palette.muted)
    number = str(index.row() + 1)
    return TwoLines(title=incident_words(kind), right=number, below=model.standing(kind), mark=mark)


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Runbook", text, "", count)
