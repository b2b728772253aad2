"""The acts as entries: with their key of now, and why one cannot be done."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from console.ui.act import START, Act, words_of
from console.ui.commands.entry import Entry, Kind

HIDDEN = frozenset({"palette.open"})


class ActEntries:
    """Makes entries of acts. `actions` finds those that are made; `pages` open what must be open for a place's acts."""

    def __init__(
        self,
        groups: Mapping[str, Sequence[Act]],
        keys: Callable[[Act], tuple[str, ...]],
        actions: Callable[[], Iterable[QAction]],
        pages: Mapping[str, Callable[[], object]],
    ) -> None:
        self._groups = groups
        self._keys = keys
        self._actions = actions
        self._pages = pages

    def entries(self) -> Iterator[Entry]:
        """Every act that can be asked for by words."""
        made = {action.objectName(): action for action in self._actions()}
        for group, acts in self._groups.items():
            for act in acts:
                if act.place != START and not act.fixed and act.id not in HIDDEN:
                    yield self._entry(act, group, made.get(act.id))

    def _entry(self, act: Act, group: str, action: QAction | None) -> Entry:
        keys = self._keys(act)
        told = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        words = action.text() if action else words_of(act)
        where = QCoreApplication.translate("Acts", group)
        return Entry(
            Kind.ACT, act.id, words, where, told, self._why(act, action), more=(words_of(act), where, called(act))
        )

    def _why(self, act: Act, action: QAction | None) -> str:
        """Why it cannot be done now; nothing if it can, or if what it needs is opened first."""
        if action is None or (act.place in WRITING and not shown(action)):
            return "" if act.place in self._pages else why_writing(act.place)
        if action.isEnabled():
            return ""
        return action.whatsThis() or _tr("This cannot be done now.")

    def do(self, name: str) -> str:
        """Do an act, on its page if it has one. Returns why not, if it turns out that it cannot be done."""
        place = name.partition(".")[0]
        action = self._find(name)
        if place in self._pages and (action is None or not shown(action)):
            self._pages[place]()
            action = self._find(name)
        if action is None:
            return _tr("This cannot be done now.")
        if not action.isEnabled():
            return action.whatsThis() or _tr("This cannot be done now.")
        action.trigger()
        return ""

    def _find(self, name: str) -> QAction | None:
        found = [action for action in self._actions() if action.objectName() == name]
        return next((action for action in found if shown(action)), found[0] if found else None)


def called(act: Act) -> str:
    """The words of the act's name, which never changes: some know it by these."""
    return f"{act.id.partition('.')[2].replace('_', ' ')} {act.also}".strip()


WRITING = frozenset({"product", "segment", "connection"})


def shown(action: QAction) -> bool:
    """Whether something that offers the action is in view."""
    return any(getattr(each, "isVisible", bool)() for each in action.associatedObjects())


def why_writing(place: str) -> str:
    """What to open first."""
    return {
        "product": _tr("No product is open: find one, then edit it."),
        "segment": _tr("No segment is being written: edit one, or add one."),
        "connection": _tr("No connection is open: choose one among the connections."),
    }.get(place, _tr("This cannot be done now."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)
