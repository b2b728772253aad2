"""The drawer of troubles: what is wrong now, and what was wrong since the console was started."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.troubles import Past, Trouble
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.troubles.model import TroublesModel, trouble_lines
from console.ui.troubles.teller import Troubles
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.check_line import CheckLine
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.hairline import hairline
from console.ui.widgets.list_model import ROW
from console.ui.widgets.two_line_list import TwoLineList


class TroublesDrawer(DrawerPanel):
    """Shows the troubles. `left` asks to close the drawer."""

    def __init__(self, troubles: Troubles, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("TroublesDrawer", "Troubles"), parent)
        self._troubles = troubles
        self._model = TroublesModel(self)
        self.list = TwoLineList(look, self.tr("Troubles"), self._model, trouble_lines)
        self.detail = CheckLine(look)
        self._leave = IconButton(look, "cross", self.tr("Close"))
        self._build()
        troubles.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        lasting = sorted((each for each in self._troubles.lasting.values() if each.told), key=lambda each: each.since)
        self._model.set_rows([*lasting, *self._troubles.past])
        rows = self._model.rowCount()
        self.set_caption(self.tr("{0} now").format(len(lasting)) if lasting else "")
        self.show_empty(empty=not rows)
        self.setFocusProxy(self.list if rows else self._leave)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))
        self._show_detail()

    def _show_detail(self) -> None:
        row: Trouble | Past | None = self.list.currentIndex().data(ROW)
        self.detail.set_value(row.check if isinstance(row, Trouble) else None)

    def _build(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show_detail)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(hairline(self))
        foot = QVBoxLayout()
        foot.setContentsMargins(BREATH, STEP, BREATH, STEP)
        foot.addWidget(self.detail)
        column.addLayout(foot)
        self.set_body(body)
        empty = EmptyState(self.tr("Nothing has been wrong since the console was started."), self.tr("Close"))
        empty.acted.connect(self.left)
        self.set_empty(empty)
        self._leave.clicked.connect(self.left)
        self.add_action(self._leave)
