"""Each trouble is one notice while it lasts, gone by itself when it is over, and in the list after it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from console.desk.watching import Gone, News
from console.domain.actors import Actor, Role
from console.domain.changes import ChatHeard, Entry, HeardLine
from console.domain.chat import ChatLine, SourceState, SourceStatus
from console.domain.connections import ShopState, ShopStatus
from console.domain.show import Purpose
from console.domain.status import ComputerStatus, FileState, FileStatus
from console.ui.console_view import ConsoleView
from console.ui.deeds import Deeds
from console.ui.standings import Standings
from console.ui.style.look import LiveLook
from console.ui.troubles.drawer import TroublesDrawer
from console.ui.troubles.model import trouble_lines
from console.ui.troubles.teller import Troubles
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.list_model import ROW
from console.ui.widgets.notices import Notices
from console.ui.words.times import clock_text
from tests.ui.conftest import EVENING, NO_PICTURES, FakeActs, FakeLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints

READY = ShopStatus("vendure", ShopState.READY)
CUT = ShopStatus("vendure", ShopState.TROUBLE, "The shop cannot be reached", "Check the network.")
BROKEN = "The shop is broken (500)."
DISK = "trouble disk"
SHOP = "trouble shop vendure"


@pytest.fixture
def opened() -> list[str]:
    """What the notices' buttons opened."""
    return []


@pytest.fixture
def troubles(acts: FakeActs, line: FakeLine, opened: list[str]) -> Iterator[Troubles]:
    made = Troubles(
        acts, Standings(acts.bridge, line.clock), lambda: opened.append("connections"), lambda: opened.append("outbox")
    )
    yield made
    made._tick.stop()


def tell(acts: FakeActs, *news: News) -> None:
    acts.line.tell(*news)
    acts.settle()


def pass_time(acts: FakeActs, troubles: Troubles, **much: float) -> None:
    acts.line.pass_time(**much)
    troubles.look()


def told(acts: FakeActs) -> list[tuple[str, str]]:
    return [(key, title) for key, title, _ in acts.notices]


def test_one_poll_that_fails_is_no_trouble(acts: FakeActs, troubles: Troubles) -> None:
    tell(acts, READY, CUT)
    pass_time(acts, troubles, seconds=1)
    tell(acts, ShopStatus("vendure", ShopState.CONNECTING), READY)
    pass_time(acts, troubles, seconds=1)
    assert acts.notices == []
    assert list(troubles.past) == []


def test_a_cut_shop_is_one_notice_with_its_next_step_and_a_way_to_try_again(acts: FakeActs, troubles: Troubles) -> None:
    tell(acts, READY)
    pass_time(acts, troubles, seconds=2)
    tell(acts, CUT)
    for _ in range(20):
        pass_time(acts, troubles, seconds=15)
        tell(acts, ShopStatus("vendure", ShopState.CONNECTING), CUT)
    ((key, title, step),) = acts.notices
    assert key == SHOP
    assert title.startswith("Shop vendure: cut since ")
    assert "may be missing; the show goes on" in step
    assert "Check the network." in step
    assert acts.graves[SHOP]
    deed = acts.deeds[SHOP]
    assert deed is not None
    deed.do()
    assert acts.line.retried == ["vendure"]


def test_a_trouble_that_is_over_goes_by_itself_and_is_remembered(acts: FakeActs, troubles: Troubles) -> None:
    tell(acts, READY, CUT)
    pass_time(acts, troubles, minutes=3)
    tell(acts, READY)
    assert acts.ended == [SHOP]
    ((past),) = troubles.past
    assert past.ended - past.began == timedelta(minutes=3)


def test_a_connection_that_is_removed_is_no_trouble_any_more(acts: FakeActs, troubles: Troubles) -> None:
    tell(acts, READY, CUT)
    pass_time(acts, troubles, minutes=3)
    tell(acts, Gone("vendure"))
    assert acts.ended == [SHOP]


def test_numbers_say_since_when_they_may_lack_orders(acts: FakeActs, troubles: Troubles) -> None:
    words: list[str] = []
    troubles.aged.connect(words.append)
    tell(acts, READY)
    pass_time(acts, troubles, seconds=2)
    tell(acts, CUT)
    pass_time(acts, troubles, seconds=5)
    assert len(words) == 1
    assert words[0].startswith("orders since ")
    tell(acts, READY)
    assert words[1:] == [""]


def test_a_sync_that_is_stuck_without_a_word_is_told(acts: FakeActs, troubles: Troubles) -> None:
    tell(acts, READY)
    pass_time(acts, troubles, seconds=9)
    assert acts.notices == []
    pass_time(acts, troubles, seconds=6)
    assert [title.partition(" since")[0] for _, title in told(acts)] == ["Shop vendure: no answer"]


def test_what_a_shop_fails_to_do_again_and_again_says_since_when_and_leads_to_the_outbox(
    acts: FakeActs, troubles: Troubles, opened: list[str]
) -> None:
    since = EVENING - timedelta(minutes=12)
    tell(acts, ShopStatus("vendure", ShopState.READY, unsent=BROKEN, stuck=since))
    ((key, title, step),) = acts.notices
    assert title == f"To the shop vendure: fails again and again since {clock_text(since)}: {BROKEN}"
    assert "put aside" in step
    deed = acts.deeds[key]
    assert deed is not None
    deed.do()
    assert opened == ["outbox"]
    assert len(troubles.lasting) == 1
    tell(acts, READY)
    assert acts.ended == [key]


def test_a_rehearsal_that_runs_fast_has_no_stuck_shop(acts: FakeActs, troubles: Troubles) -> None:
    acts.line.show = replace(acts.line.show, purpose=Purpose.REHEARSAL)
    acts.line.begin_again()
    tell(acts, READY)
    pass_time(acts, troubles, minutes=2)
    pass_time(acts, troubles, minutes=2)
    assert acts.notices == []
    tell(acts, CUT)
    pass_time(acts, troubles, minutes=2)
    assert [key for key, _ in told(acts)] == [SHOP]


def test_a_silent_room_needs_a_look_and_is_not_grave(acts: FakeActs, troubles: Troubles, opened: list[str]) -> None:
    tell(acts, SourceStatus("twitch:a", SourceState.LISTENING, EVENING, usual=timedelta(seconds=4)))
    pass_time(acts, troubles, minutes=2)
    pass_time(acts, troubles, minutes=4)
    ((key, title),) = told(acts)
    assert title.startswith("Chat twitch:a: silent since ")
    assert not acts.graves[key]
    deed = acts.deeds[key]
    assert deed is not None
    deed.do()
    assert opened == ["connections"]


def test_a_line_ends_the_trouble_of_a_room_though_its_status_is_not_told_again(
    acts: FakeActs, troubles: Troubles
) -> None:
    tell(acts, SourceStatus("twitch:a", SourceState.LISTENING, arrived_at=EVENING))
    pass_time(acts, troubles, minutes=4)
    ((key, title),) = told(acts)
    assert title.startswith("Chat twitch:a: people arrive, but nobody has spoken since ")
    for backlog, lasts in ((True, True), (False, False)):
        line = ChatLine("twitch:a", f"{backlog}", "a", "Ann", "hi", acts.line.now, backlog=backlog)
        tell(acts, Entry(ChatHeard((HeardLine(line),)), acts.line.now, Actor("", Role.DESK), ""))
        pass_time(acts, troubles, seconds=1)
        assert (key in troubles.lasting) is lasts


def test_a_full_disk_is_told_once_however_its_bytes_change_and_worse_is_told_again(
    acts: FakeActs, troubles: Troubles
) -> None:
    tell(acts, FileStatus("a.cuedesk", FileState.SAVED), ComputerStatus(1_500_000_000))
    for free in (1_400_000_000, 1_300_000_000):
        pass_time(acts, troubles, seconds=11)
        tell(acts, ComputerStatus(free))
    assert told(acts) == [(DISK, "Disk: less than 2 GB free")]
    tell(acts, ComputerStatus(100_000_000))
    assert told(acts)[1:] == [(DISK, "Disk: nearly full, less than 0.2 GB free")]
    tell(acts, ComputerStatus(9_000_000_000))
    assert acts.ended == [DISK]


def test_a_clock_that_was_set_and_saves_that_wait_are_told(acts: FakeActs, troubles: Troubles) -> None:
    tell(acts, ComputerStatus(9_000_000_000, timedelta(seconds=3), timedelta(minutes=-12)))
    pass_time(acts, troubles, seconds=11)
    titles = [title for _, title in told(acts)]
    assert "Saving: slow" in titles
    assert any("set back by 12 min" in title for title in titles)


def test_the_list_has_what_lasts_and_what_is_over(
    qtbot: QtBot, acts: FakeActs, troubles: Troubles, look: LiveLook
) -> None:
    drawer = TroublesDrawer(troubles, look)
    qtbot.addWidget(drawer)
    drawer.show()
    empty = drawer.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.isVisible()
    tell(acts, READY, CUT, ComputerStatus(100_000_000))
    pass_time(acts, troubles, minutes=3)
    tell(acts, READY)
    model = drawer.list.model()
    lines = [trouble_lines(model.index(at, 0), look.palette) for at in range(model.rowCount())]
    assert [line.title for line in lines] == ["Disk", "Shop · vendure"]
    assert lines[0].right.startswith("since ")
    assert lines[1].right.endswith(", 3 min")
    assert "cannot be reached" in lines[1].below
    assert model.index(0, 0).data(ROW).told


def test_the_windows_notices_do_what_their_button_says(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> None:
    notices = Notices(look)
    qtbot.addWidget(notices)
    deeds = Deeds(acts.bridge, notices)
    view = ConsoleView(deeds, look, acts.line.clock, NO_PICTURES)
    qtbot.addWidget(view)
    acts.settle()
    tell(acts, READY, CUT)
    acts.line.pass_time(seconds=20)
    view.drawers.troubles.look()
    assert list(notices.keys) == [SHOP]
    notices.acted.emit(SHOP)
    assert acts.line.retried == ["vendure"]
    assert view.stock.body.left.aged.isVisibleTo(view.stock.body.left)
    tell(acts, READY)
    assert list(notices.keys) == []
    assert not view.stock.body.left.aged.isVisibleTo(view.stock.body.left)
    view.close_down()


def test_a_copied_file_says_at_once_that_nothing_is_sent(acts: FakeActs, troubles: Troubles, line: FakeLine) -> None:
    line.show = replace(line.show, held=True)
    line.begin_again()
    acts.settle()
    pass_time(acts, troubles, seconds=11)
    assert [title for _, title in told(acts)] == ["To the shop: nothing is sent from a copied or restored file"]
    line.show = replace(line.show, held=False)
    line.begin_again()
    acts.settle()
    assert troubles.lasting == {}
