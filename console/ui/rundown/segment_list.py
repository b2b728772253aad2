"""The list of segments: chosen with the arrows, put in another order by dragging."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from console.ui.rundown.model import MIME, RundownModel
from console.ui.rundown.row_painter import RowPainter
from console.ui.rundown.rows import Row
from console.ui.widgets.list_model import ROW


class SegmentList(QListView):
    """Shows the rundown. `dragged` tells a segment and the position that a person dropped it at."""

    dragged = Signal(int, int)
    chosen = Signal()
    left = Signal()

    def __init__(self, model: RundownModel, painter: RowPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        painter.setParent(self)
        self.setItemDelegate(painter)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setStyleSheet("QListView:focus { border-color: transparent; }")
        self.setAccessibleName(self.tr("Segments"))
        self.selectionModel().currentChanged.connect(self.chosen)

    @property
    def current(self) -> Row | None:
        """The chosen segment."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def choose(self, segment: int) -> None:
        """Choose a segment, if it is there, and show it."""
        at = self._model.position(segment)
        if at is not None:
            self.setCurrentIndex(self._model.index(at))
            self.scrollTo(self._model.index(at))

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the new order; the list itself changes when the desk has decided."""
        number = bytes(event.mimeData().data(MIME).data()).decode("ascii", "replace")
        source = self._model.position(int(number)) if number.isdecimal() else None
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if source is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        to = self._gap(event)
        to -= to > source
        if to != source:
            self.dragged.emit(int(number), to)

    def _gap(self, event: QDropEvent) -> int:
        """The gap between rows, counted from 0, that is nearest to the pointer."""
        point = event.position().toPoint()
        index: QModelIndex = self.indexAt(point)
        if not index.isValid():
            return self._model.rowCount()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the rundown."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose a segment, so that the keyboard is seen."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(self._model.first_upcoming()))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard has left."""
        super().focusOutEvent(event)
        self.left.emit()
