"""The table in which variants are typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from console.ui.products.draft import OPTIONS, Column
from console.ui.products.variants import VariantsModel
from console.ui.style.look import LiveLook

_WIDTHS = {
    Column.OPTION_1: 88,
    Column.OPTION_2: 88,
    Column.OPTION_3: 88,
    Column.PRICE: 88,
    Column.COMPARE_AT: 88,
    Column.BARCODE: 128,
    Column.OPENING: 112,
}
_LEAST_SKU = 96


class VariantsTable(QTableView):
    """Shows variants; a letter typed on a cell begins to edit it."""

    def __init__(self, look: LiveLook, model: VariantsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.verticalHeader().setDefaultSectionSize(look.scale.pixels(36))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(look.scale.pixels(_LEAST_SKU))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, look.scale.pixels(width))
        header.setSectionResizeMode(Column.SKU, QHeaderView.ResizeMode.Stretch)
        self.show_options(0)

    def show_options(self, count: int) -> None:
        """Show the columns of so many options."""
        for option in range(OPTIONS):
            self.setColumnHidden(Column.OPTION_1 + option, option >= count)
