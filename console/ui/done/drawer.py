"""The drawer of what this person did: each can be undone or done again, or says why it lasts."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.domain.undo import Lasting
from console.ui.act import action_of, key_text
from console.ui.done.acts import TURN
from console.ui.history import Deed, History
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import Palette
from console.ui.widgets.buttons import IconButton, WordButton
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.list_model import ROW, Index, ListModel
from console.ui.widgets.plain_text import tooltip
from console.ui.widgets.shapes import Shape
from console.ui.widgets.two_line_list import TwoLineList
from console.ui.widgets.two_lines import TwoLines
from console.ui.words.deeds import lasting_words
from console.ui.words.times import clock_text


class DeedsModel(ListModel[Deed]):
    """Holds the deeds, the newest first."""

    def known_by(self, row: Deed) -> str:
        """Its number, which it keeps when it is turned."""
        return row.id

    def said(self, row: Deed, role: int) -> str | None:
        """What was done, when, and how it stands."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join((row.words, clock_text(row.at), state_words(row)))
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{row.words}\n{state_words(row)}")
            case _:
                return None


def state_words(deed: Deed) -> str:
    """How it stands."""
    if isinstance(deed.back, Lasting):
        return _tr("stays")
    return _tr("undone") if deed.undone else _tr("can be undone")


def lines(index: Index, palette: Palette) -> TwoLines:
    """A deed as its row shows it."""
    deed: Deed = index.data(ROW)
    if isinstance(deed.back, Lasting):
        mark = (Shape.RING, palette.muted)
    else:
        mark = (Shape.STRUCK, palette.muted) if deed.undone else (Shape.TICK, palette.good)
    return TwoLines(deed.words, clock_text(deed.at), state_words(deed), mark=mark)


class DoneDrawer(DrawerPanel):
    """Shows the deeds. `left` asks to close the drawer."""

    def __init__(self, history: History, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, _tr("What I did"), parent)
        self._history = history
        self._model = DeedsModel(self)
        self.list = TwoLineList(look, _tr("What I did"), self._model, lines)
        self._why = QLabel()
        self._turn = WordButton("")
        self._leave = IconButton(look, "cross", self.tr("Close"))
        self._action = action_of(TURN, self._turn_chosen, self, self)
        self._build()
        self._show()

    def _build(self) -> None:
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        self._why.setProperty("tone", "muted")
        foot = QVBoxLayout()
        foot.setContentsMargins(BREATH, 0, BREATH, STEP)
        foot.setSpacing(STEP)
        foot.addWidget(self._why)
        foot.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.set_body(body)
        words = self.tr("What you do appears here, the newest first, and can be undone.")
        empty = EmptyState(words, self.tr("Close"))
        empty.acted.connect(self.left)
        self.set_empty(empty)
        self._leave.clicked.connect(self.left)
        self.add_action(self._leave)
        self._turn.clicked.connect(self._turn_chosen)
        self.list.doubleClicked.connect(self._turn_chosen)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self._model.dataChanged.connect(self._show_chosen)
        self._history.changed.connect(self._show)

    def _show(self) -> None:
        deeds = list(reversed(self._history.deeds))
        self._model.set_rows(deeds)
        self.show_empty(empty=not deeds)
        self.setFocusProxy(self.list if deeds else self._leave)
        if deeds and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))
        self._show_chosen()

    def _chosen(self) -> Deed | None:
        deed = self.list.currentIndex().data(ROW)
        return deed if isinstance(deed, Deed) else None

    def _show_chosen(self) -> None:
        """Say of the chosen deed what can be done about it."""
        deed = self._chosen()
        lasts = deed is not None and isinstance(deed.back, Lasting)
        self._why.setText(lasting_words(deed.back) if deed and isinstance(deed.back, Lasting) else "")
        self._why.setVisible(lasts)
        self._turn.setVisible(deed is not None and not lasts)
        self._action.setEnabled(deed is not None and not lasts)
        if deed:
            words = self.tr("Do it again") if deed.undone else self.tr("Undo")
            self._turn.set_value(f"{words} ({key_text(self._action)})")

    def _turn_chosen(self) -> None:
        if deed := self._chosen():
            self._history.turn(deed)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Deeds", text)
