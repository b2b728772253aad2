"""The drawer of proposals: what the queue proposed, with its numbers, and what came of it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.proposals import Answer
from console.domain.show import Show
from console.ui.acts import Acts
from console.ui.proposals.model import ProposalsModel, proposal_lines
from console.ui.proposals.words import Told, came_words, told_of
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.hairline import hairline
from console.ui.widgets.list_model import ROW
from console.ui.widgets.two_line_list import TwoLineList
from console.ui.words.proposals import proposal_numbers

TICK_MS = 5_000


class ProposalsDrawer(DrawerPanel):
    """Shows proposals; what came of the last ones goes on while it is looked at. `left` asks to close the drawer."""

    def __init__(self, acts: Acts, look: LiveLook, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("ProposalsDrawer", "What was proposed"), parent)
        self._acts = acts
        self._now = now
        self._model = ProposalsModel(self)
        self.list = TwoLineList(look, self.tr("Proposals of this show"), self._model, proposal_lines)
        self.what = ClampedLabel(look, 2, strong=True)
        self.numbers = ClampedLabel(look, 2)
        self.came = ClampedLabel(look, 3)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(lambda: self._follow(acts.bridge.show, ()))
        self._build(look)
        self.list.selectionModel().currentChanged.connect(self._tell)
        acts.bridge.shown.connect(self._follow)
        self._follow(acts.bridge.show, ())
        self.setFocusProxy(self.list)

    def showEvent(self, event: QShowEvent) -> None:
        """What came of them goes on while it is shown."""
        super().showEvent(event)
        self._follow(self._acts.bridge.show, ())
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the clock may rest."""
        super().hideEvent(event)
        self._tick.stop()

    def _build(self, look: LiveLook) -> None:
        foot = QVBoxLayout()
        foot.setContentsMargins(BREATH, 0, BREATH, 0)
        foot.setSpacing(STEP // 2)
        for each in (self.what, self.numbers, self.came):
            foot.addWidget(each)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.list, 1)
        column.addWidget(hairline(self))
        column.addLayout(foot)
        self.set_body(body)
        leave = IconButton(look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)

    def _follow(self, show: Show, _entries: object) -> None:
        if not self.isVisible() and self._model.rowCount() == len(show.proposals):
            return
        now = self._now()
        self._model.set_rows([told_of(show, each, now) for each in reversed(show.proposals)])
        taken = sum(each.answer is Answer.ACCEPTED for each in show.proposals)
        told = self.tr("{0} done of {1}").format(taken, len(show.proposals)) if show.proposals else ""
        self.set_caption(told)
        self._tell()

    def _tell(self) -> None:
        row: Told | None = self.list.currentIndex().data(ROW)
        self.what.set_value(row.words if row else self.tr("Nothing was proposed in this show yet."))
        self.numbers.set_value(proposal_numbers(row.offered.proposal) if row else "")
        self.came.set_value(came_words(row) if row else "")
