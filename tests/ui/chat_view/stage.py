"""A chat view in a window, and a way to see what is really on the screen."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.chat.row import ChatRow, Voice
from console.ui.chat.view import ChatView
from console.ui.style.look import LiveLook, Look
from console.ui.style.palette import DARK
from console.ui.style.type_scale import type_scale


class Paints(QObject):
    """Records the paint events of what it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.areas: list[QRect] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.count += 1
            self.areas.append(event.rect())
        return False


class Stage:
    """A window with a chat view at an odd place, driven a frame at a time."""

    def __init__(self, capacity: int = 20_000) -> None:
        self.look = LiveLook(Look(DARK, type_scale("linux")))
        self.window = QWidget()
        self.window.resize(423, 517)
        self.view = ChatView(self.look, self.window, capacity=capacity)
        self.view.setGeometry(7, 11, 403, 501)
        self.paints = Paints()
        self.view.viewport().installEventFilter(self.paints)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window)
        self.said = 0
        self.frame()

    def say(self, *texts: str) -> None:
        self.view.append([self.row(text) for text in texts])

    def row(self, text: str, **more: object) -> ChatRow:
        self.said += 1
        own = {name: more.pop(name) for name in ChatRow.__struct_fields__ if name in more}
        voice = Voice(**{"badge": "T"} | more)  # type: ignore[arg-type]
        return ChatRow(**{"id": self.said, "name": "mei", "text": text, "voice": voice} | own)  # type: ignore[arg-type]

    def frame(self) -> None:
        """Let the frame's tick and the paint that it asks for happen now."""
        if self.view._frame._timer.isActive():
            self.view._frame._timer.stop()
            self.view._frame._fire()
        QApplication.sendPostedEvents()
        QCoreApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))

    def drag(self, share: float) -> None:
        """Put the scroll bar at a share of its way."""
        self.view._bar.show_now()
        bar = self.view.verticalScrollBar()
        bar.setValue(round(bar.minimum() + share * (bar.maximum() - bar.minimum())))

    def seen(self) -> QImage:
        """The pixels that the window holds, as they were copied and painted piece by piece."""
        return _plain(self.window.screen().grabWindow(self.window.winId()).toImage())

    def fresh(self) -> QImage:
        """The pixels of the same window painted as a whole."""
        return _plain(self.window.grab().toImage())

    def close(self) -> None:
        self.window.hide()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _plain(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_RGB32)
