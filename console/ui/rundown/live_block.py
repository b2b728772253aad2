"""The block on top: the segment that is live, or the one that comes, with its time, its owner and its notes."""

from datetime import datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.rundown import Segment, whole
from console.domain.show import Show
from console.domain.timing import edited_on_air, following, on_air, timing
from console.ui.rundown.countdown import Countdown, CountdownValue
from console.ui.rundown.rows import runs_or_waits
from console.ui.style.density import Density
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.times import SECOND, length_text, remaining_text, signed_text, whole_remaining

TITLE = 36


class LiveBlock(QWidget):
    """Shows where the show is."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = PlainLabel(tone="muted", face="caption")
        self._title = ClampedLabel(look, lines=2, strong=True, stage=TITLE)
        self._owner = PlainLabel(tone="muted")
        self._countdown = Countdown(look)
        self._notes = ClampedLabel(look, lines=3)
        self._look = look
        self._lay_out()
        look.changed.connect(self._relook)

    def _relook(self) -> None:
        stage = self._look.density is Density.STAGE
        self._word.set_face("stage" if stage else "caption")
        self._owner.set_face("stage" if stage else "")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self._word)
        head.addStretch(1)
        head.addWidget(self._owner)
        column = QVBoxLayout(self)
        column.setContentsMargins(BREATH - 2, 0, BREATH - 2, 0)
        column.setSpacing(STEP // 2)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self._countdown)
        column.addSpacing(STEP // 2)
        column.addWidget(self._notes)

    @property
    def countdown(self) -> CountdownValue:
        """The time as it is shown."""
        return self._countdown.value

    def set_terse(self, *, terse: bool) -> None:
        """Leave the notes out, or not."""
        self._notes.setHidden(terse)

    def set_value(self, show: Show, now: datetime) -> Segment | None:
        """Show where the show is at `now`; returns the segment that it tells of."""
        segment = on_air(show)
        if segment:
            changed = self.tr("LIVE · changed while on air") if edited_on_air(show) else self.tr("LIVE")
            self._tell(changed, segment, self._live(show, now))
        elif runs_or_waits(show) and (coming := show.segment(following(show) or 0)):
            segment = coming
            quiet = CountdownValue(length_text(segment.planned), detail=self.tr("planned"), quiet=True)
            self._tell(self.tr("NEXT"), segment, quiet)
        else:
            self._over(show)
        return segment

    def _tell(self, word: str, segment: Segment, time: CountdownValue) -> None:
        self._word.set_value(word)
        self._title.set_value(segment.title[:400])
        self._owner.set_value(segment.owner)
        self._notes.set_value(segment.notes)
        self._countdown.set_value(time)

    def _live(self, show: Show, now: datetime) -> CountdownValue:
        told = timing(show, now)
        if told is None or told.live is None:
            return CountdownValue("")
        over = whole_remaining(told.remaining) < 0
        passed = told.elapsed / max(told.allotted, SECOND)
        detail = self.tr("{passed} of {planned}").format(
            passed=length_text(told.elapsed), planned=length_text(told.allotted)
        )
        word = self.tr("HELD") if told.paused else self.tr("OVER") if over else self.tr("left")
        return CountdownValue(remaining_text(told.remaining), word, detail, min(1000, int(passed * 1000)), over)

    def _over(self, show: Show) -> None:
        """Tell that nothing comes any more, with the totals of the show."""
        planned = whole(show.segments)
        ended = show.ended is not None
        took = show.ended - show.began if show.ended and show.began else timedelta(0)
        self._word.set_value(self.tr("ENDED") if ended else "")
        self._title.set_value(self.tr("The show has ended") if ended else self.tr("Nothing comes next"))
        self._owner.set_value("")
        self._notes.set_value("")
        detail = self.tr("of {planned}").format(planned=length_text(planned))
        over = signed_text(took - planned) if ended else ""
        self._countdown.set_value(CountdownValue(length_text(took) if ended else "", over, detail, quiet=True))
