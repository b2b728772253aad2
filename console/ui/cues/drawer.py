"""The drawer of cues: one key a kind, words where it needs some, and what became of those that were sent."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from statistics import median

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from console.domain.commands import SendCue, TakeCueBack
from console.domain.cues import MOST_TEXT, WORDED, Cue, CueKind
from console.domain.show import Show
from console.ui.act import action_of, allow, follow, follow_keyed
from console.ui.acts import Acts
from console.ui.cues import acts as cue_acts
from console.ui.cues.model import CuesModel, cue_lines
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.hairline import hairline
from console.ui.widgets.list_model import ROW
from console.ui.widgets.two_line_list import TwoLineList
from console.ui.words.cues import kind_words

TICK_MS = 1_000


class CuesDrawer(DrawerPanel):
    """Sends cues and shows how long the anchor took to note them. `left` asks to close the drawer."""

    def __init__(self, acts: Acts, look: LiveLook, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("CuesDrawer", "Cue the anchor"), parent)
        self._acts = acts
        self._kind = CueKind.FREE
        self._model = CuesModel(now, self)
        self.words = QLineEdit(maxLength=MOST_TEXT)
        self.list = TwoLineList(look, self.tr("Cues of this show"), self._model, cue_lines)
        self.buttons = {kind: WordButton("", Kind.NORMAL) for kind in CueKind}
        self._back = WordButton(self.tr("Take back"), Kind.QUIET)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._model.age)
        self._build(look)
        self._act()
        self._want(CueKind.FREE)
        acts.bridge.shown.connect(self._follow)
        self._follow(acts.bridge.show, ())
        self.setFocusProxy(self.list)

    def showEvent(self, event: QShowEvent) -> None:
        """Ages grow while it is shown."""
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the clock may rest."""
        super().hideEvent(event)
        self._tick.stop()

    def _build(self, look: LiveLook) -> None:
        self.words.setAccessibleName(self.tr("Words of the cue"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(STEP)
        for number, button in enumerate(self.buttons.values()):
            grid.addWidget(button, *divmod(number, 2))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, STEP)
        column.setSpacing(STEP)
        head = QVBoxLayout()
        head.setContentsMargins(BREATH, 0, BREATH, 0)
        head.setSpacing(STEP)
        head.addLayout(grid)
        head.addWidget(self.words)
        column.addLayout(head)
        column.addWidget(hairline(self))
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(BREATH, 0, BREATH, 0)
        foot.addWidget(self._back)
        column.addLayout(foot)
        self.set_body(body)
        leave = IconButton(look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)

    def _act(self) -> None:
        for kind, act in cue_acts.KINDS.items():
            action = action_of(act, partial(self._cue, kind), self, self)
            follow_keyed(self.buttons[kind], action, kind_words(kind))
        self._take_back = action_of(cue_acts.BACK, self._give_up, self, self)
        follow(self._back, self._take_back)
        self.words.returnPressed.connect(lambda: self._cue(self._kind))
        self.list.selectionModel().currentChanged.connect(self._offer)

    def _follow(self, show: Show, _entries: object) -> None:
        self._model.set_rows(show.cues[::-1])
        took = [cue.took.total_seconds() for cue in show.cues if cue.took is not None]
        told = self.tr("half of them noted within {0} s").format(round(median(took))) if took else ""
        self.set_caption(told)
        self._offer()

    def _offer(self) -> None:
        cue = self._chosen()
        allow(self._take_back, when=cue is not None and cue.open, why=self.tr("Only a cue that is open."))

    def _chosen(self) -> Cue | None:
        chosen: Cue | None = self.list.currentIndex().data(ROW)
        return chosen

    def _want(self, kind: CueKind) -> None:
        """Wait for the words of a kind."""
        self._kind = kind
        self.words.setPlaceholderText(self.tr("{0}: words for the anchor, then Enter").format(kind_words(kind)))

    def _cue(self, kind: CueKind) -> None:
        """Send a cue with the words that are there; ask for them where it needs some."""
        text = self.words.text().strip()
        if kind in WORDED and not text:
            self._want(kind)
            self.words.setFocus()
            return
        self.words.clear()
        self._acts.do(SendCue(kind, text))
        self.list.setFocus()

    def _give_up(self) -> None:
        if cue := self._chosen():
            self._acts.do(TakeCueBack(cue.id))
