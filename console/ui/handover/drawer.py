"""The drawer of the hand-over brief: plain lines in groups, kept up to date while it is open."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from console.domain.handover import handover
from console.ui.act import action_of, follow, key_text
from console.ui.acts import Acts
from console.ui.handover import acts as handover_acts
from console.ui.handover.words import handover_text
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.words.times import clock_text

TICK_MS = 1_000


class HandoverDrawer(DrawerPanel):
    """Shows the brief and copies it. `left` asks to close the drawer."""

    def __init__(self, acts: Acts, look: LiveLook, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("HandoverDrawer", "Hand-over"), parent)
        self._acts = acts
        self._now = now
        self.brief = QPlainTextEdit(readOnly=True)
        self.brief.setAccessibleName(self.tr("Hand-over brief"))
        self.brief.setTabChangesFocus(True)
        self._copied = WordButton("", Kind.NORMAL)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._tell)
        self._fill(look)
        self._copy = action_of(handover_acts.COPY, self.copy, self, self)
        follow(self._copied, self._copy)
        self._copied.set_value("  ".join(filter(None, (key_text(self._copy), self.tr("Copy")))))
        self.setFocusProxy(self.brief)

    def showEvent(self, event: QShowEvent) -> None:
        """It is told anew each second while it is shown."""
        super().showEvent(event)
        self._tell()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the clock may rest."""
        super().hideEvent(event)
        self._tick.stop()

    def copy(self) -> None:
        """Put the brief of this moment on the clipboard, as plain text."""
        self._tell()
        QGuiApplication.clipboard().setText(self.brief.toPlainText())

    def _fill(self, look: LiveLook) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(BREATH, 0, BREATH, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.brief, 1)
        column.addWidget(self._copied)
        self.set_body(body)
        leave = IconButton(look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)

    def _tell(self) -> None:
        now = self._now()
        self.set_caption(clock_text(now))
        show = self._acts.bridge.show
        told = handover_text(handover(show, now), show)
        if told != self.brief.toPlainText():
            bar = self.brief.verticalScrollBar()
            at = bar.value()
            self.brief.setPlainText(told)
            bar.setValue(at)
