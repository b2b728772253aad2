"""All that is looked at before a show goes live, gathered: the show itself, what surrounds it, this computer."""

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from console.domain.connections import ShopStatus
from console.domain.health import Check, State, of_backup, of_clock, of_disk, of_saving, of_set_clock, to_do
from console.domain.preflight import of_show
from console.domain.show import Purpose, Show
from console.domain.status import FileState
from console.ui.standings import Standings
from console.ui.words.standings import check_of

LEAST_WIDTH, LEAST_HEIGHT = 1366, 768


def all_checks(show: Show, standings: Standings) -> list[Check]:
    """Every check: what waits for a person first, the worst on top; then what is in order."""
    checks = [*of_show(show, standings.now()), *of_surroundings(show, standings, standings.now())]
    waiting = to_do(checks)
    return [*waiting, *(each for each in checks if each.state is State.OK)]


def not_in_order(show: Show, standings: Standings) -> tuple[str, ...]:
    """The words of what waits for a person: that which going live now would ignore."""
    waiting = (each for each in all_checks(show, standings) if each.state in {State.BAD, State.ATTENTION})
    return tuple(f"{each.name}{' ' + each.about if each.about else ''}: {each.words}" for each in waiting)


def of_surroundings(show: Show, standings: Standings, now: datetime) -> Iterator[Check]:
    """The connections, the file, the computer."""
    yield of_file(standings)
    for standing in standings.linked:
        yield check_of(standing, now)
        if isinstance(standing.status, ShopStatus) and standing.status.ahead is not None:
            yield replace(of_clock(standing.name, now, now + standing.status.ahead), at=standing.fresh)
    if computer := standings.computer:
        if computer.free is None:
            yield Check("disk", State.UNKNOWN, _tr("its free space cannot be told"), _tr("Look at it yourself."))
        else:
            yield of_disk("", computer.free)
        yield of_set_clock(computer.stepped)
        yield of_saving(computer.saving)
    if show.purpose is Purpose.LIVE:
        yield from of_keeping(standings, now)
    yield of_screens()


def of_file(standings: Standings) -> Check:
    """Whether the file was checked and can be written."""
    file = standings.file
    if file is None or file.state is FileState.CHECKING:
        return Check("file", State.UNKNOWN, _tr("being checked"), _tr("Wait a moment."))
    if file.state is FileState.TROUBLE:
        return Check("file", State.BAD, file.trouble or _tr("trouble"), file.next_step)
    return Check("file", State.OK, _tr("checked and saved"))


def of_keeping(standings: Standings, now: datetime) -> Iterator[Check]:
    """The backups, and that the computer stays awake."""
    if (backup := standings.backup) is not None:
        if backup.trouble:
            yield Check("backup", State.ATTENTION, backup.trouble, backup.next_step, at=backup.last)
        else:
            yield of_backup(backup.last, now)
    if (awake := standings.awake) is not None:
        words = _tr("it stays awake during the show") if awake.can else _tr("it may fall asleep during the show")
        step = "" if awake.can else _tr("Switch sleep and screen saver off in the system's settings.")
        yield Check("sleep", State.OK if awake.can else State.ATTENTION, words, step)


def of_screens() -> Check:
    """The screens of this computer, and whether the window has room on the largest."""
    sizes = [screen.availableGeometry().size() for screen in QGuiApplication.screens()]
    words = ", ".join(f"{size.width()} × {size.height()}" for size in sizes)
    if not any(size.width() >= LEAST_WIDTH and size.height() >= LEAST_HEIGHT * 9 // 10 for size in sizes):
        step = _tr("Use a screen of 1366 × 768 at least.")
        return Check("screens", State.ATTENTION, words, step)
    return Check("screens", State.OK, words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Preflight", text)
