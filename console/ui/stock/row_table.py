"""How tables of SKUs behave: whole rows are selected, one at a time, and one column takes what room is left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


def behave(table: QTableView, stretched: int, sheet: str, name: str) -> None:
    """Have a table be a quiet list of rows, with a name for screen readers; the `stretched` column gives way."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setStyleSheet(sheet)
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionsClickable(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    head.setMinimumSectionSize(16)
    head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
