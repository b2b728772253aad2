"""The cues that the anchor has still to take note of, one above the other; nothing of it is there without any."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.cues import Cue, open_cues, urgency
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.cue_sight import GROWTH, paint_cue
from console.ui.words.cues import cue_words
from console.ui.words.times import age_text

TICK_MS = 1_000
ROW = 40
MOST_ROWS = 3


class CueBoard(QWidget):
    """Shows open cues, the oldest first; `noted` tells the number of one that was clicked, `grown` another height.

    A row is `row` px high at first, before the text's factor. It looks at the clock once a second while it is shown.
    """

    noted = Signal(int)
    grown = Signal()

    def __init__(
        self, look: LiveLook, now: Callable[[], datetime], row: int = ROW, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._now = now
        self._row = row
        self._cues: tuple[Cue, ...] = ()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._age)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._age)
        self.hide()

    @property
    def first(self) -> int | None:
        """The cue that has been open longest."""
        return self._cues[0].id if self._cues else None

    def set_value(self, cues: tuple[Cue, ...]) -> None:
        """Show those of these that are open."""
        there = open_cues(cues)
        if there == self._cues:
            return
        self._cues = there
        self.setVisible(bool(there))
        if there:
            self._tick.start()
        else:
            self._tick.stop()
        self._age()

    def sizeHint(self) -> QSize:
        """As high as its cues are by now."""
        return QSize(STEP * 20, round(sum(area.height() for _, area in self._rows())))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small: paint it all
        """Paint the cues; of more than there is room for, how many there are."""
        painter = QPainter(self)
        now, hidden = self._now(), len(self._cues) - MOST_ROWS
        rows = self._rows()
        for number, (cue, area) in enumerate(rows):
            aside = age_text(now - cue.sent)
            if hidden > 0 and number == len(rows) - 1:
                aside = self.tr("{0} · {1} more").format(aside, hidden)
            words = cue_words(cue.kind, cue.text)
            paint_cue(
                painter,
                area.adjusted(0, 0, 0, -STEP / 2),
                cue.kind,
                words,
                aside,
                urgency(cue, now),
                self._look.palette,
                self._look.scale,
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a cue takes note of it."""
        for cue, area in self._rows():
            if area.contains(event.position()):
                self.noted.emit(cue.id)
                return
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._age()

    def _rows(self) -> list[tuple[Cue, QRectF]]:
        """The cues that are shown, each with its place."""
        now, top, rows = self._now(), 0.0, []
        for cue in self._cues[:MOST_ROWS]:
            height = self._look.scale.pixels(self._row) * GROWTH[urgency(cue, now)]
            rows.append((cue, QRectF(0, top, self.width(), height)))
            top += height
        return rows

    def _age(self) -> None:
        self.setAccessibleName("; ".join(cue_words(cue.kind, cue.text) for cue in self._cues))
        if (height := self.sizeHint().height()) != self.height():
            self.setFixedHeight(height)
            self.grown.emit()
        self.update()
