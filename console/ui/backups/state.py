"""How the backups of a file stand, as one thing that was looked at."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.domain.backups import Backup
from console.domain.health import Check, State, of_backup
from console.domain.status import BackupStatus
from console.ui.words.times import age_text


def state_of(backups: tuple[Backup, ...], status: BackupStatus | None, now: datetime) -> Check:
    """What failed last; else how old the newest is."""
    if status is not None and status.trouble:
        return Check("backup", State.ATTENTION, status.trouble, status.next_step)
    if not backups:
        return Check("backup", State.ATTENTION, _tr("There is no backup yet."), _tr("Make one now."))
    state = of_backup(backups[0].at, now).state
    words = _tr("The last backup is {age} old.").format(age=age_text(now - backups[0].at))
    return Check("backup", state, words, "" if state is State.OK else _tr("Make one now."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
