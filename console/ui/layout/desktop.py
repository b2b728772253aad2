"""Windows and screens as they are on the desktop now."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from console.ui.layout.memory import Memory
from console.ui.layout.screens import kept_on, screens_key
from console.ui.layout.values import FARTHEST, Frame

TITLE = 40


def screens_now() -> tuple[Frame, ...]:
    """The screens, the main one first, without what the system keeps for its own bars."""
    primary = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not primary)
    return tuple(_frame(screen.availableGeometry()) for screen in screens)


def frame_of(window: QWidget) -> Frame:
    """Where a window is; of one that is maximised or fills its screen, where it was before on that screen."""
    full, wide = window.isFullScreen(), window.isMaximized()
    area = normal_area(window.geometry(), window.normalGeometry()) if full or wide else window.geometry()
    return _frame(area, wide=wide, full=full)


def normal_area(here: QRect, before: QRect) -> QRect:
    """What a window that fills a screen goes back to: where it was before, but on the screen that it is on."""
    return before if before.isValid() and here.contains(before.center()) else here


def area_of(window: QWidget) -> Frame:
    """What a window covers now."""
    return _frame(window.geometry())


def put_at(window: QWidget, frame: Frame) -> None:
    """Put a window there."""
    states = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
    normal = window.windowState() & ~states
    if window.windowState() != normal:
        window.setWindowState(normal)
    window.setGeometry(frame.x, frame.y, frame.width, frame.height)
    if frame.full:
        window.setWindowState(normal | Qt.WindowState.WindowFullScreen)
    elif frame.wide:
        window.setWindowState(normal | Qt.WindowState.WindowMaximized)


def put_back(window: QWidget, memory: Memory) -> None:
    """Put the main window where it was on these screens; one that would not fit its screen is maximised."""
    screens = screens_now()
    if frame := memory.window(screens_key(screens)):
        put_at(window, kept_on(frame, screens))
    elif screens and (window.width() > screens[0].width or window.height() + TITLE > screens[0].height):
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _frame(area: QRect, *, wide: bool = False, full: bool = False) -> Frame:
    x, y = (min(max(-FARTHEST, each), FARTHEST) for each in (area.x(), area.y()))
    return Frame(x, y, max(1, area.width()), max(1, area.height()), wide, full)
