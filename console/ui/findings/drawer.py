"""The drawer of findings: what does not add up, and the two ways to settle each."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QElapsedTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.changes import BuyersNamed, Entry
from console.domain.commands import CancelOversold, SettleFinding
from console.domain.findings import Settlement
from console.domain.show import Show
from console.ui.act import action_of, allow
from console.ui.acts import Acts
from console.ui.findings import acts as findings_acts
from console.ui.findings.cuts import rows_of
from console.ui.findings.detail import FindingDetail
from console.ui.findings.model import FindingRow, FindingsModel
from console.ui.findings.painter import finding_lines
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.hairline import hairline
from console.ui.widgets.list_model import ROW
from console.ui.widgets.two_line_list import TwoLineList

PAUSE_MS = 400


class FindingsDrawer(DrawerPanel):
    """Shows the open findings. `left` asks to close the drawer."""

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("FindingsDrawer", "Findings"), parent)
        self._acts = acts
        self._settled = QElapsedTimer()
        self._model = FindingsModel(self)
        self.list = TwoLineList(look, self.tr("Findings"), self._model, finding_lines)
        self._names: dict[str, str] = {}
        self.cancelling = action_of(findings_acts.CANCEL, self._cancel, self, self)
        self.detail = FindingDetail(look, self.cancelling)
        action_of(findings_acts.THEIRS, self._take_theirs, self, self)
        action_of(findings_acts.OURS, self._keep_ours, self, self)
        self._leave = IconButton(look, "cross", self.tr("Close"))
        self._build()
        self._follow(acts.bridge.show)
        acts.start(self._recall(), "the buyers of the newest orders")

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(hairline(self))
        column.addWidget(self.detail)
        self.set_body(body)
        empty = EmptyState(self.tr("Everything adds up. What does not will wait here for you."), self.tr("Close"))
        empty.acted.connect(self.left)
        self.set_empty(empty)
        self._leave.clicked.connect(self.left)
        self.add_action(self._leave)
        self._connect()

    def _connect(self) -> None:
        self.detail.theirs.clicked.connect(self._take_theirs)
        self.detail.ours.clicked.connect(self._keep_ours)
        self.list.selectionModel().currentChanged.connect(self._show_detail)
        self._model.dataChanged.connect(self._show_detail)
        self._acts.bridge.shown.connect(self._shown)

    async def _recall(self) -> None:
        """Learn the buyers' names that the file knows."""
        recent = await self._acts.bridge.recent_orders()
        self._names = {order.snapshot.buyer: name for order, name in recent if name} | self._names
        self._show_detail()

    def _shown(self, show: Show, entries: Sequence[Entry]) -> None:
        for entry in entries:
            if isinstance(entry.change, BuyersNamed):
                self._names |= {buyer.id: buyer.name for buyer in entry.change.buyers}
        self._follow(show)

    def _follow(self, show: Show) -> None:
        self._model.follow(show)
        rows = self._model.rowCount()
        self.set_caption(self.locale().toString(rows) if rows else "")
        self.show_empty(empty=not rows)
        self.setFocusProxy(self.list if rows else self._leave)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))

    def _show_detail(self) -> None:
        row = self._current()
        cuts = rows_of(self._acts.bridge.show, row.words.proposal, self._names) if row else []
        allow(self.cancelling, when=bool(cuts), why=self.tr("There is no order to cancel about this."))
        if row:
            self.detail.set_value(row.words, cuts)

    def _current(self) -> FindingRow | None:
        row: FindingRow | None = self.list.currentIndex().data(ROW)
        return row

    def _take_theirs(self) -> None:
        self._settle(Settlement.THEIRS)

    def _keep_ours(self) -> None:
        self._settle(Settlement.OURS)

    def _cancel(self) -> None:
        """Have the shops cancel the orders that are seen."""
        if row := self._current():
            self._acts.do(CancelOversold(row.finding.id, self.detail.cuts))

    def _settle(self, how: Settlement) -> None:
        """Settle the current finding; a second press within 400 ms would hit the next one, and is ignored."""
        row = self._current()
        if row is None or (self._settled.isValid() and self._settled.elapsed() < PAUSE_MS):
            return
        self._settled.start()
        self._acts.do(SettleFinding(row.finding.id, how))
