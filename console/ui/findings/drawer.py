"""The drawer of findings: what does not add up, and the two ways to settle each."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from console.domain.commands import SettleFinding
from console.domain.findings import Settlement
from console.domain.show import Show
from console.ui.act import action_of
from console.ui.acts import Acts
from console.ui.findings import acts as findings_acts
from console.ui.findings.detail import FindingDetail
from console.ui.findings.model import ROW, FindingRow, FindingsModel
from console.ui.findings.painter import finding_lines
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.hairline import hairline
from console.ui.widgets.panel import Panel
from console.ui.widgets.two_lines import TwoLinesPainter

PAUSE_MS = 400


class FindingsDrawer(Panel):
    """Shows the open findings. `left` asks to close the drawer."""

    left = Signal()

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("FindingsDrawer", "Findings"), parent)
        self._acts = acts
        self._settled = QElapsedTimer()
        self._model = FindingsModel(self)
        self.list = QListView()
        self.detail = FindingDetail()
        action_of(findings_acts.THEIRS, self._take_theirs, self, self)
        action_of(findings_acts.OURS, self._keep_ours, self, self)
        self._leave = IconButton(look, "cross", self.tr("Close"))
        self._build(look)
        self._shown(acts.bridge.show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, look: LiveLook) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(TwoLinesPainter(look, finding_lines, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Findings"))
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
        self._connect(look)

    def _connect(self, look: LiveLook) -> None:
        self.detail.theirs.clicked.connect(self._take_theirs)
        self.detail.ours.clicked.connect(self._keep_ours)
        self.list.selectionModel().currentChanged.connect(self._show_detail)
        self._model.dataChanged.connect(self._show_detail)
        look.changed.connect(self.list.doItemsLayout)
        self._acts.bridge.shown.connect(self._shown)

    def _shown(self, show: Show) -> None:
        self._model.follow(show)
        rows = self._model.rowCount()
        self.set_caption(self.locale().toString(rows) if rows else "")
        self.show_empty(empty=not rows)
        self.setFocusProxy(self.list if rows else self._leave)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))

    def _show_detail(self) -> None:
        if row := self._current():
            self.detail.set_value(row.words)

    def _current(self) -> FindingRow | None:
        row: FindingRow | None = self.list.currentIndex().data(ROW)
        return row

    def _take_theirs(self) -> None:
        self._settle(Settlement.THEIRS)

    def _keep_ours(self) -> None:
        self._settle(Settlement.OURS)

    def _settle(self, how: Settlement) -> None:
        """Settle the current finding; a second press within 400 ms would hit the next one, and is ignored."""
        row = self._current()
        if row is None or (self._settled.isValid() and self._settled.elapsed() < PAUSE_MS):
            return
        self._settled.start()
        self._acts.do(SettleFinding(row.finding.id, how))
