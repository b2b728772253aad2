"""The page on which a segment is written."""

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain.commands import SaveSegment
from console.domain.outcomes import Added, Done, Invalid, Missing, Outcome
from console.domain.rundown import Segment
from console.ui.act import action_of, follow
from console.ui.acts import Acts
from console.ui.rundown import acts as rundown_acts
from console.ui.rundown.editor_form import EditorForm
from console.ui.rundown.product_names import linked, names_of
from console.ui.rundown.typed import Typed, Wrong, segment_of, typed_of
from console.ui.style.look import LiveLook
from console.ui.words.rules import rule_words

USUAL = timedelta(minutes=5)


class SegmentEditor(EditorForm):
    """Writes one segment. `ended` tells its id once it is saved, 0 if it was left; until then nothing typed is lost."""

    ended = Signal(int)

    def __init__(
        self,
        acts: Acts,
        look: LiveLook,
        now: Callable[[], datetime],
        zone: tzinfo | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._acts = acts
        self._now = now
        self._zone = zone
        self._before = Segment("", USUAL)
        self._at: int | None = None
        self._shown: dict[str, str] = {}
        self._saving = False
        self._actions = [
            action_of(rundown_acts.SAVE, self.save, self, self),
            action_of(rundown_acts.LEAVE, self.leave, self, self),
        ]
        for button, action in zip((self._save_button, self._cancel_button), self._actions, strict=True):
            follow(button, action)

    def edit(self, segment: Segment) -> None:
        """Begin to change a segment."""
        self._before, self._at = segment, None
        self._shown = names_of(self._acts.bridge.show, segment.products)
        self._begin(self.tr("Edit segment"), typed_of(segment, "; ".join(self._shown), self._zone))

    def add(self, at: int | None) -> None:
        """Begin a new segment for a position of the rundown (None: its end)."""
        self._before, self._at, self._shown = Segment("", USUAL), at, {}
        self._begin(self.tr("New segment"), Typed())

    def leave(self) -> None:
        """Forget what was typed."""
        self.ended.emit(0)

    def save(self) -> None:
        """Ask the desk to keep what was typed, and leave the page if it does."""
        if not self._saving:
            self._saving = True
            self._acts.start(self._save(), "save a segment")

    async def _save(self) -> None:
        try:
            self.set_wrong({})
            segment = await self._segment()
            if segment is not None:
                self._answered(await self._acts.ask(SaveSegment(segment, self._at)))
        finally:
            self._saving = False

    async def _segment(self) -> Segment | None:
        """The segment that was typed; None, with words beside the fields, if it means none."""
        typed, bridge = self.value, self._acts.bridge
        found = await linked(typed.products, bridge.show, self._shown, bridge.find_products)
        near = self._before.planned_start or bridge.show.began or self._now()
        segment = segment_of(typed, self._before, found.products, near, self._zone)
        wrong = dict(segment.fields) if isinstance(segment, Wrong) else {}
        if found.unknown:
            text = self.tr("No product has the code or SKU “{name}”")
            wrong["products"] = text.format(name=found.unknown[0][:80])
        self.set_wrong(wrong)
        return None if wrong or isinstance(segment, Wrong) else segment

    def _answered(self, outcome: Outcome) -> None:
        match outcome:
            case Invalid(field=field):
                self.set_wrong({field: rule_words(outcome)})
            case Missing():
                self._before = msgspec.structs.replace(self._before, id=0)
                self.set_wrong({"title": self.tr("It was removed meanwhile. Save again to add it.")})
            case Added(id=number):
                self.ended.emit(number)
            case Done():
                self.ended.emit(self._before.id)
            case _:
                self.set_wrong({"title": self.tr("It was not saved.")})
