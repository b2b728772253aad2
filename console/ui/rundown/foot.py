"""Where the whole show stands: its planned end, its expected end, and what lies between."""

from datetime import datetime, timedelta, tzinfo

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.rundown import first_start, whole
from console.domain.show import Mode, Show
from console.domain.timing import timing
from console.ui.style.grid import BREATH, STEP
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.times import SECOND, clock_text, length_text, signed_text


class Foot(QWidget):
    """Shows one line; times of day in a zone (None: of this computer)."""

    def __init__(self, zone: tzinfo | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._planned = PlainLabel(tone="muted")
        self._ends = PlainLabel()
        self._under = PlainLabel(tone="muted")
        self._over = PlainLabel(tone="low")
        self._labels = (self._planned, self._ends, self._under, self._over)
        row = QHBoxLayout(self)
        row.setContentsMargins(BREATH - 2, 0, BREATH - 2, 0)
        row.setSpacing(STEP)
        row.addWidget(self._planned)
        row.addStretch(1)
        for label in (self._ends, self._under, self._over):
            row.addWidget(label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what was planned if there is no room for both."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = sum(label.sizeHint().width() + STEP for label in self._labels if label.value)
        self._planned.setVisible(needed + 2 * BREATH <= self.width() or not self._ends.value)

    @property
    def words(self) -> str:
        """The line as it is shown."""
        return " ".join(part.value for part in self._labels if part.value)

    def set_value(self, show: Show, now: datetime) -> None:
        """Show where this show stands."""
        told = timing(show, now)
        if told is None:
            return
        if show.began is None and first_start(show.segments) is None:
            length = length_text(whole(show.segments))
            self._tell(self.tr("planned {length}").format(length=length), "", timedelta(0))
            return
        planned = self.tr("planned end {time}").format(time=clock_text(told.planned_end, self._zone))
        if show.mode is Mode.OFF and show.ended:
            ended = self.tr("ended {time}").format(time=clock_text(show.ended, self._zone))
            self._tell(planned, ended, show.ended - told.planned_end)
        elif told.live:
            ends = self.tr("ends {time}").format(time=clock_text(told.ends, self._zone))
            self._tell(planned, ends, told.over)
        else:
            self._tell(planned, "", timedelta(0))

    def _tell(self, planned: str, ends: str, over: timedelta) -> None:
        self._planned.set_value(planned)
        self._ends.set_value(ends)
        late = over >= SECOND
        self._over.set_value(signed_text(over) if late else "")
        self._under.set_value(signed_text(over) if ends and not late else "")
        for label in (self._over, self._under, self._ends):
            label.setVisible(bool(label.value))
        self._fit()
