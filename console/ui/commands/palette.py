"""The palette: a field and what it finds, over the console until something is done or Escape is pressed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

from console.ui.commands.entry import Entry
from console.ui.commands.model import EntriesModel, lines, spoken
from console.ui.style.grid import RADIUS, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.announce import announce
from console.ui.widgets.list_model import ROW
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.two_lines import TwoLinesPainter

WIDTH = 80 * STEP
MOST_TYPED = 100
MOST_ROWS = 9
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CommandPalette(QWidget):
    """Shows what is found for what is typed. `typed` tells each text, `chosen` an entry that can be done.

    The keyboard stays in the field; an input method's own Enter chooses a character, not a row.
    """

    typed = Signal(str)
    chosen = Signal(object)

    def __init__(self, look: LiveLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._over = parent
        self._before: QWidget | None = None
        self.field = QLineEdit(placeholderText=self.tr("A command, a code, a SKU, a title…"), maxLength=MOST_TYPED)
        self.model = EntriesModel(self)
        self.list = QListView()
        self._told = PlainLabel(tone="muted", face="caption")
        self._lay_out()
        self._connect()
        self.hide()

    def open(self) -> None:
        """Show it, ready to be typed into, also from a panel's own window; a second time closes it."""
        if self.isVisible():
            self.leave()
            return
        self._before = QApplication.focusWidget()
        self.field.clear()
        self._fit()
        self.show()
        self.raise_()
        self.window().activateWindow()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typed.emit("")

    def leave(self) -> None:
        """Close it and give the keyboard back."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None:
            self._before.window().activateWindow()
            self._before.setFocus()
        self._before = None

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what was found, with the best chosen; one that was chosen by hand stays so."""
        before = self._current()
        self.model.reset(list(entries))
        self._fit()
        at = next((n for n, each in enumerate(entries) if self._moved and before and each.name == before.name), 0)
        self.list.setCurrentIndex(self.model.index(at))
        self._tell()

    def say(self, words: str) -> None:
        """Tell something about what was asked for."""
        self._told.set_value(words)
        announce(self.field, words)

    def _current(self) -> Entry | None:
        entry = self.list.currentIndex().data(ROW)
        return entry if isinstance(entry, Entry) else None

    def _tell(self) -> None:
        """Say of the chosen row what it is, where it can be read and heard."""
        entry = self._current()
        if entry is None:
            typed = self.field.text().strip()
            self.say(self.tr("Nothing is called that.") if typed else "")
            return
        self.field.setAccessibleDescription(spoken(entry))
        escape = self.tr("Enter does it, Esc clears.") if self.field.text() else self.tr("Enter does it, Esc leaves.")
        self._told.set_value(entry.why or escape)
        announce(self.field, spoken(entry))

    def _choose(self) -> None:
        entry = self._current()
        if entry is None:
            return
        if entry.why:
            self.say(entry.why)
            return
        self.leave()
        self.chosen.emit(entry)

    def _connect(self) -> None:
        self._moved = False
        self.field.textChanged.connect(self._type)
        self.field.installEventFilter(self)
        self._over.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self._look.changed.connect(self._fit)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._leave_if_left)

    def _type(self, text: str) -> None:
        self._moved = False
        self.typed.emit(text)

    def _leave_if_left(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A click elsewhere closes it and keeps the keyboard there."""
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self._before = None
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list by the field's arrows, do what is chosen by Enter, leave by Escape."""
        if isinstance(event, QResizeEvent) and watched is self._over and self.isVisible():
            QTimer.singleShot(0, self, self._fit)
        typed = watched is self.field and event.type() == QEvent.Type.KeyPress
        return bool(typed and isinstance(event, QKeyEvent) and self._key(event))

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _MOVES:
            self._moved = True
            self.list.event(event)
            self._tell()
        elif key in _ENTERS:
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.field.clear() if self.field.text() else self.leave()
        return key in _MOVES or key in _ENTERS or key == Qt.Key.Key_Escape

    def _lay_out(self) -> None:
        self.field.setAccessibleName(self.tr("All commands"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLinesPainter(self._look, lines, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Found"))
        self.setAccessibleName(self.tr("All commands"))
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._told)

    def _fit(self) -> None:
        """Stand at the top in the middle, no wider than there is room."""
        room = self._over.size()
        width = min(self._look.scale.pixels(WIDTH), room.width() - 4 * STEP)
        rows = self.list.sizeHintForRow(0) * min(MOST_ROWS, self.model.rowCount())
        needed = self.field.sizeHint().height() + rows + self._told.sizeHint().height() + 5 * STEP
        height = min(needed, room.height() - 8 * STEP)
        self.setGeometry((room.width() - width) // 2, 4 * STEP, width, height)
        self.list.doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - mostly covered by what is in it
        """Paint the card, with a clear edge, since it lies over others."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.muted), 1))
        painter.setBrush(QColor(palette.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
