"""The run-of-show panel."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from console.domain.proposing import standing
from console.domain.rundown import Segment
from console.domain.show import Mode, Show
from console.domain.timing import edited_on_air, following, on_air, preceding
from console.ui.act import allow, follow, key_text
from console.ui.acts import Acts, Deed
from console.ui.rundown.acting import HEADINGS, UPCOMING, Acting
from console.ui.rundown.binding import Binding
from console.ui.rundown.controls import Controls
from console.ui.rundown.foot import Foot
from console.ui.rundown.keys import Keys
from console.ui.rundown.live_block import LiveBlock
from console.ui.rundown.model import RundownModel
from console.ui.rundown.next_line import NextLine
from console.ui.rundown.reading_page import ReadingPage
from console.ui.rundown.row_painter import RowPainter
from console.ui.rundown.row_words import Words
from console.ui.rundown.rows import RowState, rows_of
from console.ui.rundown.segment_list import SegmentList
from console.ui.style.density import Density
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.panel import Panel
from console.ui.words.proposals import proposal_numbers, proposal_words
from console.ui.words.times import SECOND

if TYPE_CHECKING:
    from console.ui.rundown.editor import SegmentEditor
    from console.ui.words.script import Written

TICK_MS = 250
SHORT = 480


class RundownPanel(Panel):
    """Shows what is live and what comes. `import_wanted` is emitted when a person wants a rundown from a file.

    `made` tells the page on which a segment is written, when it is made.

    `now` is the desk's clock; times of day are in `zone` (None: of this computer). `fingers` times double taps.
    """

    import_wanted = Signal()
    made = Signal(QWidget)

    def __init__(
        self,
        acts: Acts,
        look: LiveLook,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        zone: tzinfo | None = None,
        fingers: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(look, QCoreApplication.translate("RundownPanel", "Run of show"), parent)
        self._acts = acts
        self._now = now
        self._show = Show()
        self._live: int | None = None
        self._beat: int | None = None
        self._told = 0
        self._bound: Callable[[Show, Segment, datetime], tuple[Written, ...]] | None = None
        self._binding = Binding(self)
        self._binding.done.connect(self.bind)
        self._added = 0
        words = Words(zone)
        self.model = RundownModel(words, self)
        painter = RowPainter(look, words)
        self.segments = SegmentList(self.model, painter)
        self.block = LiveBlock(look)
        self.reading = ReadingPage(look, self.segments)
        self.controls = Controls(look)
        self.next = NextLine()
        self.foot = Foot(zone)
        self._zone = zone
        self._editor: SegmentEditor | None = None
        self._keys = Keys(Acting(acts, self.model, self.segments, fingers, self), self.add, self.edit, self)
        painter.key_of = self._keys.key_of
        self._pages = QStackedWidget()
        self._menu = QMenu(self)
        self.timer = QTimer(self, interval=TICK_MS)
        self._build(look)
        self._connect()
        self._show = acts.bridge.show
        self._refresh()
        self.setFocusProxy(self.segments)
        self.segments.setFocus()

    def _build(self, look: LiveLook) -> None:
        keys = self._keys
        self.reading.addActions([*keys.of_show, *keys.of_segment])
        self._menu.addActions(keys.of_segment)
        self.controls.add_button(keys.take, self.tr("TAKE"), Kind.PRIMARY)
        self.controls.add_button(keys.back, self.tr("Back"), Kind.NORMAL)
        self.controls.add_button(keys.skip, self.tr("Skip"), Kind.NORMAL)
        self._put_icon(look, "plus", keys.add)
        self._put_icon(look, "edit", keys.edit)
        self._pages.addWidget(self.reading)
        self.set_body(self._body_of(self.block, self._pages, self.next, self.foot, self.controls))
        empty = EmptyState(self.tr("No rundown yet. Import one, or add a segment."), self.tr("Import…"))
        empty.acted.connect(self.import_wanted)
        empty.addAction(keys.add)
        self.set_empty(empty)

    def _put_icon(self, look: LiveLook, name: str, action: QAction) -> None:
        button = IconButton(look, name, action.text())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        follow(button, action)
        self.add_action(button)

    @staticmethod
    def _body_of(*parts: QWidget) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        for part in parts:
            column.addWidget(part, 1 if isinstance(part, QStackedWidget) else 0)
        return body

    def _connect(self) -> None:
        bridge = self._acts.bridge
        bridge.shown.connect(self._take_in)
        self.timer.timeout.connect(self._tick)
        self.segments.doubleClicked.connect(self.edit)
        self.segments.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.segments.customContextMenuRequested.connect(self._pop_up)
        self.segments.chosen.connect(self._allow)
        self._look.changed.connect(self._relook)

    @property
    def editor(self) -> "SegmentEditor":
        """The page on which a segment is written; made when it is first wanted."""
        if self._editor is None:
            from console.ui.rundown.editor import SegmentEditor  # noqa: PLC0415 - the first paint does not wait for it

            self._editor = SegmentEditor(self._acts, self._look, self._now, self._zone)
            self._editor.ended.connect(self._edited)
            self._pages.addWidget(self._editor)
            self.made.emit(self._editor)
        return self._editor

    @property
    def take(self) -> QAction:
        """The action that puts the next segment live."""
        return self._keys.take

    def add(self) -> None:
        """Begin a new segment after the chosen one."""
        chosen = self.segments.current
        at = self.model.position(chosen.id) if chosen else None
        self._write(lambda: self.editor.add(None if at is None else at + 1))

    def edit(self) -> None:
        """Begin to change the chosen segment, or the one on top if none is chosen."""
        chosen = self.segments.current
        segment = self._show.segment(chosen.id if chosen else self._told)
        if segment:
            self._write(lambda: self.editor.edit(segment))

    def _write(self, begin: Callable[[], None]) -> None:
        self._pages.setCurrentWidget(self.editor)
        self._show_page()
        begin()

    def _edited(self, segment: int) -> None:
        self._pages.setCurrentWidget(self.reading)
        self._show_page()
        self._added = segment
        self.segments.choose(segment)
        self.segments.setFocus()

    @property
    def editing(self) -> bool:
        """Whether a segment is being written."""
        return self._editor is not None and self._pages.currentWidget() is self._editor

    def _show_page(self) -> None:
        there = bool(self._show.segments)
        stage = self._look.density is Density.STAGE
        self.block.setVisible(there)
        self.next.setVisible(there and stage)
        self.controls.setVisible(there and not stage)
        self.foot.setVisible(there and not stage and not self._short)
        self.segments.setHidden(stage)
        self.block.set_terse(terse=self.editing or stage or self._short)
        self.show_empty(empty=not there and not self.editing)
        self._allow()

    @property
    def _short(self) -> bool:
        return self.height() < self._look.scale.pixels(SHORT)

    def _relook(self) -> None:
        self.segments.scheduleDelayedItemsLayout()
        hidden = self.segments.isHidden()
        self._show_page()
        if hidden and not self.segments.isHidden() and self.reading.script.hasFocus():
            self.segments.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._show_page()

    def _pop_up(self, at: QPoint) -> None:
        if self.segments.indexAt(at).isValid():
            self._menu.popup(self.segments.viewport().mapToGlobal(at))

    def _take_in(self, show: Show, _entries: object) -> None:
        """Show this show, if it differs in what is shown here."""
        before, self._show = self._show, show
        if before.proposals != show.proposals:
            self._propose()
        if _concern(before) != _concern(show):
            self._refresh()

        elif self._bound and _facts(before) != _facts(show):
            self._read(on_air(show) or show.segment(self._told), self._now())

    def bind(self) -> None:
        """Show scripts with their facts from now on; called once the patterns were read."""
        from console.ui.rundown.bound import bound  # noqa: PLC0415 - the first paint does not wait for it

        self._bound = bound
        self._update()

    def _read(self, segment: Segment | None, now: datetime) -> None:
        lines = self._bound(self._show, segment, now) if self._bound and segment and segment.script else None
        self.reading.set_value(segment, lines)

    def _propose(self) -> None:
        """Tell what the queue proposes, or that it does so no longer."""
        if offered := standing(self._show):
            keys = self.tr("{0} does it, {1} leaves it.").format(
                key_text(self._keys.accept), key_text(self._keys.decline)
            )
            words = proposal_words(self._show, offered.proposal)
            told = f"{proposal_numbers(offered.proposal)}. {keys}"
            self._acts.notice("proposal", words, told, deed=Deed(self.tr("Do it"), self._keys.accept.trigger))
        else:
            self._acts.over("proposal")
        self._allow()

    def _refresh(self) -> None:
        self._update()
        self._show_page()
        self._follow()
        self._run()

    def _allow(self) -> None:
        """Enable what can be done now."""
        show, keys, chosen = self._show, self._keys, self.segments.current
        running = show.mode is not Mode.OFF
        off = "" if running else self.tr("The show has not begun.")
        allow(keys.take, when=running and following(show) is not None, why=off or self.tr("No segment comes next."))
        allow(keys.back, when=running and preceding(show) is not None, why=off or self.tr("No segment comes before."))
        rows = chosen is not None and chosen.state not in HEADINGS
        other = running and rows and chosen is not None and chosen.state is not RowState.LIVE
        allow(keys.take_chosen, when=other, why=off or self.tr("Choose a segment that is not live."))
        allow(keys.next, when=rows, why=self.tr("Choose a segment: groups and milestones are not taken."))
        allow(keys.hold, when=show.live is not None, why=self.tr("Nothing is live."))
        edited = edited_on_air(show) is not None
        allow(keys.edits, when=edited, why=self.tr("Nothing was edited of what is live."))
        for action in (keys.accept, keys.decline):
            allow(action, when=standing(show) is not None, why=self.tr("The queue proposes nothing."))
        upcoming = chosen is not None and chosen.state in UPCOMING
        allow(keys.skip, when=upcoming, why=self.tr("Choose a segment that is still to come."))
        for action in (keys.add, keys.edit):
            allow(action, when=not self.editing, why=self.tr("A segment is being written: save or leave it first."))

    def _follow(self) -> None:
        """Keep in sight what has just gone live, and choose what has just been added."""
        live = self._show.live.segment if self._show.live else None
        if live is not None and live != self._live and (at := self.model.position(live)) is not None:
            self.segments.scrollTo(self.model.index(min(at + 1, self.model.rowCount() - 1)))
            self.segments.scrollTo(self.model.index(at))
        self._live = live
        if self._added and self.model.position(self._added) is not None:
            self.segments.choose(self._added)
            self._added = 0

    def _update(self) -> None:
        now = self._now()
        segment = self.block.set_value(self._show, now)
        self._told = segment.id if segment else 0
        self._read(segment, now)
        self.foot.set_value(self._show, now)
        self.next.set_value(self._show)
        self.model.set_rows(rows_of(self._show, now))

    def _tick(self) -> None:
        """Show the time of now; only a new second of what is live can differ."""
        live = self._show.live
        beat = (self._now() - live.began) // SECOND if live else None
        if beat != self._beat:
            self._beat = beat
            self._update()

    def _run(self) -> None:
        """Tick while there is somebody to see it and something to tell."""
        if self.isVisible() and self._show.live:
            if not self.timer.isActive():
                self.timer.start()
        else:
            self.timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the time of now, and go on."""
        super().showEvent(event)
        self._binding.soon()
        self._update()
        self._live = None
        self._follow()
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop."""
        super().hideEvent(event)
        self.timer.stop()


def _concern(show: Show) -> tuple[object, ...]:
    """What of a show is shown here."""
    return (show.id, show.mode, show.began, show.ended, show.segments, show.aired, show.skipped, show.next, show.delays)


def _facts(show: Show) -> tuple[object, ...]:
    """What of a show a script may name."""
    return (show.stock, show.products, show.pinned, show.sold, show.claims.terms)
