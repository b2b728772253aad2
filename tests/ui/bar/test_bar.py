"""The bar: the show as a whole, its lamps, and its keys."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.desk.watching import Gone, News
from console.domain.actors import Actor, Role
from console.domain.changes import ChatHeard, Entry, HeardLine
from console.domain.chat import ChatLine, SourceState, SourceStatus
from console.domain.commands import EndShow, GoLive, RemoveConnection, SeeOrders, SetConnection, Take
from console.domain.connections import Connection, ConnectionKind, ShopState, ShopStatus
from console.domain.money import Money
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus
from console.domain.show import Mode, Purpose
from console.domain.status import FileState, FileStatus
from console.ui.bar.bar import IDLE_TICK_MS, TICK_MS, Bar
from console.ui.bar.lamp_button import LampButton
from console.ui.style.look import LiveLook
from console.ui.widgets.lamp import LampState
from console.ui.words.times import clock_text
from tests.ui.conftest import EVENING, FakeActs, FakeLine

READY = ShopStatus("vendure", ShopState.READY)
DESK = Actor("", Role.DESK)


def decide(acts: FakeActs, *commands: GoLive | Take | EndShow | SeeOrders | SetConnection | RemoveConnection) -> None:
    for command in commands:
        acts.line.decide(command)
    acts.settle()


def tell(acts: FakeActs, *statuses: News) -> None:
    acts.line.tell(*statuses)
    acts.settle()


def say(acts: FakeActs, lines: int) -> None:
    heard = tuple(
        HeardLine(ChatLine("twitch:kite", f"{acts.line.now}{n}", "a", "Ann", "hi", acts.line.now)) for n in range(lines)
    )
    acts.line.tell(Entry(ChatHeard(heard), acts.line.now, DESK, ""))
    acts.settle()


def lamp(bar: Bar, name: str) -> LampButton:
    bar._update()
    return bar.lamps.lamps[name]


def settled(bar: Bar) -> bool:
    """Whether every lamp has been given the room that it asks for."""
    wide_enough = all(each.width() >= each.sizeHint().width() for each in bar.lamps.lamps.values())
    return wide_enough and bar.lamps.width() >= bar.lamps.sizeHint().width()


def look_of(bar: Bar, name: str) -> tuple[LampState, str, str]:
    value = lamp(bar, name).sight.value
    return value.state, value.word, value.age


def test_before_the_show_it_is_off_and_nothing_is_counted(bar: Bar) -> None:
    assert bar.mode is Mode.OFF
    assert bar.badge.accessibleName() == "OFF"
    assert not bar.figures.orders.isVisible()
    assert bar.timer.interval() == IDLE_TICK_MS


def test_on_air_it_tells_the_clock_the_delay_and_the_end(bar: Bar, acts: FakeActs) -> None:
    decide(acts, GoLive(), Take())
    acts.line.pass_time(minutes=5, seconds=10.9)
    bar._update()
    assert bar.badge.accessibleName() == "ON AIR"
    assert bar.figures.clock.value.figure == "0:05:10"
    assert (bar.figures.over.value.figure, bar.figures.over.value.late) == ("+02:10", True)
    assert (bar.figures.ends.value.before, bar.figures.ends.value.figure) == ("ends", "20:02")
    assert bar.timer.interval() == TICK_MS


def test_a_rehearsal_says_so_and_stripes_the_whole_bar(
    qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook
) -> None:
    line.show = replace(line.show, purpose=Purpose.REHEARSAL)
    line.begin_again()
    acts.settle()
    bar = Bar(acts, look, line.clock)
    qtbot.addWidget(bar)
    bar.resize(1366, 56)
    assert bar.go.text() == "Start rehearsal"
    before = bar.grab().toImage()
    decide(acts, GoLive())
    assert bar.badge.accessibleName() == "REHEARSAL"
    after = bar.grab().toImage()
    empty = range(700, 1100)
    assert len({before.pixel(x, 4) for x in empty}) == 1
    assert len({after.pixel(x, 4) for x in empty}) > 1


def test_orders_units_and_the_pace_of_the_chat_are_counted(bar: Bar, acts: FakeActs) -> None:
    decide(acts, GoLive())
    sku = next(iter(acts.line.show.stock))
    orders = tuple(
        OrderSnapshot("s", str(n), str(n), OrderStatus.PAID, EVENING, n, (OrderLine(sku, 2),), Money(1, "USD"))
        for n in range(1, 4)
    )
    decide(acts, SeeOrders("s", orders))
    say(acts, 25)
    bar._update()
    figures = [figure.value.figure for figure in (bar.figures.orders, bar.figures.units, bar.figures.pace)]
    assert figures == ["3", "6", "2.5"]


def test_a_shops_age_is_the_time_since_its_last_good_poll(bar: Bar, acts: FakeActs) -> None:
    tell(acts, READY)
    acts.line.pass_time(seconds=2.5)
    assert look_of(bar, "shop vendure") == (LampState.OK, "shop", "2 s")
    acts.line.pass_time(seconds=10)
    assert look_of(bar, "shop vendure") == (LampState.WARN, "shop", "12 s")
    tell(acts, READY)
    assert look_of(bar, "shop vendure") == (LampState.OK, "shop", "0 s")


def test_a_chats_age_is_that_of_its_last_message_and_beyond_the_usual_it_is_quiet(bar: Bar, acts: FakeActs) -> None:
    tell(acts, SourceStatus("twitch:kite", SourceState.LISTENING, usual=timedelta(seconds=3)))
    assert look_of(bar, "chat twitch:kite") == (LampState.OK, "chat", "no line yet")
    say(acts, 1)
    acts.line.pass_time(seconds=60)
    assert look_of(bar, "chat twitch:kite") == (LampState.OK, "chat", "1 min")
    acts.line.pass_time(seconds=61)
    assert look_of(bar, "chat twitch:kite") == (LampState.WARN, "chat", "quiet 2 min")


def test_chats_are_told_apart_by_names_as_short_as_can_be(bar: Bar, acts: FakeActs) -> None:
    names = ("twitch:kite", "irc:kite", "irc:tea")
    tell(acts, *(SourceStatus(name, SourceState.LISTENING) for name in names))
    assert [look_of(bar, f"chat {name}")[1] for name in names] == ["twitch", "kite", "tea"]


def test_a_trouble_is_told_in_words_and_escaped_in_the_tooltip(bar: Bar, acts: FakeActs) -> None:
    tell(acts, ShopStatus("vendure", ShopState.TROUBLE, "<b>No</b> answer", "Check the network."))
    shown = lamp(bar, "shop vendure")
    assert shown.sight.value.age == "<b>No</b> answer"
    assert "&lt;b&gt;No&lt;/b&gt; answer" in shown.toolTip()
    assert "Check the network." in shown.toolTip()


def test_a_shop_that_is_read_but_takes_nothing_warns_and_says_why(bar: Bar, acts: FakeActs) -> None:
    tell(acts, ShopStatus("vendure", ShopState.READY, unsent="The shop is broken (500). Wait."))
    assert look_of(bar, "shop vendure")[0] is LampState.WARN
    assert "broken (500)" in lamp(bar, "shop vendure").toolTip()
    tell(acts, ShopStatus("vendure", ShopState.READY, unsent="The shop is broken (500). Wait.", stuck=EVENING))
    assert f"since {clock_text(EVENING)}" in lamp(bar, "shop vendure").toolTip()
    tell(acts, READY)
    assert look_of(bar, "shop vendure")[0] is LampState.OK


def test_a_waiting_chat_counts_down_to_its_next_try(bar: Bar, acts: FakeActs) -> None:
    bar.resize(960, 56)
    soon = EVENING + timedelta(seconds=12)
    tell(acts, SourceStatus("irc:a", SourceState.WAITING, None, "x" * 300, soon))
    bar.resize(1100, 56)
    assert look_of(bar, "chat irc:a")[0] is LampState.WARN
    assert len(look_of(bar, "chat irc:a")[2]) <= 32


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_on_a_lamp_in_trouble_tries_again(bar: Bar, acts: FakeActs, key: Qt.Key) -> None:
    tell(acts, ShopStatus("vendure", ShopState.DENIED, "The shop does not accept the key."))
    shown = lamp(bar, "shop vendure")
    assert shown.focusPolicy() is Qt.FocusPolicy.StrongFocus
    QTest.keyClick(shown, key)
    assert acts.line.retried == ["vendure"]


def test_a_click_on_a_lamp_in_order_does_nothing(bar: Bar, acts: FakeActs) -> None:
    tell(acts, READY, FileStatus("a.cuedesk", FileState.TROUBLE, "The disk is full."))
    for name in ("shop vendure", "file"):
        QTest.mouseClick(lamp(bar, name), Qt.MouseButton.LeftButton)
    assert acts.line.retried == []


def test_ctrl_r_tries_everything_in_trouble_again(bar: Bar, acts: FakeActs) -> None:
    tell(acts, READY, *(SourceStatus(name, SourceState.STOPPED, None, "Gone.") for name in ("irc:a", "irc:b")))
    QTest.keyClick(bar, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert acts.line.retried == ["irc:a", "irc:b"]


def test_the_lamp_of_a_removed_connection_goes(bar: Bar, acts: FakeActs) -> None:
    decide(acts, SetConnection(Connection("twitch:kite", ConnectionKind.CHAT, "twitch:kite")))
    tell(acts, SourceStatus("twitch:kite", SourceState.LISTENING), READY)
    decide(acts, RemoveConnection("twitch:kite"))
    assert list(bar.lamps.lamps) == ["shop vendure"]


def test_a_room_whose_connection_has_another_name_leaves_with_it(bar: Bar, acts: FakeActs) -> None:
    room = Connection("irc chat.example #Room", ConnectionKind.CHAT, "irc+wss://chat.example/#Room")
    decide(acts, SetConnection(room))
    tell(acts, READY, SourceStatus(room.source, SourceState.LISTENING, EVENING))
    decide(acts, RemoveConnection(room.name))
    assert list(bar.lamps.lamps) == ["shop vendure"]


def test_what_is_told_late_of_a_connection_that_left_does_not_stay(bar: Bar, acts: FakeActs) -> None:
    room = Connection("twitch:Kite", ConnectionKind.CHAT, "twitch:Kite")
    decide(acts, SetConnection(room), RemoveConnection(room.name))
    tell(acts, SourceStatus("twitch:kite", SourceState.LISTENING, EVENING), Gone("twitch:kite"))
    assert list(bar.lamps.lamps) == []


def test_lamps_stand_in_the_order_shop_chat_file(qtbot: QtBot, bar: Bar, acts: FakeActs) -> None:
    tell(acts, FileStatus("a", FileState.SAVED), SourceStatus("irc:a", SourceState.LISTENING), READY)
    qtbot.waitUntil(lambda: settled(bar))
    places = {name: each.mapTo(bar, each.rect().topLeft()).x() for name, each in bar.lamps.lamps.items()}
    assert sorted(places, key=lambda name: places[name]) == ["shop vendure", "chat irc:a", "file"]


def test_the_button_begins_and_ends_the_show(bar: Bar, acts: FakeActs) -> None:
    bar.go.meant.emit()
    acts.settle()
    assert bar.go.text() == "End show"
    bar.go.meant.emit()
    acts.settle()
    assert acts.asked == [GoLive(), EndShow()]
    assert bar.go.text() == "Go live again"


def test_ctrl_l_once_only_asks_again(bar: Bar, acts: FakeActs) -> None:
    QTest.keyClick(bar, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert bar.go.text() == "again to go live"
    assert acts.asked == []


@pytest.mark.parametrize("width", [980, 1024, 1280, 1366])
def test_a_crowded_bar_still_fits(qtbot: QtBot, bar: Bar, acts: FakeActs, width: int) -> None:
    acts.line.show = replace(acts.line.show, title="Long " * 60)
    acts.line.begin_again()
    decide(acts, GoLive(), Take())
    tell(acts, READY, FileStatus("a", FileState.SAVED), SourceStatus("twitch:kite", SourceState.LISTENING))
    bar.resize(width, 56)
    bar._update()
    qtbot.waitUntil(lambda: settled(bar))
    right = [part.geometry().right() for part in (bar.title, bar.figures.clock, bar.lamps, bar.go)]
    assert right == sorted(right)
    assert right[-1] < width
    assert bar.figures.orders.isVisible() or width < 1280


def test_open_findings_are_counted(bar: Bar, acts: FakeActs) -> None:
    assert not bar.findings.isVisible()
    order = OrderSnapshot("s", "1", "1", OrderStatus.PAID, EVENING, 1, (OrderLine("NO-SUCH-SKU", 2),), Money(1, "USD"))
    decide(acts, SeeOrders("s", (order,)))
    assert bar.findings.isVisible()
    assert bar.findings.text() == "1"


def test_its_keys_lead_to_the_rest_of_the_window(qtbot: QtBot, bar: Bar) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for signal, key, modifiers in (
        (bar.orders_wanted, Qt.Key.Key_O, control | shift),
        (bar.findings_wanted, Qt.Key.Key_F, control | shift),
        (bar.palette_wanted, Qt.Key.Key_K, control),
        (bar.keys_wanted, Qt.Key.Key_Question, Qt.KeyboardModifier.NoModifier),
    ):
        with qtbot.waitSignal(signal, timeout=1000):
            QTest.keyClick(bar, key, modifiers)


def test_it_rests_while_it_is_hidden(bar: Bar) -> None:
    assert bar.timer.isActive()
    bar.hide()
    assert not bar.timer.isActive()
