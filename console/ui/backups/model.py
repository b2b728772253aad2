"""The backups that are there, as Qt sees them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from console.domain.backups import Backup
from console.ui.style.palette import Palette
from console.ui.widgets.list_model import ROW, Index, ListModel
from console.ui.widgets.plain_text import tooltip
from console.ui.widgets.two_lines import TwoLines
from console.ui.words.times import age_text


class BackupsModel(ListModel[Backup]):
    """Holds the backups, the newest first."""

    def known_by(self, row: Backup) -> str:
        """Its file."""
        return row.path

    def said(self, row: Backup, role: int) -> str | None:
        """When it was made, its size, its path."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return made_text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{made_text(row)}, {size_text(row)}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(row.path)
            case _:
                return None


def lines_of(now: Callable[[], datetime], index: Index, _palette: Palette) -> TwoLines:
    """One backup: when it was made and how large it is, below how old."""
    backup: Backup = index.data(ROW)
    ago = QCoreApplication.translate("Backups", "{age} ago").format(age=age_text(now() - backup.at))
    return TwoLines(title=made_text(backup), right=size_text(backup), below=ago)


def made_text(backup: Backup) -> str:
    """When a backup was made, by this computer's time: its day and its time."""
    at = backup.at.astimezone()
    day = QLocale().toString(QDate(at.year, at.month, at.day), QLocale.FormatType.ShortFormat)
    return f"{day} {at:%H:%M}"


def size_text(backup: Backup) -> str:
    """How large a backup is."""
    return QLocale().formattedDataSize(backup.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
