"""What goes wrong in a rehearsal, and what people do about it: read from a file, to the second."""

from typing import Annotated, Literal, Self

import msgspec

from console.domain.cues import MOST_TEXT, CueKind
from console.domain.incidents import MOST_NOTE, IncidentKind
from console.domain.proposals import Advice
from console.domain.show import Show

MOST_BYTES = 1_000_000

Second = Annotated[int, msgspec.Meta(ge=0, le=86_400)]
Row = Annotated[int, msgspec.Meta(ge=0, le=1_000)]
Span = Annotated[int, msgspec.Meta(ge=1, le=7_200)]
Count = Annotated[int, msgspec.Meta(ge=1, le=50)]
Percent = Annotated[int, msgspec.Meta(ge=1, le=1_000)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Names = Annotated[tuple[Name, ...], msgspec.Meta(min_length=1, max_length=100)]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Lines = Annotated[tuple[Line, ...], msgspec.Meta(min_length=1, max_length=1_000)]
CueText = Annotated[str, msgspec.Meta(max_length=MOST_TEXT)]
NoteText = Annotated[str, msgspec.Meta(min_length=1, max_length=MOST_NOTE)]


class Surprise(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="what", kw_only=True):
    """Something that happens in second `at` of the show, or of the segment in that row of the rundown, from 1."""

    at: Second
    row: Row = 0

    def in_show(self, show: Show) -> Self | None:
        """The same by the seconds of the show; None as long as its segment has not been live."""
        if not self.row:
            return self
        segment = show.segments[self.row - 1].id if self.row <= len(show.segments) else 0
        began = next((each.began for each in show.aired if each.segment == segment), None)
        if began is None or show.began is None:
            return None
        return msgspec.structs.replace(self, row=0, at=self.at + round((began - show.began).total_seconds()))


class Lasting(Surprise, frozen=True, kw_only=True):
    """Something that goes on for so many seconds."""

    seconds: Span

    def goes_on(self, n: int) -> bool:
        """Whether it is so in second `n`."""
        return self.at <= n < self.at + self.seconds


class SellsOut(Lasting, frozen=True, kw_only=True, tag="sells_out"):
    """One buyer takes all that there is of what is explained, also what comes back, at most `lot` pieces an order."""

    buyer: Name
    lot: Count


class PriceChanges(Surprise, frozen=True, kw_only=True, tag="price_changes"):
    """The price of what is explained turns out wrong: from now on it is so many hundredths of what it was."""

    percent: Percent


class Trolls(Lasting, frozen=True, kw_only=True, tag="trolls"):
    """So many lines a second that nobody wants to read."""

    a_second: Count
    names: Names
    lines: Lines


class ShopSilent(Lasting, frozen=True, kw_only=True, tag="shop_silent"):
    """The shop answers nothing."""


class AnchorAway(Lasting, frozen=True, kw_only=True, tag="anchor_away"):
    """Nobody is before the camera: the operator holds the clock."""


class Overrun(Surprise, frozen=True, kw_only=True, tag="overrun"):
    """The anchor does not come to the end of what is live, for so many seconds."""

    seconds: Span


class OfferEnds(Lasting, frozen=True, kw_only=True, tag="offer_ends"):
    """What is live is offered with a coupon that holds for so many seconds, and ends."""

    coupon: Line


class Cued(Surprise, frozen=True, kw_only=True, tag="cue"):
    """The operator sends a cue, and the anchor notes it after so many seconds, or never."""

    kind: CueKind
    text: CueText = ""
    noted_after: Span | None = None


class Mishap(Lasting, frozen=True, kw_only=True, tag="incident"):
    """The operator opens a card of the runbook, writes down what is done, and closes it."""

    kind: IncidentKind
    note: NoteText


OfWorld = SellsOut | PriceChanges | Trolls | ShopSilent
OfPeople = AnchorAway | Overrun | OfferEnds | Cued | Mishap


class Answers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the operator does about proposals after so many seconds: what is in neither list is left to lapse."""

    after: Span
    accepts: tuple[Advice, ...] = ()
    dismisses: tuple[Advice, ...] = ()


class Surprises(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is to happen. What people do happens only where the rehearsal goes by itself."""

    version: Literal[1]
    surprises: tuple[OfWorld | OfPeople, ...]
    answers: Answers | None = None

    def by_world(self) -> "Surprises":
        """Without what people do."""
        return Surprises(1, tuple(each for each in self.surprises if isinstance(each, OfWorld)))


NO_SURPRISES = Surprises(1, ())


class SurprisesError(ValueError):
    """The file of surprises cannot be used; the message says why."""


def read_surprises(raw: bytes) -> Surprises:
    """Read surprises from JSON. Raises SurprisesError for anything that they cannot be."""
    if len(raw) > MOST_BYTES:
        raise SurprisesError(f"it is larger than {MOST_BYTES} bytes")
    try:
        return msgspec.json.decode(raw, type=Surprises)
    except msgspec.MsgspecError as error:
        raise SurprisesError(str(error)) from error
