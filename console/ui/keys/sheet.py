"""The sheet of all keys, over the window until a key closes it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from console.ui.keymap import Keymap
from console.ui.keys.group import KeyGroup, KeyGroupView
from console.ui.keys.pressed import Pressed, pressed
from console.ui.keys.row import KeyRow
from console.ui.style.grid import RADIUS, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import WordButton
from console.ui.widgets.plain_label import PlainLabel

COLUMN = 35 * STEP
WIDEST = 120 * STEP
MOST_SEARCHED = 60


class KeysSheet(QWidget):
    """Lists what can be done by keys, by panel, and lets a person choose others. Lies over its parent.

    `closing` are the keys that opened it, and close it as Escape does.
    """

    closed = Signal()

    def __init__(self, look: LiveLook, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._keymap = keymap
        self._closing: tuple[str, ...] = ()
        self._over = parent
        self._inner = QVBoxLayout()
        self._groups: list[KeyGroupView] = []
        self._before: QWidget | None = None
        self.search = QLineEdit(placeholderText=self.tr("Search the keys"), maxLength=MOST_SEARCHED)
        self._reset = WordButton(self.tr("All keys as they came"))
        self._nothing = PlainLabel(self.tr("No key does that."), tone="muted")
        self._hint = QLabel(self.tr("Choose a row with Tab or the arrows; Enter or a click gives it another key."))
        self._columns = QHBoxLayout()
        self._area = QScrollArea()
        self._lay_out()
        self.search.textChanged.connect(self._arrange)
        self.search.installEventFilter(self)
        look.changed.connect(self.update)
        self.hide()

    def open(self, groups: Sequence[KeyGroup], closing: tuple[str, ...] = ("?",)) -> None:
        """Show these groups over the parent; what had the keyboard gets it back at the close."""
        self._closing = closing
        self._before = QApplication.focusWidget()
        for view in self._groups:
            view.hide()
            view.deleteLater()
        self._groups = [KeyGroupView(self._look, self._keymap, group) for group in groups if group.acts]
        for row in self._rows():
            row.moved.connect(partial(self._move, row))
            row.grown.connect(partial(self._show_whole, row))
        self.search.clear()
        self.setGeometry(self._over.rect())
        self._arrange()
        self._show_reset()
        self.show()
        self.raise_()
        self.window().activateWindow()
        self.search.setFocus()
        self._over.installEventFilter(self)

    def leave(self) -> None:
        """Close the sheet."""
        if self.isVisible():
            self._over.removeEventFilter(self)
            self.hide()
            if self._before is not None:
                self._before.window().activateWindow()
                self._before.setFocus()
            self.closed.emit()

    def learn(self, press: str) -> bool:
        """Have a press do the act that waits for a key. Returns whether one did."""
        row = next((each for each in self._rows() if each.choosing), None) if self.isVisible() else None
        if row is not None:
            row.learn(press)
        return row is not None

    def _rows(self) -> list[KeyRow]:
        return [row for view in self._groups for row in view.rows]

    def _move(self, row: KeyRow, by: int) -> None:
        """Bring the keyboard to a neighbour, or back to the search."""
        rows = [each for each in self._rows() if each.isVisible()]
        to = rows.index(row) + by
        if to < 0:
            self.search.setFocus()
        elif to < len(rows):
            rows[to].setFocus()
            self._area.ensureWidgetVisible(rows[to])

    def _show_whole(self, row: KeyRow) -> None:
        """Bring all of a row into view, once it is laid out."""
        QTimer.singleShot(0, row, partial(self._area.ensureWidgetVisible, row))

    def _show_reset(self) -> None:
        """Offer to reset only what can be reset."""
        self._reset.setEnabled(any(not self._keymap.own(row.act) for row in self._rows()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size; let the two closing keys through to nobody else."""
        if isinstance(event, QResizeEvent) and watched is self._over:
            self.setGeometry(self._over.rect())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.search:
            if self._closes(event):
                self.leave()
                return True
            if event.key() == Qt.Key.Key_Down and (row := next(filter(QWidget.isVisible, self._rows()), None)):
                row.setFocus()
                return True
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return False

    def _closes(self, event: QKeyEvent) -> bool:
        found = pressed(event)
        named = isinstance(found, Pressed) and found.key in self._closing
        return event.key() == Qt.Key.Key_Escape or named

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at either key, wherever in the sheet the keyboard is."""
        if self._closes(event):
            self.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card closes the sheet."""
        if not self._card().contains(event.position().toPoint()):
            self.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as there is room for."""
        super().resizeEvent(event)
        self._inner.setContentsMargins(self._margins() + QMargins(3 * STEP, 3 * STEP, 2 * STEP, 2 * STEP))
        self._arrange()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Keys"), face="heading"), 1)
        head.addWidget(self._reset)
        head.addWidget(self.search, 1)
        content = QWidget()
        content.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, STEP, 0)
        self._columns.setSpacing(5 * STEP)
        self._area.setWidget(content)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for clear in (self._area.viewport(), content):
            clear.setAutoFillBackground(False)
        self._inner.setSpacing(2 * STEP)
        self._inner.addLayout(head)
        self._inner.addWidget(self._hint)
        self._inner.addWidget(self._nothing)
        self._inner.addWidget(self._area, 1)
        self.setLayout(self._inner)
        self.search.setAccessibleName(self.tr("Search the keys"))
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.setProperty("tone", "muted")
        self._reset.clicked.connect(self._keymap.reset_all)
        self._keymap.changed.connect(self._show_reset)

    def _arrange(self) -> None:
        words = self.search.text().casefold().split()
        for view in self._groups:
            view.search(words)
        shown = [view for view in self._groups if view.count]
        self._empty_columns()
        for views in spread(shown, max(1, self._card().width() // self._look.scale.pixels(COLUMN))):
            column = QVBoxLayout()
            self._columns.addLayout(column, 1)
            for view in views:
                column.addWidget(view)
                view.show()
            column.addStretch(1)
        self._nothing.setVisible(not shown)

    def _empty_columns(self) -> None:
        for view in self._groups:
            view.hide()
        while (column := self._columns.takeAt(0)) is not None:
            if isinstance(column, QVBoxLayout):
                while column.takeAt(0) is not None:
                    continue
                column.deleteLater()

    def _margins(self) -> QMargins:
        side = max(6 * STEP, (self.width() - self._look.scale.pixels(WIDEST)) // 2)
        return QMargins(side, 6 * STEP, side, 6 * STEP)

    def _card(self) -> QRect:
        return self.rect().marginsRemoved(self._margins())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it covers the window
        """Paint the veil and the card."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(palette.ground)
        veil.setAlphaF(0.82)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QColor(palette.line))
        painter.setBrush(QColor(palette.panel))
        painter.drawRoundedRect(self._card().toRectF(), RADIUS, RADIUS)


def spread(views: Sequence[KeyGroupView], columns: int) -> list[list[KeyGroupView]]:
    """The views in their order, over columns of about the same height."""
    weights = [view.count + 2 for view in views]
    share = sum(weights) / columns
    spread_out: list[list[KeyGroupView]] = [[] for _ in range(columns)]
    done = 0.0
    for view, weight in zip(views, weights, strict=True):
        spread_out[min(columns - 1, int((done + weight / 2) / share))].append(view)
        done += weight
    return spread_out
