"""The lamps: shop, chats, file, each with the age of its last news; backups only while they fail."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.changes import HeardLine
from console.domain.chat import ChatGap, Erasure, SourceStatus
from console.domain.connections import ShopState, ShopStatus
from console.domain.status import BackupStatus
from console.ui.bar.lamp_button import LampButton
from console.ui.bar.lamp_sight import Room, Seen, Sight, Status, name_of, sight
from console.ui.bar.names import short_names
from console.ui.style.grid import BREATH
from console.ui.style.look import LiveLook
from console.ui.widgets.lamp import Lamp, LampState, LampValue

_KINDS = ("shop", "chat", "file", "backup")


class Lamps(QWidget):
    """Shows a lamp for each thing that told how it is: shops first, then chats, then the file."""

    retry = Signal(str)

    def __init__(self, look: LiveLook, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._now = now
        self._room = Room.AGE
        self._seen: dict[str, Seen] = {}
        self._lamps: dict[str, LampButton] = {}
        self._measure = Lamp(look, LampValue(LampState.OFF, ""))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(BREATH)

    @property
    def lamps(self) -> dict[str, LampButton]:
        """The lamps by what they are about."""
        return self._lamps

    def clear(self) -> None:
        """Forget all that was told."""
        for name in list(self._seen):
            self._drop(name)

    def take_in(self, status: Status) -> None:
        """Show how a connection or the file is. Good news of a shop is as old as its arrival here."""
        name = name_of(status)
        if isinstance(status, BackupStatus) and not status.trouble:
            self._forget(name)
            return
        before = self._seen.get(name)
        fresh = before.fresh if before else None
        if isinstance(status, ShopStatus) and status.state is ShopState.READY:
            fresh = self._now()
        elif isinstance(status, SourceStatus) and status.last_message:
            fresh = max(fresh, status.last_message) if fresh else status.last_message
        told = before or Seen(status, began=self._now())
        self._seen[name] = msgspec.structs.replace(told, status=status, fresh=fresh)
        if name not in self._lamps:
            self._put(name)
            self._name_anew()
        self.show_now()

    def hear(self, events: Iterable[HeardLine | Erasure | ChatGap]) -> None:
        """Take in when chats last said something; the lamps show it with the next tick."""
        for event in events:
            if isinstance(event, HeardLine) and not event.line.backlog:
                self._said(f"chat {event.line.source}", event.line.heard_at)

    def _said(self, name: str, at: datetime) -> None:
        seen = self._seen.get(name)
        if seen and (seen.fresh is None or seen.fresh < at):
            self._seen[name] = msgspec.structs.replace(seen, fresh=at)

    def forget(self, connection: str) -> None:
        """Take away the lamp of a connection that was removed."""
        self._forget(f"shop {connection}", f"chat {connection}")

    def _forget(self, *names: str) -> None:
        for name in names:
            if name in self._seen:
                self._drop(name)
        self._name_anew()
        self.show_now()

    def show_now(self) -> None:
        """Show the ages of now."""
        for name, shown in self._sights(self._room):
            self._lamps[name].show_sight(shown)

    def _sights(self, room: Room) -> Iterator[tuple[str, Sight]]:
        now = self._now()
        for name, seen in self._seen.items():
            yield name, sight(seen, now, room)

    def _name_anew(self) -> None:
        for kind in _KINDS:
            names = {name: name.removeprefix(f"{kind} ") for name in self._seen if _kind(name) == kind}
            short = short_names(names.values())
            for name, whole in names.items():
                self._seen[name] = msgspec.structs.replace(self._seen[name], name=short[whole])

    def set_room(self, room: Room) -> None:
        """Say more or less."""
        if room is not self._room:
            self._room = room
            self.show_now()

    def retry_all(self) -> None:
        """Have every connection in trouble tried again."""
        for lamp in self._lamps.values():
            lamp.press()

    def width_in(self, room: Room) -> int:
        """The width that all lamps need if they may say so much, in pixels."""
        width = -BREATH
        for value in (each.value for _, each in self._sights(room)):
            self._measure.set_value(value)
            width += self._measure.sizeHint().width() + BREATH
        return max(0, width)

    def _put(self, name: str) -> None:
        lamp = LampButton(self._look, self)
        lamp.retry.connect(self.retry)
        order = sorted([*self._lamps, name], key=lambda each: _KINDS.index(_kind(each)))
        self._lamps = {each: self._lamps.get(each, lamp) for each in order}
        self._row.insertWidget(order.index(name), lamp)
        lamp.show()

    def _drop(self, name: str) -> None:
        del self._seen[name]
        lamp = self._lamps.pop(name)
        self._row.removeWidget(lamp)
        lamp.hide()
        lamp.deleteLater()


def _kind(name: str) -> str:
    return name.split(" ", 1)[0]
