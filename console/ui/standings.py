"""How all around the show stands, as the window knows it: shops, chats, the file and its backups, the computer."""

from collections.abc import Callable, Iterable
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from console.desk.watching import Status
from console.domain.changes import HeardLine
from console.domain.chat import ChatGap, Erasure
from console.domain.connections import ShopStatus
from console.domain.show import Purpose, Show
from console.domain.standings import Linked, Standing, spoken, stood
from console.domain.status import AwakeStatus, BackupStatus, ComputerStatus, FileStatus
from console.ui.bridge import Bridge


class Standings(QObject):
    """Folds what the bridge tells. `changed` tells that something stands otherwise than before."""

    changed = Signal()

    def __init__(self, bridge: Bridge, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._now = now
        self._linked: dict[str, Standing] = {}
        self.file: FileStatus | None = None
        self.computer: ComputerStatus | None = None
        self.awake: AwakeStatus | None = None
        self.backup: BackupStatus | None = None
        self.held = False
        bridge.status.connect(self._told)
        bridge.shown.connect(self._shown)
        bridge.heard.connect(self._hear)
        bridge.gone.connect(self._forget)

    @property
    def linked(self) -> tuple[Standing, ...]:
        """Every shop and chat that was told of: shops first."""
        return tuple(sorted(self._linked.values(), key=lambda each: isinstance(each.status, ShopStatus), reverse=True))

    def of(self, source: str) -> Standing | None:
        """How one connection stands; None if nothing was told of it yet."""
        return self._linked.get(source)

    def now(self) -> datetime:
        """The present by the desk's clock."""
        return self._now()

    def _shown(self, show: Show) -> None:
        """Take in whether the file sends nothing before a person has looked at what differs."""
        if show.held is not self.held:
            self.held = show.held
            self.changed.emit()

    def _told(self, status: Status) -> None:
        match status:
            case FileStatus():
                self.file = status
            case ComputerStatus():
                self.computer = status
            case AwakeStatus():
                self.awake = status
            case BackupStatus():
                self.backup = status
            case _:
                self._put(status)
        self.changed.emit()

    def _put(self, status: Linked) -> None:
        name = status.shop if isinstance(status, ShopStatus) else status.source
        standing = stood(self._linked.get(name), status, self._now())
        self._linked[name] = replace(standing, watched=self._bridge.show.purpose is Purpose.LIVE)

    def _hear(self, events: Iterable[HeardLine | Erasure | ChatGap]) -> None:
        """Take in when rooms last spoke: a room's status is told only now and then."""
        lines = (event.line for event in events if isinstance(event, HeardLine) and not event.line.backlog)
        for name, at in {line.source: line.heard_at for line in lines}.items():
            if standing := self._linked.get(name):
                self._linked[name] = spoken(standing, at)

    def _forget(self, source: str) -> None:
        if self._linked.pop(source, None):
            self.changed.emit()
