"""The keys of the rundown, as actions."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from console.ui.rundown.acting import Acting


def _tr(text: str) -> str:
    return QCoreApplication.translate("RundownPanel", text)


def key(
    text: str, keys: tuple[str, ...], act: Callable[[], object], parent: QObject, *, repeats: bool = False
) -> QAction:
    """An action that these keys trigger wherever the keyboard is within its widgets."""
    action = QAction(text, parent)
    action.setShortcuts([QKeySequence(each) for each in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setAutoRepeat(repeats)
    action.triggered.connect(lambda _checked: act())
    return action


class Keys:
    """Every key of the rundown, while it is read."""

    def __init__(self, acting: Acting, add: Callable[[], None], edit: Callable[[], None], parent: QObject) -> None:
        self.take = key(_tr("Take the next segment"), ("Space",), acting.take, parent)
        self.back = key(_tr("Back to the segment before"), ("B",), acting.back, parent)
        self.skip = key(_tr("Skip the segment, or take it in again"), ("S",), acting.skip, parent)
        self.take_chosen = key(_tr("Take this segment (twice)"), ("Return", "Enter"), acting.take_chosen, parent)
        self.add = key(_tr("Add a segment"), ("Ins",), add, parent)
        self.edit = key(_tr("Edit the segment"), ("F2", "E"), edit, parent)
        self.remove = key(_tr("Remove the segment (twice)"), ("Del",), acting.remove, parent)
        self.up = key(_tr("Move the segment up"), ("Alt+Up",), acting.up, parent, repeats=True)
        self.down = key(_tr("Move the segment down"), ("Alt+Down",), acting.down, parent, repeats=True)

    @property
    def of_show(self) -> list[QAction]:
        """What goes on with the show."""
        return [self.take, self.back]

    @property
    def of_segment(self) -> list[QAction]:
        """What is done with the chosen segment."""
        return [self.take_chosen, self.skip, self.edit, self.add, self.up, self.down, self.remove]
