"""The table in which variants are typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from console.ui.products.draft import OPTIONS, Column
from console.ui.products.variants import VariantsModel
from console.ui.style.look import LiveLook

_WIDTHS = {
    Column.SKU: 160,
    Column.OPTION_1: 80,
    Column.OPTION_2: 80,
    Column.OPTION_3: 80,
    Column.PRICE: 80,
    Column.COMPARE_AT: 80,
    Column.BARCODE: 128,
    Column.OPENING: 80,
}


class VariantsTable(QTableView):
    """Shows variants; a letter typed on a cell begins to edit it."""

    def __init__(self, look: LiveLook, model: VariantsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setModel(model)
        self.setAccessibleName(self.tr("Variants"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        self.show_options(0)
        self._restyle()
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.scale.pixels(36))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, self._look.scale.pixels(width))

    def show_options(self, count: int) -> None:
        """Show the columns of so many options."""
        for option in range(OPTIONS):
            self.setColumnHidden(Column.OPTION_1 + option, option >= count)
