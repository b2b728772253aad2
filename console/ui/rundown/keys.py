"""The keys of the rundown, as actions."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from console.ui.act import action_of, key_text
from console.ui.rundown import acts
from console.ui.rundown.acting import Acting
from console.ui.rundown.model import Asked


class Keys:
    """Every key of the rundown, while it is read."""

    def __init__(self, acting: Acting, add: Callable[[], None], edit: Callable[[], None], parent: QObject) -> None:
        self.take = action_of(acts.TAKE, acting.take, parent)
        self.back = action_of(acts.BACK, acting.back, parent)
        self.skip = action_of(acts.SKIP, acting.skip, parent)
        self.take_chosen = action_of(acts.TAKE_CHOSEN, acting.take_chosen, parent)
        self.next = action_of(acts.NEXT, acting.set_next, parent)
        self.hold = action_of(acts.HOLD, acting.hold, parent)
        self.edits = action_of(acts.EDITS, acting.take_edits, parent)
        self.accept = action_of(acts.ACCEPT, acting.accept, parent)
        self.decline = action_of(acts.DECLINE, acting.decline, parent)
        self.add = action_of(acts.ADD, add, parent)
        self.edit = action_of(acts.EDIT, edit, parent)
        self.remove = action_of(acts.REMOVE, acting.remove, parent)
        self.up = action_of(acts.UP, acting.up, parent)
        self.down = action_of(acts.DOWN, acting.down, parent)

    def key_of(self, asked: Asked) -> str:
        """The key by which a second one is asked for."""
        return key_text(self.take_chosen if asked is Asked.TAKE else self.remove)

    @property
    def of_show(self) -> list[QAction]:
        """What goes on with the show."""
        return [self.take, self.back, self.hold, self.edits, self.accept, self.decline]

    @property
    def of_segment(self) -> list[QAction]:
        """What is done with the chosen segment."""
        return [self.take_chosen, self.next, self.skip, self.edit, self.add, self.up, self.down, self.remove]
