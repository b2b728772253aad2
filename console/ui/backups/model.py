"""The backups that are there, as Qt sees them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from console.domain.backups import Backup
from console.ui.style.palette import Palette
from console.ui.widgets.plain_text import tooltip
from console.ui.widgets.two_lines import TwoLines
from console.ui.words.times import age_text

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
BACKUP = Qt.ItemDataRole.UserRole


class BackupsModel(QAbstractListModel):
    """Holds the backups, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Backup, ...] = ()

    def rowCount(self, parent: Index = ROOT) -> int:
        """The number of backups."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What a row says in a role."""
        if not index.isValid():
            return None
        backup = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return backup
            case Qt.ItemDataRole.DisplayRole:
                return made_text(backup)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{made_text(backup)}, {size_text(backup)}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(backup.path)
            case _:
                return None

    def set_rows(self, rows: Sequence[Backup]) -> None:
        """Hold these."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()


def lines_of(now: Callable[[], datetime], index: Index, _palette: Palette) -> TwoLines:
    """One backup: when it was made and how large it is, below how old."""
    backup: Backup = index.data(BACKUP)
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
