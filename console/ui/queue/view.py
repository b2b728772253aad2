"""The list of the queue: reached by arrows, by typing, by mouse; reordered by dragging."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QElapsedTimer, QEvent, QRect, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from console.overriding import override
from console.ui.pictures.pictures import Pictures
from console.ui.queue.delegate import QueueDelegate
from console.ui.queue.jump import found
from console.ui.queue.model import QueueModel
from console.ui.queue.row import QueueRow
from console.ui.queue.words import QueueWords
from console.ui.style.look import LiveLook
from console.ui.widgets.list_model import Index

TICK_MS = 1_000


class QueueView(QListView):
    """Shows the rows. A second's tick repaints what is being explained, and only while that is visible."""

    def __init__(
        self,
        look: LiveLook,
        words: QueueWords,
        pictures: Pictures,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = QueueModel(words, self)
        self._delegate = QueueDelegate(look, words, pictures, now, self)
        self._typed = ""
        self._since_typed = QElapsedTimer()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._repaint_pinned)
        self._behave()
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        pictures.came.connect(self._repaint_pictured)
        look.changed.connect(self._relook)

    def _behave(self) -> None:
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(16)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView, QListView:focus { border: none; }")

    def set_rows(self, rows: tuple[QueueRow, ...]) -> None:
        """Show these rows; who was selected stays so, and when it goes, its neighbour is."""
        if self._delegate.fit_codes(tuple(row.code for row in rows)):
            self.viewport().update()
        at = self.currentIndex().row()
        self.rows.set_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(min(max(at, 0), len(rows) - 1)))
        self._tick_if_needed()

    def current(self) -> QueueRow | None:
        """The selected row."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def edit_code(self) -> None:
        """Open the field for the selected row's code."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    @override
    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:
        """Repaint the rows that changed: they keep their height, and a new layout would repaint them all."""
        self.viewport().update(self.visualRect(topLeft) | self.visualRect(bottomRight))

    @override
    def keyboardSearch(self, search: str) -> None:
        """Go to the row that was typed; a pause begins anew."""
        self._typed = self._typing() + search
        self._since_typed.start()
        at = found(self.rows.rows, self._typed)
        if at is not None:
            self.setCurrentIndex(self.rows.index(at))

    def _typing(self) -> str:
        fresh = self._since_typed.isValid() and not self._since_typed.hasExpired(QApplication.keyboardInputInterval())
        return self._typed if fresh else ""

    @override
    def event(self, event: QEvent) -> bool:
        """Keep a letter that continues what is being typed from being taken for a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typing, letter = self._typing(), event.text()
            if typing and letter.isalnum() and found(self.rows.rows, typing + letter) is not None:
                event.accept()
                return True
        return super().event(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin to count the seconds."""
        super().showEvent(event)
        self._tick_if_needed()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is being explained in sight, where a notice takes height."""
        pinned = next((at for at, row in enumerate(self.rows.rows) if row.pinned), None)
        before = event.oldSize().height()
        area = self.visualRect(self.rows.index(pinned)) if pinned is not None else QRect()
        super().resizeEvent(event)
        if pinned is not None and area.top() >= 0 and area.bottom() < before:
            self.scrollTo(self.rows.index(pinned))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Count no seconds that nobody sees."""
        super().hideEvent(event)
        self._tick.stop()

    def _tick_if_needed(self) -> None:
        if self.isVisible() and any(row.pinned for row in self.rows.rows):
            if not self._tick.isActive():
                self._tick.start()
        else:
            self._tick.stop()

    def _repaint_pinned(self) -> None:
        self._repaint(lambda row: row.pinned)

    def _repaint_pictured(self, picture: str) -> None:
        self._repaint(lambda row: row.picture == picture)

    def _repaint(self, wanted: Callable[[QueueRow], bool]) -> None:
        for at, row in enumerate(self.rows.rows):
            if wanted(row):
                self.update(self.rows.index(at))

    def _relook(self) -> None:
        self._delegate.relook()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
