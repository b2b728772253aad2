"""What goes wrong in a rehearsal: the file is strict, and a second alone says what is so in it."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from console.desk.ports import ShopUnreachable
from console.domain.commands import (
    Command,
    ImportRundown,
    NoteCue,
    PauseSegment,
    Pin,
    QueueProducts,
    ResumeSegment,
    SaveProduct,
    SendCue,
    Take,
)
from console.domain.cues import CueKind
from console.domain.money import Money
from console.domain.rundown import Segment
from console.domain.script.facts import Known
from console.domain.show import Show
from console.rehearsal.surprises import (
    AnchorAway,
    Cued,
    OfferEnds,
    OfPeople,
    OfWorld,
    Overrun,
    PriceChanges,
    SellsOut,
    ShopSilent,
    Surprises,
    SurprisesError,
    Trolls,
    read_surprises,
)
from console.rehearsal.surprising import Surprising, asked, bought_out
from tests.domain.goods import FIVE, NOON, after, running
from tests.rehearsal.test_scenario_shop import StandingClock, shop_of

ROWS = (Segment("Caps", FIVE, products=("cap",)),)


def sample(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "surprises.json").read_bytes())
    return found


def test_the_samples_surprises_are_of_every_kind(sample_folder: Path) -> None:
    read = read_surprises((sample_folder / "surprises.json").read_bytes())
    assert len({type(each) for each in read.surprises}) == 9
    assert {type(each) for each in read.by_world().surprises} == {SellsOut, PriceChanges, Trolls, ShopSilent}
    assert read.by_world().answers is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"what": "earthquake"}, "earthquake"),
        ({"at": -1}, ">= 0"),
        ({"seconds": 0}, ">= 1"),
        ({"second": 5}, "unknown field"),
        ({"at": "1:00"}, "Expected `int`"),
    ],
)
def test_a_file_that_says_something_else_is_refused_with_the_place(
    sample_folder: Path, change: dict[str, object], told: str
) -> None:
    file = sample(sample_folder)
    file["surprises"][0] |= change
    with pytest.raises(SurprisesError, match=told):
        read_surprises(json.dumps(file).encode())


def test_a_file_of_another_version_is_refused(sample_folder: Path) -> None:
    with pytest.raises(SurprisesError, match="version"):
        read_surprises(json.dumps(sample(sample_folder) | {"version": 2}).encode())


@pytest.fixture
def show() -> Show:
    """On air with its only segment live, and its product explained."""
    return after(running({"cap": 90}, [ImportRundown("plan", "d", ROWS), Take()]), QueueProducts(("cap",)), Pin(2))


def commands(surprise: OfWorld | OfPeople, n: int, show: Show) -> list[Command]:
    return [command for command, _ in asked(surprise, n, show, NOON)]


def test_while_the_anchor_is_away_the_clock_is_held(show: Show) -> None:
    away = AnchorAway(at=10, seconds=5)
    told = {n: each for n in range(20) if (each := commands(away, n, show))}
    assert told == {10: [PauseSegment()], 15: [ResumeSegment()]}


def test_a_price_that_turns_out_wrong_changes_what_is_explained(show: Show) -> None:
    assert show.explained
    (command,) = commands(PriceChanges(at=10, percent=108), 10, show)
    assert isinstance(command, SaveProduct)
    assert [each.price for each in command.product.variants] == [Money(1990 * 108 // 100, "USD")]
    assert commands(PriceChanges(at=10, percent=108), 11, show) == []


def test_a_cue_is_noted_late_or_never(show: Show) -> None:
    late, never = Cued(at=10, kind=CueKind.WRAP_UP, noted_after=7), Cued(at=10, kind=CueKind.STRETCH)
    sent = after(show, *commands(late, 10, show), *commands(never, 10, show))
    assert [cue.kind for cue in sent.cues] == [CueKind.WRAP_UP, CueKind.STRETCH]
    assert commands(late, 17, sent) == [NoteCue(sent.cues[0].id)]
    assert [commands(never, n, sent) for n in range(11, 99)] == [[]] * 88
    assert commands(late, 10, show) == [SendCue(CueKind.WRAP_UP)]


def test_an_offer_is_on_air_with_its_end(show: Show) -> None:
    offered = after(show, *commands(OfferEnds(at=10, seconds=30, coupon="CAP5"), 10, show))
    assert offered.live
    assert offered.live.copy
    assert (offered.live.copy.coupon, offered.live.copy.offer_until) == ("CAP5", NOON + timedelta(seconds=30))
    assert not Known(offered, offered.live.copy, NOON).offer_ended
    assert Known(offered, offered.live.copy, NOON + timedelta(seconds=30)).offer_ended


def test_an_overrun_is_of_what_is_live_when_it_begins(show: Show) -> None:
    surprising = Surprising(Surprises(1, (Overrun(at=100, seconds=60),)))
    told = [surprising.overrun(since, n, show) for since, n in ((0, 99), (0, 100), (0, 500), (101, 500))]
    assert told == [0, 60, 60, 0]


def test_what_is_told_by_a_row_happens_when_its_segment_is_live(show: Show) -> None:
    caps, bye = Overrun(at=10, row=1, seconds=5), Overrun(at=10, row=2, seconds=5)
    assert (caps.in_show(show), bye.in_show(show)) == (Overrun(at=10, seconds=5), None)
    two = running({"cap": 90}, [ImportRundown("plan", "d", (*ROWS, Segment("Bye", FIVE))), Take()])
    taken = after(two, Take(), now=NOON + FIVE)
    assert bye.in_show(taken) == Overrun(at=310, seconds=5)


def test_trolls_say_no_line_twice_under_one_name(show: Show) -> None:
    trolls = Trolls(at=100, seconds=4, a_second=3, names=("a", "b"), lines=("x", "y", "z"))
    said = [line for n in range(200) for line in Surprising(Surprises(1, (trolls,))).lines(n, "en", show, NOON)]
    assert len({line.id for line in said}) == len(said) == 12
    assert {(line.name, line.text) for line in said} == {(name, text) for name in "ab" for text in "xyz"}


def test_one_buyer_takes_all_that_is_left_and_no_more() -> None:
    shop = shop_of(StandingClock(), on_hand={"A": 29, "B": 0, "C": 0})
    rush = SellsOut(at=1, seconds=9, buyer="Corner shop", lot=12)
    assert [bought_out(shop, sku, rush) for sku in ("A", "B", "none of it")] == [3, 0, 0]
    orders = [shop.order(ref) for ref in shop.open_refs]
    assert [line.placed for order in orders if order for line in order.lines] == [12, 12, 5]


def test_a_silent_shop_answers_nothing_and_sells_on() -> None:
    shop = shop_of(StandingClock())
    shop.silent = True
    rush = SellsOut(at=1, seconds=9, buyer="Corner shop", lot=12)
    assert bought_out(shop, "A", rush) == 1
    for call in (shop.connect(), shop.changes(""), shop.orders(()), shop.levels(()), shop.drafts(())):
        with pytest.raises(ShopUnreachable) as failed:
            asyncio.run(call)
        assert failed.value.nothing_done
    shop.silent = False
    assert len(asyncio.run(shop.changes("")).orders) == 1
