"""Troubles as Qt sees them: what lasts on top, then what is over, the newest first."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt

from console.domain.health import Check
from console.domain.troubles import Past, Trouble, key_of
from console.ui.style.palette import Palette
from console.ui.widgets.checks import mark_of
from console.ui.widgets.list_model import ROW, ListModel
from console.ui.widgets.plain_text import tooltip
from console.ui.widgets.shapes import Shape
from console.ui.widgets.two_lines import Index, TwoLines
from console.ui.words.checks import thing_word
from console.ui.words.times import age_text, clock_text


class TroublesModel(ListModel[Trouble | Past]):
    """Holds the troubles."""

    def known_by(self, row: Trouble | Past) -> tuple[str, datetime]:
        """What it is about and when it began: the same when it is over."""
        return key_of(row.check), row.since if isinstance(row, Trouble) else row.began

    def said(self, row: Trouble | Past, role: int) -> str | None:
        """What it is about, when, and what was wrong."""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{name_of(row.check)}, {when_of(row)}: {row.check.words}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{row.check.words}\n{row.check.next_step}".strip())
            case _:
                return None


def trouble_lines(index: Index, palette: Palette) -> TwoLines:
    """The words of one trouble: what and when, below it what was wrong."""
    row: Trouble | Past = index.data(ROW)
    mark = mark_of(row.check.state, palette) if isinstance(row, Trouble) else (Shape.RING, palette.muted)
    return TwoLines(title=name_of(row.check), right=when_of(row), below=row.check.words, mark=mark)


def name_of(check: Check) -> str:
    """What it is about."""
    return " · ".join(filter(None, (thing_word(check.name), check.about)))


def when_of(row: Trouble | Past) -> str:
    """From when until when; of what lasts, since when."""
    if isinstance(row, Trouble):
        return _tr("since {0}").format(clock_text(row.since))
    began, ended = clock_text(row.began), clock_text(row.ended)
    return _tr("{0} to {1}, {2}").format(began, ended, age_text(row.ended - row.began))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Troubles", text)
