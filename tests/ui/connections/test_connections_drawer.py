"""The drawer of connections: what is set up and how it stands; adding, testing, changing, removing."""

import asyncio
from concurrent.futures import Future
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from console.desk.watching import Gone, News
from console.domain.chat import SourceState, SourceStatus
from console.domain.commands import RemoveConnection, SetConnection
from console.domain.connections import Connection, ConnectionKind, ShopState, ShopStatus
from console.domain.secret import Secret
from console.domain.show import Purpose
from console.domain.trials import RoomJoined, ShopFound, TrialFailed, Verdict
from console.ui.connections.drawer import ConnectionsDrawer
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.list_model import ROW
from tests.ui.conftest import EVENING, FakeActs, ended

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints

SHOP = Connection("vendure", ConnectionKind.SHOP, "vendure+https://ann@shop.example")
ROOM = Connection("twitch:kite", ConnectionKind.CHAT, "twitch:kite")
FOUND = ShopFound("boutique", "USD", "USD", timedelta(seconds=1), 1_200)


def set_up(acts: FakeActs, *connections: Connection) -> None:
    for each in connections:
        acts.line.decide(SetConnection(each))
    acts.line.asked.clear()
    acts.settle()


def tell(acts: FakeActs, *news: News) -> None:
    acts.line.tell(*news)
    acts.settle()


def rows(drawer: ConnectionsDrawer) -> list[tuple[str, str, str]]:
    model = drawer.listing.list.model()
    found = [model.index(at, 0).data(ROW) for at in range(model.rowCount())]
    return [(row.connection.name, row.check.words, row.age) for row in found]


def choose(drawer: ConnectionsDrawer, name: str) -> None:
    names = [each[0] for each in rows(drawer)]
    drawer.listing.list.setCurrentIndex(drawer.listing.list.model().index(names.index(name), 0))


def write(field: QLineEdit, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


async def begun(acts: FakeActs) -> None:
    async with asyncio.timeout(20):
        while not acts.line.tried:  # noqa: ASYNC110 - it sets no event
            await asyncio.sleep(0)
    await asyncio.sleep(0)


def test_without_connections_it_says_what_goes_here_and_begins_with_a_shop(drawer: ConnectionsDrawer) -> None:
    empty = drawer.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    empty.acted.emit()
    assert drawer.form.isVisible()
    assert drawer.form.user.isVisible()


def test_a_rehearsal_says_that_it_reaches_nobody(drawer: ConnectionsDrawer, acts: FakeActs) -> None:
    acts.line.show = replace(acts.line.show, purpose=Purpose.REHEARSAL)
    acts.line.begin_again()
    acts.settle()
    QTest.keyClick(drawer, Qt.Key.Key_S)
    assert not drawer.form.isVisible()
    tell(acts, ShopStatus("rehearsal", ShopState.READY))
    assert rows(drawer) == [("rehearsal", "up to date", "0 s")]
    assert not drawer.listing.detail.test.isVisible()
    assert not drawer.listing.detail.remove.isVisible()


def test_each_connection_stands_in_words_with_its_age_shops_first(drawer: ConnectionsDrawer, acts: FakeActs) -> None:
    QAbstractItemModelTester(drawer.listing.model, QAbstractItemModelTester.FailureReportingMode.Fatal, drawer)
    set_up(acts, ROOM, SHOP)
    assert rows(drawer) == [("vendure", "not begun yet", ""), ("twitch:kite", "not begun yet", "")]
    tell(acts, ShopStatus("vendure", ShopState.READY), SourceStatus("twitch:kite", SourceState.LISTENING))
    acts.line.pass_time(seconds=2)
    drawer.follow()
    assert rows(drawer) == [("vendure", "up to date", "2 s"), ("twitch:kite", "joined; nobody has spoken yet", "")]


def test_a_cut_shop_says_since_when_why_and_what_that_means(drawer: ConnectionsDrawer, acts: FakeActs) -> None:
    set_up(acts, SHOP)
    tell(acts, ShopStatus("vendure", ShopState.READY))
    acts.line.pass_time(minutes=3)
    tell(acts, ShopStatus("vendure", ShopState.TROUBLE, "The shop cannot be reached", "Check the network."))
    ((_, words, age),) = rows(drawer)
    assert (words.partition(":")[0], age) == ("cut since " + words[10:12], "3 min")
    assert "cannot be reached" in words
    step = drawer.listing.detail.stands.step.text()
    assert "may be missing" in step
    assert "the show goes on" in step
    assert "Check the network." in step
    QTest.keyClick(drawer.listing.list, Qt.Key.Key_R)
    assert acts.line.retried == ["vendure"]


def test_a_shop_is_added_its_secret_kept_and_the_field_emptied(drawer: ConnectionsDrawer, acts: FakeActs) -> None:
    QTest.keyClick(drawer, Qt.Key.Key_S)
    write(drawer.form.address, "shop.example")
    write(drawer.form.user, "ann")
    write(drawer.form.secret, "dragon-4711")
    QTest.keyClick(drawer.form.secret, Qt.Key.Key_Return)
    acts.settle()
    assert acts.asked == [SetConnection(SHOP)]
    assert acts.line.keyring == {SHOP.address: "dragon-4711"}
    assert drawer.form.secret.text() == ""
    assert [row[0] for row in rows(drawer)] == ["vendure"]
    assert not drawer.form.isVisible()
    assert "dragon" not in f"{acts.line.entries}{acts.notices}"


def test_a_secret_is_known_before_its_connection_is_tried(
    drawer: ConnectionsDrawer, acts: FakeActs, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = acts.line.keep_secret
    asked_before: list[int] = []

    def keeping(connection: Connection, secret: Secret) -> object:
        asked_before.append(len(acts.asked))
        return keep(connection, secret)

    monkeypatch.setattr(acts.line, "keep_secret", keeping)
    QTest.keyClick(drawer, Qt.Key.Key_S)
    write(drawer.form.address, "shop.example")
    write(drawer.form.secret, "dragon-4711")
    drawer.form.save()
    acts.settle()
    assert asked_before == [0]
    assert len(acts.asked) == 1


def test_without_a_keyring_the_connection_is_kept_and_the_way_out_is_said(
    drawer: ConnectionsDrawer, acts: FakeActs
) -> None:
    acts.line.keyring = None
    QTest.keyClick(drawer, Qt.Key.Key_S)
    write(drawer.form.address, "shop.example")
    write(drawer.form.secret, "dragon-4711")
    QTest.keyClick(drawer.form.secret, Qt.Key.Key_Return)
    acts.settle()
    assert drawer.form.isVisible()
    assert "no keyring" in drawer.form.fault.words.text()
    assert drawer.form.secret.text() == ""
    assert [each.name for each in acts.line.show.connections] == ["vendure"]


def test_a_field_is_checked_as_it_is_typed(drawer: ConnectionsDrawer) -> None:
    QTest.keyClick(drawer, Qt.Key.Key_S)
    write(drawer.form.address, "http://shop.example")
    assert "not encrypted" in drawer.form.fault.words.text()
    assert drawer.form.fault.isVisible()
    drawer.form.address.selectAll()
    write(drawer.form.address, "https://shop.example")
    assert not drawer.form.fault.isVisible()


def test_what_is_wrong_is_not_saved(drawer: ConnectionsDrawer, acts: FakeActs) -> None:
    QTest.keyClick(drawer, Qt.Key.Key_C)
    assert not drawer.form.user.isVisible()
    QTest.keyClick(drawer.form.address, Qt.Key.Key_Return)
    assert drawer.form.fault.words.text() == "The address is empty."
    assert acts.asked == []


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (FOUND, "Signed in at boutique, USD, 1200 products, the clock agrees with the shop."),
        (replace(FOUND, currency="EUR"), "boutique sells in EUR, this show in USD."),
        (replace(FOUND, ahead=timedelta(minutes=-9)), "ahead of the shop"),
        (TrialFailed("There is no shop at this address", "Check the shop's address."), "no shop at this address."),
        (RoomJoined(), "Joined. Nobody has spoken yet."),
        (RoomJoined(EVENING - timedelta(minutes=4)), "Joined. The last line is 4 min old."),
    ],
)
def test_a_test_says_what_it_found(drawer: ConnectionsDrawer, acts: FakeActs, verdict: Verdict, words: str) -> None:
    set_up(acts, SHOP)
    acts.line.verdicts = [ended(verdict)]
    QTest.keyClick(drawer.listing.list, Qt.Key.Key_T)
    assert acts.line.tried == [(SHOP, None)]
    assert words in drawer.listing.detail.found.words.text()
    assert drawer.listing.detail.found.isVisible()


def test_the_form_tests_what_is_typed_with_the_secret_that_is_typed(drawer: ConnectionsDrawer, acts: FakeActs) -> None:
    acts.line.verdicts = [ended(FOUND)]
    QTest.keyClick(drawer, Qt.Key.Key_S)
    write(drawer.form.address, "shop.example")
    write(drawer.form.user, "ann")
    write(drawer.form.secret, "dragon-4711")
    QTest.keyClick(drawer.form.secret, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert acts.line.tried == [(SHOP, "dragon-4711")]
    assert "Signed in" in drawer.form.found.words.text()
    assert acts.asked == []


async def test_a_test_can_be_given_up(drawer: ConnectionsDrawer, acts: FakeActs) -> None:
    set_up(acts, SHOP)
    asked: Future[Verdict] = Future()
    acts.line.verdicts = [asked]
    drawer.listing.test()
    await begun(acts)
    assert drawer.listing.detail.test.text() == "Give up the test"
    assert "Connecting" in drawer.listing.detail.found.words.text()
    drawer.listing.test()
    for _ in range(5):
        await asyncio.sleep(0)
    assert asked.cancelled()
    assert not drawer.listing.detail.found.isVisibleTo(drawer)
    assert drawer.listing.detail.test.text() == "Test"


async def test_the_answer_to_a_test_of_another_connection_is_not_told(
    drawer: ConnectionsDrawer, acts: FakeActs
) -> None:
    set_up(acts, SHOP, ROOM)
    asked: Future[Verdict] = Future()
    acts.line.verdicts = [asked]
    drawer.listing.test()
    await begun(acts)
    choose(drawer, "twitch:kite")
    for _ in range(5):
        await asyncio.sleep(0)
    assert asked.cancelled()
    assert not drawer.listing.detail.found.isVisibleTo(drawer)


def test_removing_says_what_stays_behind_and_is_meant_twice(drawer: ConnectionsDrawer, acts: FakeActs) -> None:
    set_up(acts, SHOP, ROOM)
    QTest.keyClick(drawer.listing.list, Qt.Key.Key_Delete)
    assert "stay in the file" in drawer.listing.detail.leaves.words.text()
    assert drawer.listing.detail.remove.text() == "Again to remove"
    assert acts.asked == []
    QTest.keyClick(drawer.listing.list, Qt.Key.Key_Delete)
    acts.settle()
    assert acts.asked == [RemoveConnection("vendure")]
    assert [row[0] for row in rows(drawer)] == ["twitch:kite"]
    assert not drawer.listing.detail.leaves.isVisible()


def test_a_question_about_one_connection_is_no_question_about_the_next(
    drawer: ConnectionsDrawer, acts: FakeActs
) -> None:
    set_up(acts, SHOP, ROOM)
    QTest.keyClick(drawer.listing.list, Qt.Key.Key_Delete)
    choose(drawer, "twitch:kite")
    QTest.keyClick(drawer.listing.list, Qt.Key.Key_Delete)
    assert acts.asked == []
    assert "What was said" in drawer.listing.detail.leaves.words.text()


def test_changing_to_another_server_takes_a_new_name_and_the_old_one_out(
    drawer: ConnectionsDrawer, acts: FakeActs
) -> None:
    set_up(acts, SHOP)
    QTest.keyClick(drawer.listing.list, Qt.Key.Key_F2)
    assert (drawer.form.address.text(), drawer.form.user.text()) == ("https://shop.example", "ann")
    drawer.form.address.clear()
    write(drawer.form.address, "other.example")
    QTest.keyClick(drawer.form.address, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    acts.settle()
    other = Connection("vendure 2", ConnectionKind.SHOP, "vendure+https://ann@other.example")
    assert acts.asked == [SetConnection(other), RemoveConnection("vendure")]
    assert acts.line.keyring == {}


def test_leaving_the_form_keeps_nothing_and_forgets_the_secret(drawer: ConnectionsDrawer, acts: FakeActs) -> None:
    QTest.keyClick(drawer, Qt.Key.Key_S)
    write(drawer.form.secret, "dragon-4711")
    QTest.keyClick(drawer.form.secret, Qt.Key.Key_Escape)
    assert drawer.form.secret.text() == ""
    assert not drawer.form.isVisible()
    assert acts.asked == []


def test_hiding_the_drawer_forgets_the_secret(drawer: ConnectionsDrawer) -> None:
    QTest.keyClick(drawer, Qt.Key.Key_S)
    write(drawer.form.secret, "dragon-4711")
    drawer.hide()
    assert drawer.form.secret.text() == ""


def test_what_is_gone_stands_no_more(drawer: ConnectionsDrawer, acts: FakeActs) -> None:
    set_up(acts, SHOP)
    tell(acts, ShopStatus("vendure", ShopState.READY), Gone("vendure"))
    assert rows(drawer) == [("vendure", "not begun yet", "")]
