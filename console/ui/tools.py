"""What serves the whole console: undoing, the sheet of keys, finding any command, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from console.ui.act import action_of, allow
from console.ui.acts import Acts
from console.ui.bar import acts as bar_acts
from console.ui.done import acts as done_acts
from console.ui.drawers import Drawer
from console.ui.settings import acts as settings_acts
from console.ui.style.look import LiveLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.changes import Entry
    from console.domain.show import Show
    from console.ui.commanding import Commanding
    from console.ui.console_view import ConsoleView
    from console.ui.history import History
    from console.ui.keys.sheet import KeysSheet
    from console.ui.pedals.pedals import Pedals


class Tools(QObject):
    """Makes each when it is first wanted; deeds are remembered from the first."""

    def __init__(self, view: ConsoleView, acts: Acts, look: LiveLook) -> None:
        super().__init__(view)
        self._view = view
        self._acts = acts
        self._look = look
        self._keymap = view.keymap
        self._commanding: Commanding | None = None
        self._keys: KeysSheet | None = None
        self._history: History | None = None
        self._pedals: Pedals | None = None
        acts.bridge.mine.connect(self._first_deed)
        self.undo = action_of(done_acts.UNDO, self._undo, view, view)
        self.redo = action_of(done_acts.REDO, self._redo, view, view)
        action_of(done_acts.OPEN, self.open_done, view, view)
        action_of(settings_acts.OPEN, self.open_settings, view, view)
        action_of(settings_acts.PEDALS, self._turn_pedals, view, view)
        self._name_deeds()

    @property
    def history(self) -> History:
        """What this person did; made with the first deed."""
        if self._history is None:
            from console.ui.history import History  # noqa: PLC0415 - the first paint does not wait for it

            self._acts.bridge.mine.disconnect(self._first_deed)
            self._history = History(self._acts, self)
            self._history.changed.connect(self._name_deeds)
        return self._history

    def _undo(self) -> None:
        self.history.undo()

    def _redo(self) -> None:
        self.history.redo()

    def _first_deed(self, before: Show, entries: Sequence[Entry]) -> None:
        self.history.hear(before, entries)

    def _name_deeds(self) -> None:
        """Say what would be undone, and done again."""
        undo = self._history.next_undo if self._history else None
        redo = self._history.next_redo if self._history else None
        self.undo.setText(self.tr("Undo: {0}").format(undo.words) if undo else self.tr("Undo"))
        self.redo.setText(self.tr("Do again: {0}").format(redo.words) if redo else self.tr("Do again"))
        allow(self.undo, when=undo is not None, why=self.tr("Nothing was done yet that can be undone."))
        allow(self.redo, when=redo is not None, why=self.tr("Nothing was undone last."))

    def open_done(self) -> None:
        """Show what this person did."""
        self._view.drawers.open_with("done", self._done)

    def _done(self) -> Drawer:
        from console.ui.done.drawer import DoneDrawer  # noqa: PLC0415 - as above

        drawer = DoneDrawer(self.history, self._look)
        return Drawer(drawer, drawer.left)

    def open_settings(self) -> None:
        """Show the settings."""
        self._view.drawers.open_with("settings", self._settings)

    def _settings(self) -> Drawer:
        from console.ui.settings.drawer import SettingsDrawer  # noqa: PLC0415 - as above

        drawer = SettingsDrawer(self._keymap.preferences, self._look)
        drawer.keys_wanted.connect(self.open_keys)
        return Drawer(drawer, drawer.left)

    def open_palette(self) -> None:
        """Find any command, item, product, segment or order."""
        self.commanding.open()

    @property
    def commanding(self) -> Commanding:
        """What does acts by their names; made when it is first wanted."""
        if self._commanding is None:
            from console.ui.commanding import Commanding  # noqa: PLC0415 - as above

            self._commanding = Commanding(self._view, self._acts, self._look)
        return self._commanding

    def prepare(self) -> None:
        """Look for pedals, if that was left switched on. Called once the window is painted."""
        if self._keymap.preferences.value.pedals.on:
            self.pedals.start()

    @property
    def pedals(self) -> Pedals:
        """Gamepads and MIDI; made when they are first wanted."""
        if self._pedals is None:
            from console.ui.pedals.pedals import Pedals  # noqa: PLC0415 - as above

            tell = lambda title, step: self._acts.notice("pedals", title, step)  # noqa: E731 - a name for one call
            act = self.commanding.acts.do
            self._pedals = Pedals(self._keymap.preferences, self._taught, act, tell, parent=self)
        return self._pedals

    def _taught(self, press: str) -> bool:
        """Whether a row of the sheet of keys waited for this press."""
        return self._keys is not None and self._keys.learn(press)

    def _turn_pedals(self) -> None:
        """Look for presses of gamepads and MIDI, or no longer, and say so."""
        on = not self.pedals.on and self.pedals.start()
        if not on:
            self.pedals.stop()
        preferences = self._keymap.preferences
        preferences.change(pedals=replace(preferences.value.pedals, on=on))
        if on:
            step = self.tr("Open the keys with {0}, choose a row, and press.").format(
                self._keymap.keys(bar_acts.KEYS)[0]
            )
            self._acts.notice("pedals", self.tr("Gamepads and MIDI are looked at."), step)

    def open_keys(self) -> None:
        """Show every key, by panel."""
        from console.ui.every_act import GROUPS, group_words  # noqa: PLC0415 - as above
        from console.ui.keys.group import KeyGroup  # noqa: PLC0415 - as above
        from console.ui.keys.sheet import KeysSheet  # noqa: PLC0415 - as above

        if self._keys is None:
            self._keys = KeysSheet(self._look, self._keymap, self._view)
        groups = [KeyGroup(group_words(name), acts) for name, acts in GROUPS.items()]
        self._keys.open(groups, self._keymap.keys(bar_acts.KEYS))

    def close(self) -> None:
        """Let go of pedals."""
        if self._pedals is not None:
            self._pedals.stop()
