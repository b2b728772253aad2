"""The strip below the queue that tells of its loop: how many items, for how long each, and what comes when."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from console.domain.pin_loop import due_at, looped, next_looped
from console.domain.show import Mode, Show
from console.ui.act import follow, follow_keyed
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.plain_text import one_line
from console.ui.words.times import length_text, remaining_text

TICK_MS = 1_000


class LoopStrip(QWidget):
    """Shown while there is a loop; it counts down while it is seen."""

    def __init__(
        self,
        look: LiveLook,
        now: Callable[[], datetime],
        shorter: QAction,
        longer: QAction,
        stop: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._show = Show()
        self.title = PlainLabel(face="caption")
        self.coming = PlainLabel(tone="muted", face="caption")
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._tell)
        less, more = IconButton(look, "minus", shorter.text()), IconButton(look, "plus", longer.text())
        self.stop = WordButton("", Kind.QUIET)
        follow(less, shorter)
        follow(more, longer)
        follow_keyed(self.stop, stop, self.tr("End"))
        grid = QGridLayout(self)
        grid.setContentsMargins(BREATH, STEP, STEP, STEP // 2)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.coming, 1, 0, 1, 4)
        for column, button in enumerate((less, more, self.stop), start=1):
            grid.addWidget(button, 0, column)
        grid.setColumnStretch(0, 1)

    def set_value(self, show: Show) -> None:
        """Tell of this show's loop."""
        self._show = show
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Count while it is seen."""
        super().showEvent(event)
        self._tell()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while it is not."""
        super().hideEvent(event)
        self._tick.stop()

    def _tell(self) -> None:
        items = looped(self._show)
        every = length_text(self._show.loop.every)
        self.title.set_value(self.tr("Loop: %n item(s), {every} each", "", len(items)).format(every=every))
        self.coming.set_value(self._coming())

    def _coming(self) -> str:
        """What comes next and when, or why nothing does."""
        show = self._show
        item = next_looped(show)
        if item is None:
            return self.tr("None of them may air now.")
        product = show.products.get(item.product)
        name = f"{item.code} {one_line(product.title) if product else item.product}"
        if show.mode is Mode.OFF:
            return self.tr("Once the show runs: {name}").format(name=name)
        if show.live and show.live.paused:
            return self.tr("Once the clock goes on: {name}").format(name=name)
        at = due_at(show)
        left = max(timedelta(0), at - self._now()) if at else timedelta(0)
        return self.tr("Next in {time}: {name}").format(name=name, time=remaining_text(left))
