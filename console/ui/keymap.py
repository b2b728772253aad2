"""The keys of now: those of each act, or those that the person chose for it."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from console.preferences import Preferences
from console.ui.act import Act, combination, meet, sequences
from console.ui.live_preferences import LivePreferences

Table = Callable[[], Mapping[str, Act]]
_TWINS = {"Return": "Enter", "Ctrl+Return": "Ctrl+Enter"}


class Keymap(QObject):
    """Gives actions their keys, at once and whenever a person chooses others. `changed` tells that one did.

    The table of all acts is asked for only once a key was chosen or is looked for.
    """

    changed = Signal()

    def __init__(self, table: Table, preferences: LivePreferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.preferences = preferences
        self._owners: list[QObject] = []
        preferences.changed.connect(self._follow)

    @property
    def _every(self) -> Mapping[str, Act]:
        return self._table()

    def adopt(self, owner: QObject) -> None:
        """Give the actions of a window, a page or a drawer the keys of now, and follow what is chosen later."""
        self._owners.append(owner)
        owner.destroyed.connect(lambda: self._forget(owner))
        if self.preferences.value.keys:
            self._apply(owner)

    def _forget(self, owner: QObject) -> None:
        self._owners = [each for each in self._owners if each is not owner]

    def keys(self, act: Act) -> tuple[str, ...]:
        """The keys of an act; what a person chose and no keyboard has is as if it had not been chosen."""
        chosen = None if act.fixed else self.preferences.value.keys.get(act.id)
        return act.keys if chosen is None or not all(map(combination, chosen)) else chosen

    def own(self, act: Act) -> bool:
        """Whether it has the keys that it came with."""
        return self.keys(act) == act.keys

    def presses(self, act: Act) -> tuple[str, ...]:
        """The presses of a pedal, gamepad or MIDI that do an act."""
        return tuple(press for press, name in self.preferences.value.pedals.acts.items() if name == act.id)

    def teach(self, act: Act, press: str) -> None:
        """Have this press do the act, and no other any more."""
        pedals = self.preferences.value.pedals
        self.preferences.change(pedals=replace(pedals, acts={**pedals.acts, press: act.id}))
        self.changed.emit()

    def forget_presses(self, act: Act) -> None:
        """Have no press do the act any more."""
        pedals = self.preferences.value.pedals
        rest = {press: name for press, name in pedals.acts.items() if name != act.id}
        if rest != pedals.acts:
            self.preferences.change(pedals=replace(pedals, acts=rest))
            self.changed.emit()

    def holders(self, act: Act, key: str) -> list[Act]:
        """The other acts that have this key where the act would have it."""
        return [each for each in self._every.values() if meet(act, each) and key in self.keys(each)]

    def bind(self, act: Act, key: str) -> None:
        """Have this key, "" for none, do the act; others that have it where both work lose it."""
        keys = (key, _TWINS[key]) if key in _TWINS else (key,) if key else ()
        chosen = dict(self.preferences.value.keys)
        for each in keys:
            for other in self.holders(act, each):
                chosen[other.id] = tuple(one for one in chosen.get(other.id, other.keys) if one != each)
        self._choose({**chosen, act.id: keys})

    def reset(self, act: Act) -> None:
        """Give an act its own keys again; others that have one of them now lose it."""
        for key in act.keys:
            for other in self.holders(act, key):
                rest = tuple(one for one in self.keys(other) if one != key)
                self._choose({**self.preferences.value.keys, other.id: rest})
        self._choose({name: keys for name, keys in self.preferences.value.keys.items() if name != act.id})

    def reset_all(self) -> None:
        """Give every act its own keys again. What no act is called here stays."""
        self._choose({name: keys for name, keys in self.preferences.value.keys.items() if name not in self._every})

    def _choose(self, chosen: dict[str, tuple[str, ...]]) -> None:
        kept = {
            name: keys for name, keys in chosen.items() if name not in self._every or keys != self._every[name].keys
        }
        self.preferences.change(keys=kept)

    def _follow(self, before: Preferences, now: Preferences) -> None:
        if before.keys != now.keys:
            for owner in self._owners:
                self._apply(owner)
            self.changed.emit()

    def _apply(self, owner: QObject) -> None:
        for action in owner.findChildren(QAction):
            if act := self._every.get(action.objectName()):
                action.setShortcuts(sequences(self.keys(act)))
