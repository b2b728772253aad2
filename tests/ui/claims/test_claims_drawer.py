from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from console.domain.claims.buyers import Past, Told
from console.domain.claims.claim import Claim, ClaimState
from console.domain.claims.reading import Asked, Verdict
from console.domain.commands import (
    ClaimByHand,
    DueNow,
    ExtendHold,
    JoinBuyers,
    MarkBuyer,
    MarkPaid,
    PartBuyers,
    ReleaseClaim,
    ReviewClaim,
    SendOrders,
    SetClaimRules,
)
from console.ui.claims import acts as claims_acts
from console.ui.claims.drawer import ClaimsDrawer
from console.ui.claims.row import Section
from console.ui.style.palette import DARK
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.list_model import ROW
from console.ui.widgets.two_lines import TwoLines
from tests.ui.claims.conftest import MUG, SHIRT, Said, drafted, linked
from tests.ui.conftest import FakeActs, FakeLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints


def rows(drawer: ClaimsDrawer) -> list[str]:
    return [drawer._model.index(at, 0).data() for at in range(drawer._model.rowCount())]


def lines(drawer: ClaimsDrawer, at: int = 0) -> TwoLines:
    return drawer._lines(drawer._model.index(at, 0), DARK)


def state(line: FakeLine, claim: Claim) -> ClaimState:
    found = line.show.claims.by_id.get(claim.id)
    assert found is not None
    return found.state


def press(drawer: ClaimsDrawer, key: Qt.Key, acts: FakeActs) -> None:
    QTest.keyClick(drawer.list, key)
    acts.settle()


def test_without_a_claim_it_says_what_goes_there(drawer: ClaimsDrawer) -> None:
    empty = drawer.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.isVisible()


def test_what_needs_a_person_comes_first_then_holds_then_who_waits_then_what_is_over(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    over = said("ann", MUG)
    live.decide(ReleaseClaim(over.id))
    said("bob", SHIRT, 10_000)
    said("cid", MUG)
    said("dan", MUG, verdict=Verdict.REVIEW)
    acts.settle()
    assert rows(drawer) == [f"1 × {MUG}: dan", f"1 × {MUG}: cid", f"10000 × {SHIRT}: bob", f"1 × {MUG}: ann"]
    assert drawer.head.caption.value == "1 in the tray"
    assert [lines(drawer, at).right for at in range(4)] == ["needs you", "15:00", "waiting", "released"]
    assert lines(drawer, 2).below_right == "number 1"


def test_the_words_of_the_line_stand_beside_the_buyer(drawer: ClaimsDrawer, said: Said, acts: FakeActs) -> None:
    said("mia", name="Mia <b>")
    acts.settle()
    assert lines(drawer).below == "Mia <b> · SOLD 12"


def test_deadlines_count_down(drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs) -> None:
    said()
    acts.settle()
    live.pass_time(seconds=61)
    assert lines(drawer).right == "13:59"


@pytest.mark.parametrize(("key", "accept"), [(Qt.Key.Key_A, True), (Qt.Key.Key_R, False)])
def test_one_key_accepts_or_rejects(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs, key: Qt.Key, accept: bool
) -> None:
    asked = said(verdict=Verdict.REVIEW)
    acts.settle()
    press(drawer, key, acts)
    assert live.asked == [ReviewClaim(asked.id, accept)]
    assert state(live, asked) is (ClaimState.GRANTED if accept else ClaimState.CANCELLED)


def test_one_key_changes_the_items(drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs) -> None:
    asked = said(verdict=Verdict.REVIEW)
    acts.settle()
    press(drawer, Qt.Key.Key_E, acts)
    assert drawer.detail.items.text() == f"{SHIRT} 1"
    drawer.detail.items.setText(f"{MUG} x 2, {SHIRT}")
    QTest.keyClick(drawer.detail.items, Qt.Key.Key_Return)
    assert live.asked == [ReviewClaim(asked.id, accept=True, items=(Asked(MUG, 2), Asked(SHIRT, 1)))]
    assert not drawer.detail.items.isVisible()


def test_what_is_no_sku_is_said_and_nothing_is_asked(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    said(verdict=Verdict.REVIEW)
    acts.settle()
    press(drawer, Qt.Key.Key_E, acts)
    drawer.detail.items.setText("NOTHING 2")
    QTest.keyClick(drawer.detail.items, Qt.Key.Key_Return)
    assert live.asked == []
    assert "NOTHING 2" in drawer.detail._wrong.value
    QTest.keyClick(drawer.detail.items, Qt.Key.Key_Escape)
    assert not drawer.detail.items.isVisible()


def test_a_double_press_deals_with_one_claim_alone(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    said("mia", verdict=Verdict.REVIEW)
    said("bob", verdict=Verdict.REVIEW)
    acts.settle()
    press(drawer, Qt.Key.Key_A, acts)
    press(drawer, Qt.Key.Key_A, acts)
    assert len(live.asked) == 1


def test_the_next_of_the_tray_is_chosen_when_one_is_dealt_with(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    said("ann")
    asked = [said(buyer, verdict=Verdict.REVIEW) for buyer in ("bob", "cid", "dan")]
    acts.settle()
    drawer.list.setCurrentIndex(drawer._model.index(drawer._model.row_of(asked[0].id)))
    for key in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_A):
        drawer.deeds._pressed.invalidate()
        press(drawer, key, acts)
    assert [command.claim for command in live.asked if isinstance(command, ReviewClaim)] == [each.id for each in asked]


def test_a_joined_buyer_is_one_buyer(drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs) -> None:
    said("ann")
    live.decide(JoinBuyers("twitch/ann", "irc/ann"))
    live.told = Told(past={"irc/ann": Past(claims=1, unpaid=1)})
    live.begin_again()
    acts.settle()
    assert lines(drawer).below_right == "1 left unpaid · repeat"


def test_a_hold_is_held_longer_paid_or_released(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    claim = said()
    acts.settle()
    for key, command in (
        (Qt.Key.Key_H, ExtendHold(claim.id, timedelta(minutes=15))),
        (Qt.Key.Key_L, ReleaseClaim(claim.id)),
    ):
        drawer.deeds._pressed.invalidate()
        press(drawer, key, acts)
        assert live.asked[-1] == command
    paid = said("bob")
    acts.settle()
    drawer.list.setCurrentIndex(drawer._model.index(drawer._model.row_of(paid.id)))
    drawer.deeds._pressed.invalidate()
    press(drawer, Qt.Key.Key_P, acts)
    assert live.asked[-1] == MarkPaid(paid.id)
    assert state(live, paid) is ClaimState.PAID


def test_what_waits_for_a_person_cannot_be_released_by_a_slip(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    said(verdict=Verdict.REVIEW)
    acts.settle()
    for key in (Qt.Key.Key_L, Qt.Key.Key_P, Qt.Key.Key_H):
        press(drawer, key, acts)
    assert live.asked == []


def test_who_waited_moves_up_in_the_list_when_pieces_are_free(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    level = live.show.stock.get(SHIRT)
    assert level is not None
    first = said("ann", pieces=level.available)
    second = said("bob", pieces=level.available)
    acts.settle()
    assert lines(drawer, 1).below_right == "number 1"
    live.decide(ReleaseClaim(first.id))
    acts.settle()
    assert drawer._model.index(0).data(ROW).claim.id == second.id
    assert drawer._model.counts[Section.HELD] == 1
    assert "bob" not in drawer.detail.meaning


@pytest.mark.parametrize(
    ("text", "found"), [("mug", 1), ("BOB", 1), ("sold", 2), ("nobody", 0), ("twitch/ann", 1), ("buyer:bob sold", 1)]
)
def test_claims_are_found_by_sku_buyer_or_words(
    drawer: ClaimsDrawer, said: Said, acts: FakeActs, text: str, found: int
) -> None:
    said("ann", MUG)
    said("bob", SHIRT)
    acts.settle()
    drawer.sifting.search.setText(text)
    assert len(rows(drawer)) == found
    assert drawer.detail.isVisible() is (found > 0)


def test_claims_of_a_chat_or_by_hand_alone_can_be_shown(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    said("ann", MUG)
    live.decide(ClaimByHand("hand/Tom", (Asked(MUG, 1),), name="Tom"))
    acts.settle()
    sources = drawer.sifting.sources
    assert [sources.itemText(at) for at in range(sources.count())] == ["All chats", "twitch:shop", "By hand"]
    for at, found in ((1, f"1 × {MUG}: ann"), (2, f"1 × {MUG}: Tom")):
        sources.setCurrentIndex(at)
        assert rows(drawer) == [found]
    QTest.keyClick(drawer.list, Qt.Key.Key_Escape)
    assert len(rows(drawer)) == 2


def test_one_key_shows_what_else_the_buyer_claimed_and_another_exports_it(
    drawer: ClaimsDrawer, said: Said, acts: FakeActs
) -> None:
    said("ann", MUG)
    said("bob", MUG)
    acts.settle()
    wanted: list[str] = []
    drawer.export_wanted.connect(wanted.append)
    drawer.list.setCurrentIndex(drawer._model.index(1))
    press(drawer, Qt.Key.Key_U, acts)
    assert rows(drawer) == [f"1 × {MUG}: bob"]
    drawer.sifting.sections.setCurrentIndex(2)
    press(drawer, Qt.Key.Key_X, acts)
    assert wanted == ["buyer:twitch/bob state:granted,partly"]


def test_a_section_alone_can_be_shown(drawer: ClaimsDrawer, said: Said, acts: FakeActs) -> None:
    said("ann")
    said("bob", verdict=Verdict.REVIEW)
    acts.settle()
    drawer.sifting.sections.setCurrentIndex(1)
    assert rows(drawer) == [f"1 × {SHIRT}: bob"]
    assert drawer.sifting.sections.itemText(1) == "What needs you · 1"


def test_a_buyer_is_told_by_tags_that_count_what_became_of_claims(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    linked(live)
    said("new")
    drafted(live)
    acts.settle()
    assert lines(drawer).below_right == "first time"
    live.pass_time(minutes=16)
    live.decide(DueNow())
    acts.settle()
    said("new")
    acts.settle()
    assert lines(drawer).below_right == "1 left unpaid · repeat"


def test_earlier_shows_count_for_the_tags(drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs) -> None:
    said("old")
    live.told = Told(past={"twitch/old": Past(claims=3, unpaid=2)})
    live.begin_again()
    acts.settle()
    assert lines(drawer).below_right == "2 left unpaid · repeat"


def test_a_buyer_is_restricted_and_no_longer(drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs) -> None:
    said("mia")
    acts.settle()
    press(drawer, Qt.Key.Key_B, acts)
    assert live.asked == [MarkBuyer("twitch/mia", restricted=True)]
    assert lines(drawer).below_right.startswith("restricted")
    drawer.deeds._pressed.invalidate()
    press(drawer, Qt.Key.Key_B, acts)
    assert live.asked[-1] == MarkBuyer("twitch/mia", restricted=False)


def test_the_receipt_can_be_pasted_and_names_nobody(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    level = live.show.stock.get(SHIRT)
    assert level is not None
    won = said("winner", pieces=level.available, name="Winner")
    lost = said("late", pieces=2, name="Late")
    acts.settle()
    drawer.list.setCurrentIndex(drawer._model.index(drawer._model.row_of(lost.id)))
    press(drawer, Qt.Key.Key_C, acts)
    words = QGuiApplication.clipboard().text()
    assert f"Claim {lost.id} reached the desk" in words
    assert f"Had pieces before: claim {won.id} ({level.available})." in words
    assert "Number 1 of those who waited." in words
    assert "because too few were left" in words
    assert "claims count by their arrival" in words
    assert "inner" not in words
    assert acts.notices[-1][0] == "receipt"


def test_a_full_copy_is_taken_up(drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs) -> None:
    said("mia")
    acts.settle()
    live.show = replace(live.show, claims=type(live.show.claims)())
    live.begin_again()
    acts.settle()
    assert rows(drawer) == []
    assert not drawer.list.isVisible()


def test_the_order_is_told_and_one_key_copies_what_is_to_be_paid(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    linked(live)
    said("mia")
    acts.settle()
    assert "The order is on its way to shop." in drawer.detail.meaning
    drafted(live, "ABC123")
    acts.settle()
    assert "Order ABC123 waits at shop to be paid." in drawer.detail.meaning
    press(drawer, Qt.Key.Key_O, acts)
    assert QGuiApplication.clipboard().text() == "ABC123"


def test_where_a_person_sends_the_orders_one_key_sends_the_buyers(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    linked(live)
    live.decide(SetClaimRules(replace(live.show.claims.rules, sends_orders=False)))
    claim = said("mia")
    acts.settle()
    assert not live.show.open_errands
    press(drawer, Qt.Key.Key_S, acts)
    assert live.asked == [SendOrders(claim.buyer)]
    assert len(live.show.open_errands) == 1
    assert not drawer.deeds.actions[claims_acts.SEND].isEnabled()


def test_two_claims_are_chosen_to_join_their_buyers_and_a_key_parts_them(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    said("ann")
    said("ann_b")
    acts.settle()
    press(drawer, Qt.Key.Key_J, acts)
    assert live.asked == []
    drawer.list.setCurrentIndex(drawer._model.index(1))
    press(drawer, Qt.Key.Key_J, acts)
    assert live.asked == [JoinBuyers("twitch/ann", "twitch/ann_b")]
    QTest.keyClick(drawer.list, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    acts.settle()
    assert live.asked[1:] == [PartBuyers(("twitch/ann_b",))]
    assert live.show.claims.identities("twitch/ann") == ("twitch/ann",)


def test_escape_joins_nobody(drawer: ClaimsDrawer, said: Said, acts: FakeActs) -> None:
    said("ann")
    acts.settle()
    press(drawer, Qt.Key.Key_J, acts)
    QTest.keyClick(drawer.list, Qt.Key.Key_Escape)
    assert (drawer.buyers.joining, drawer.isVisible()) == ("", True)


def test_one_buyer_pays_the_other_way_and_no_longer(
    drawer: ClaimsDrawer, said: Said, live: FakeLine, acts: FakeActs
) -> None:
    said("ann")
    acts.settle()
    press(drawer, Qt.Key.Key_T, acts)
    assert live.show.claims.rules.otherwise == ("twitch/ann",)
    assert live.show.claims.pays_first("twitch/ann")
    press(drawer, Qt.Key.Key_T, acts)
    assert not live.show.claims.pays_first("twitch/ann")


def test_a_receipt_is_shown_in_place_of_the_list_until_escape(drawer: ClaimsDrawer, said: Said, acts: FakeActs) -> None:
    said("ann")
    acts.settle()
    press(drawer, Qt.Key.Key_C, acts)
    assert drawer.receipt.toPlainText() == QGuiApplication.clipboard().text()
    assert (drawer.receipt.isVisible(), drawer.list.isVisible()) == (True, False)
    QTest.keyClick(drawer.receipt, Qt.Key.Key_Escape)
    assert (drawer.receipt.isVisible(), drawer.list.isVisible(), drawer.isVisible()) == (False, True, True)
