"""The anchor's window: the board, the prompter and its strip, on a screen of their own."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QMenu, QWidget

from console.preferences import Monitor
from console.ui.anchor.board import Board
from console.ui.anchor.prompter import Prompter
from console.ui.anchor.strip import Strip
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook

WINDOWED = 0.5
ASIDE = 48


class AnchorWindow(QWidget):
    """Never takes the keyboard, whatever is done with it. `close_wanted` tells that a person is done with it."""

    close_wanted = Signal()

    def __init__(self, look: LiveLook) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("ground")
        self.setWindowTitle(self.tr("Anchor view – Cuedesk"))
        self.setMinimumSize(480, 270)
        self.board = Board(look, self)
        self.prompter = Prompter(look, self)
        self.strip = Strip(look, self)
        self.menu = QMenu(self)
        self._over: QWidget | None = None

    def set_monitor(self, monitor: Monitor) -> None:
        """Show all or the script alone, as it is or for a glass."""
        glass = {"mirrored": monitor.mirrored, "flipped": monitor.flipped}
        self.board.set_shown(script_only=monitor.script_only, **glass)
        self.prompter.set_glass(**glass)
        self.strip.set_glass(**glass)
        self._place()

    def put_on(self, screen: QScreen, *, windowed: bool) -> None:
        """Fill a screen, or have half of it."""
        area = screen.availableGeometry()
        self.setWindowState(Qt.WindowState.WindowNoState)
        if windowed:
            size = area.size() * WINDOWED
            left, top = area.right() - size.width() - ASIDE, area.bottom() - size.height() - ASIDE
            self.setGeometry(QRect(left, top, size.width(), size.height()))
            return
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)

    def lay_over(self, widget: QWidget) -> None:
        """Keep a widget at the lower edge, over what comes later in the script; it says its own height."""
        self._over = widget
        widget.setParent(self)
        widget.raise_()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the prompter on the board."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self.place_over()
        board = self.board
        board.resize(self.size())
        self.prompter.set_unit(board.places.unit)
        self.strip.set_unit(board.places.unit)
        self.prompter.setGeometry(board.seen(board.places.script).toAlignedRect())
        self.strip.setGeometry(board.seen(board.places.strip).toAlignedRect())

    def place_over(self) -> None:
        """Put what lies over the board in its place."""
        if self._over is not None:
            height = self._over.height()
            self._over.setGeometry(STEP, self.height() - height - STEP, self.width() - 2 * STEP, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape, where a system hands it a key all the same."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with it."""
        self.menu.popup(event.globalPos())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell it."""
        event.ignore()
        self.close_wanted.emit()
