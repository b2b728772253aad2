"""The hand-over brief: promised, pending, who waits, what is low."""

from datetime import timedelta

from console.domain.claims.reading import Asked
from console.domain.commands import Command, GoLive, NewShow, OpenIncident, QueueProducts, SendCue, StopSale
from console.domain.cues import CueKind
from console.domain.handover import Handover, handover
from console.domain.incidents import IncidentKind
from console.domain.rundown import Segment
from console.domain.show import Mode, Show
from console.domain.stock_state import StockState
from tests.domain.claiming import claiming
from tests.domain.goods import NOON, after, stocked

EVENING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    stocked("cap", 3),
    stocked("mug", 90),
    QueueProducts(("cap", "mug")),
    GoLive(),
)


def brief(*commands: Command) -> Handover:
    return handover(after(Show(), *EVENING, *commands), NOON)


def test_what_is_promised_is_told_by_item_each_buyer_once() -> None:
    told = brief(
        claiming("m1", "u1", Asked("cap", 1)),
        claiming("m2", "u1", Asked("cap", 1)),
        claiming("m3", "u2", Asked("cap", 1)),
        claiming("m4", "u3", Asked("cap", 1)),
    )
    (cap,) = told.promised
    assert (cap.code, cap.held, cap.buyers, cap.waiting) == ("1", 3, 2, 1)
    assert told.unsent == 2


def test_what_is_low_sold_out_or_stopped_is_named_and_the_rest_is_not() -> None:
    assert [(each.code, each.state, each.left) for each in brief().scarce] == [("1", StockState.LOW, 3)]
    gone = brief(claiming("m1", "u1", Asked("cap", 3)), StopSale(("mug",)))
    assert [(each.code, each.state, each.stopped) for each in gone.scarce] == [
        ("1", StockState.SOLD_OUT, False),
        ("2", StockState.ENOUGH, True),
    ]


def test_open_incidents_and_cues_are_named() -> None:
    told = brief(OpenIncident(IncidentKind.TROLLS), SendCue(CueKind.WRAP_UP, ""))
    assert [each.kind for each in told.incidents] == [IncidentKind.TROLLS]
    assert [each.kind for each in told.cues] == [CueKind.WRAP_UP]


def test_it_tells_what_comes_next_and_nothing_of_an_empty_show() -> None:
    ahead = Show(mode=Mode.OFF, segments=(Segment("Welcome", timedelta(minutes=5), 1),))
    assert handover(ahead, NOON).next == "Welcome"
    assert handover(Show(), NOON) == Handover("", NOON)
