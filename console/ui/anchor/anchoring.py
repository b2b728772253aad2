"""The anchor's window at work: it follows the show, the chat and the clock while it is open, and costs nothing else."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QScreen
from PySide6.QtWidgets import QWidget

from console.domain.changes import HeardLine
from console.domain.chat import ChatGap, Erasure, SourceStatus
from console.domain.commands import NoteCue
from console.domain.questions import Question, Questions
from console.domain.script.facts import Known, Trust, trust_in
from console.domain.script.lines import script_lines
from console.imports.script_sayings import asking_words, script_sayings
from console.preferences import Bookmark, Monitor
from console.ui.act import Act, action_of, allow
from console.ui.acts import Acts
from console.ui.anchor import acts as anchor_acts
from console.ui.anchor.monitors import alone, chosen, following, name_of
from console.ui.anchor.reel import LEAST_PACE, MOST_PACE, Spot
from console.ui.anchor.sight import StockSign, live_segment, sight_of, sign_of
from console.ui.anchor.strip import StripSight
from console.ui.anchor.window import AnchorWindow
from console.ui.keymap import Keymap
from console.ui.standings import Standings
from console.ui.style.look import LiveLook
from console.ui.widgets.cue_board import CueBoard
from console.ui.words.script import Written, written

if TYPE_CHECKING:
    from console.domain.rundown import Segment

TICK_MS = 200
KEEP_MS = 3_000
PACE_STEP = 5
CUE_ROW = 96
SECOND = timedelta(seconds=1)


class Anchoring(QObject):
    """Opens the window, closes it, and keeps it true. The place in the script is kept with the preferences.

    That place is this computer's, and a row of it every second would be no part of what happened in the show.
    """

    def __init__(
        self,
        acts: Acts,
        standings: Standings,
        look: LiveLook,
        now: Callable[[], datetime],
        keymap: Keymap,
        home: QWidget,
    ) -> None:
        super().__init__(home)
        self._acts = acts
        self._standings = standings
        self._now = now
        self._preferences = keymap.preferences
        self._home = home
        self._sayings = script_sayings()
        self._questions = Questions(asking_words())
        self._question: Question | None = None
        self._screen: QScreen | None = None
        self._playing: tuple[int, datetime | None] | None = None
        self._stale = True
        self.window = AnchorWindow(look)
        self.cues = CueBoard(look, now, CUE_ROW)
        self.window.lay_over(self.cues)
        self.actions: dict[str, QAction] = {}
        self._tick = QTimer(self, interval=TICK_MS)
        self._keep = QTimer(self, interval=KEEP_MS)
        self._make_actions()
        self._connect()

    def _connect(self) -> None:
        window = self.window
        window.close_wanted.connect(self.close)
        self.cues.grown.connect(window.place_over)
        self.cues.noted.connect(lambda number: self._acts.do(NoteCue(number)))
        window.prompter.moved.connect(self._tell_strip)
        window.prompter.turned.connect(self._turned)
        window.menu.addActions(list(self.actions.values()))
        self._acts.bridge.shown.connect(self._changed)
        self._acts.bridge.heard.connect(self._hear)
        self._standings.changed.connect(self._changed)
        self._tick.timeout.connect(self._show_time)
        self._keep.timeout.connect(self._bookmark)
        self.destroyed.connect(window.deleteLater)

    def _make_actions(self) -> None:
        prompter = self.window.prompter
        done: dict[Act, Callable[[], object]] = {
            anchor_acts.NEXT_SCREEN: self._to_next_screen,
            anchor_acts.FILL: lambda: self._turn("windowed"),
            anchor_acts.SCRIPT_ONLY: lambda: self._turn("script_only"),
            anchor_acts.ANSWERED: self._answer,
            anchor_acts.RUN: prompter.run,
            anchor_acts.FASTER: lambda: self._pace(PACE_STEP),
            anchor_acts.SLOWER: lambda: self._pace(-PACE_STEP),
            anchor_acts.FORTH: lambda: prompter.go_by(1),
            anchor_acts.BACK: lambda: prompter.go_by(-1),
            anchor_acts.TOP: lambda: prompter.go_to(Spot()),
            anchor_acts.NEXT_MARKER: lambda: prompter.go_to_marker(1),
            anchor_acts.LAST_MARKER: lambda: prompter.go_to_marker(-1),
            anchor_acts.MIRROR: lambda: self._turn("mirrored"),
            anchor_acts.FLIP: lambda: self._turn("flipped"),
            anchor_acts.PEDAL: self._turn_pedal,
            anchor_acts.PEDAL_RUN: prompter.run,
            anchor_acts.PEDAL_BACK: lambda: prompter.go_by(-1),
        }
        for act, each in done.items():
            self.actions[act.id] = action_of(act, each, self, self._home)
        self._allow()

    @property
    def open(self) -> bool:
        """Whether the window is there."""
        return self.window.isVisible()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the script, as they are shown."""
        return tuple(each.text for each in self.window.prompter.script)

    def go_to_line(self, line: int) -> None:
        """Stand at a line of the script."""
        self.window.prompter.go_to(Spot(line))

    def toggle(self) -> None:
        """Open the window, or close it."""
        if self.open:
            self.close()
        else:
            self.show()

    def show(self) -> None:
        """Open the window on its screen, without taking the keyboard."""
        if self.open:
            return
        self._screen = chosen(tuple(self._preferences.value.anchor), self._home.window())
        self.window.prompter.pace = self._preferences.value.prompter.pace
        self._put()
        self.window.show()
        self._changed()
        self._tick.start()
        self._allow()

    def close(self) -> None:
        """Close the window; it comes back where it was."""
        if self.open:
            self._bookmark()
            self.window.hide()
        self._tick.stop()
        self._keep.stop()
        self._playing = None
        self._allow()

    def _allow(self) -> None:
        why = self.tr("The anchor view is not open.")
        pedals = {anchor_acts.PEDAL_RUN.id, anchor_acts.PEDAL_BACK.id}
        for name, action in self.actions.items():
            if name in pedals:
                used = self._preferences.value.prompter.pedal
                allow(action, when=self.open and used, why=self.tr("A pedal is not used here.") if self.open else why)
            elif name == anchor_acts.ANSWERED.id:
                asked = self._question is not None
                allow(action, when=self.open and asked, why=self.tr("Nobody asks.") if self.open else why)
            elif name != anchor_acts.PEDAL.id:
                allow(action, when=self.open, why=why)

    @property
    def monitor(self) -> Monitor:
        """How the window is on its screen; on the only one it does not cover the main window at first."""
        name = name_of(self._screen) if self._screen else ""
        return self._preferences.value.anchor.get(name) or Monitor(windowed=alone())

    def _put(self) -> None:
        if self._screen is not None:
            self.window.put_on(self._screen, windowed=self.monitor.windowed)
        self.window.set_monitor(self.monitor)

    def _turn(self, name: str) -> None:
        """Turn one of the monitor's settings on or off, and remember it."""
        self._remember(replace(self.monitor, **{name: not getattr(self.monitor, name)}))

    def _to_next_screen(self) -> None:
        if self._screen is not None:
            self._screen = following(self._screen)
            self._remember(self.monitor)

    def _remember(self, monitor: Monitor) -> None:
        name = name_of(self._screen) if self._screen else ""
        others = {key: each for key, each in self._preferences.value.anchor.items() if key != name}
        self._preferences.change(anchor={**others, name: monitor})
        self._put()

    def _turn_pedal(self) -> None:
        prompter = self._preferences.value.prompter
        self._preferences.change(prompter=replace(prompter, pedal=not prompter.pedal))
        self._allow()

    def _pace(self, by: int) -> None:
        prompter = self.window.prompter
        prompter.pace = min(MOST_PACE, max(LEAST_PACE, prompter.pace + by))
        kept = self._preferences.value.prompter
        self._preferences.change(prompter=replace(kept, pace=prompter.pace))
        self._tell_strip()

    def _changed(self) -> None:
        """Take in with the next tick what has changed; at once a segment that went live, and that stock runs out."""
        self._stale = True
        if not self.open:
            return
        self.cues.set_value(self._acts.bridge.show.cues)
        if self._played() != self._playing:
            self._show_time()
        elif self._sign() != self.window.board.sign:
            self._show_board()

    def _sign(self) -> StockSign | None:
        """The state of stock as it is now."""
        now = self._now()
        return sign_of(self._acts.bridge.show, now, self._trust(now))

    def _played(self) -> tuple[int, datetime | None] | None:
        """The stretch whose script is read: its segment, and when it went live."""
        show = self._acts.bridge.show
        segment = live_segment(show)
        return (segment.id, show.live.began if show.live else None) if segment else None

    def _hear(self, events: Iterable[HeardLine | Erasure | ChatGap]) -> None:
        if self.open:
            self._questions.hear(each.line for each in events if isinstance(each, HeardLine) and not each.erased)

    def _show_time(self) -> None:
        """Show what is so now. Only a script that may have changed is held against the facts anew."""
        now, show = self._now(), self._acts.bridge.show
        before, self._question = self._question, self._questions.top(now)
        trust = self._trust(now)
        self._show_board()
        segment = live_segment(show)
        if self._stale or (segment and "{time_left}" in segment.script) or trust.since:
            self._stale = False
            self._show_script(segment, now, trust)
        self._tell_strip()
        if (before is None) != (self._question is None):
            self._allow()

    def _show_board(self) -> None:
        now = self._now()
        self.window.board.set_value(sight_of(self._acts.bridge.show, now, self._trust(now), self._question))

    def _show_script(self, segment: "Segment | None", now: datetime, trust: Trust) -> None:
        prompter = self.window.prompter
        playing = self._played()
        lines: tuple[Written, ...] = ()
        if segment and segment.script.strip():
            known = Known(self._acts.bridge.show, segment, now, trust)
            lines = tuple(written(each, now) for each in script_lines(known, self._sayings))
        prompter.set_script(lines)
        if playing != self._playing:
            self._playing = playing
            prompter.go_to(self._place())

    def _place(self) -> Spot:
        """Where the script of this stretch was left; its top, if it was not read yet."""
        kept = self._preferences.value.prompter.at
        if kept is None or (kept.segment, kept.began) != self._playing:
            return Spot()
        return Spot(kept.line, kept.share)

    def _bookmark(self) -> None:
        """Keep where the prompter stands, for when the program is started again in the same segment."""
        if self._playing is None:
            return
        spot, kept = self.window.prompter.spot, self._preferences.value.prompter
        self._preferences.change(prompter=replace(kept, at=Bookmark(*self._playing, spot.line, round(spot.share, 3))))

    def _turned(self) -> None:
        self._tell_strip()
        if self.window.prompter.running:
            self._keep.start()
        else:
            self._keep.stop()
            self._bookmark()

    def _trust(self, now: datetime) -> Trust:
        shops = (each for each in self._standings.linked if not isinstance(each.status, SourceStatus))
        return trust_in(self._standings.file, shops, now)

    def _tell_strip(self) -> None:
        prompter, show, now = self.window.prompter, self._acts.bridge.show, self._now()
        needs = timedelta(seconds=round(prompter.seconds_left))
        segment = live_segment(show)
        left = Known(show, segment, now).time_left if segment and show.live else None
        spare = None if left is None else timedelta(seconds=left // SECOND) - needs
        struck = sum(bool(each.why) for each in prompter.script)
        self.window.strip.set_value(
            StripSight(prompter.running, prompter.pace if prompter.script else 0, needs, spare, struck)
        )

    def _answer(self) -> None:
        if self._question is not None:
            self._questions.answer(self._question, self._now())
            self._show_time()

    def end(self) -> None:
        """Close for good, with the console."""
        self.close()
        self.window.deleteLater()
