"""The show begins, runs and ends; what stays when another begins."""

import pytest

from console.domain.commands import (
    AdjustStock,
    EndShow,
    GoLive,
    NewShow,
    Pin,
    QueueProducts,
    RemoveConnection,
    SetConnection,
    UndoMove,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.decide import decide
from console.domain.decide.decision import Decision
from console.domain.needs import Needs, needs
from console.domain.orders import OrderLine
from console.domain.outcomes import Added, Adjusted, AlreadyRunning, Done, Invalid, Missing, NotRunning
from console.domain.rules import Rule
from console.domain.show import Mode, Purpose, Show
from tests.domain.goods import NOON, after, asked, running, seen, snapshot


def test_a_live_file_goes_on_air_and_a_rehearsals_never() -> None:
    live = after(Show(), NewShow("Friday", "USD"), GoLive())
    rehearsed = after(Show(purpose=Purpose.REHEARSAL), NewShow("Friday", "USD"), GoLive())
    assert (live.mode, rehearsed.mode) == (Mode.ON_AIR, Mode.REHEARSAL)


def test_a_show_runs_once_at_a_time() -> None:
    show = running({})
    assert asked(Show(), GoLive())[0] == Missing("show", "")
    assert asked(show, GoLive())[0] == AlreadyRunning()
    assert asked(show, NewShow("Saturday", "USD"))[0] == AlreadyRunning()
    assert asked(after(show, EndShow()), EndShow())[0] == NotRunning()


@pytest.mark.parametrize(("title", "currency"), [(" ", "USD"), ("x" * 301, "USD"), ("A", "usd"), ("A", "")])
def test_a_show_has_a_title_and_a_currency(title: str, currency: str) -> None:
    assert isinstance(asked(Show(), NewShow(title, currency))[0], Invalid)


def test_another_show_keeps_stock_orders_and_moves_and_begins_an_empty_queue() -> None:
    show = running({"cap": 5}, [QueueProducts(("cap",)), AdjustStock("cap", 1, "found")])
    show = after(show, Pin(show.queue[0].id), seen(snapshot("1", OrderLine("cap", 2))), EndShow())
    outcome, second = asked(show, NewShow("Saturday", "USD"))
    assert outcome == Added(2)
    assert (second.queue, second.pinned, dict(second.sold)) == ((), None, {})
    assert second.stock["cap"] == show.stock["cap"]
    assert isinstance(asked(second, UndoMove(second.moves[-1].id))[0], Adjusted)
    assert second.serial == show.serial


def test_an_order_stays_with_the_show_that_sold_it() -> None:
    first = after(running({"cap": 5}), seen(snapshot("1", OrderLine("cap", 2))))
    show = after(first, EndShow(), NewShow("Saturday", "USD"), GoLive())
    cancelled = after(show, seen(snapshot("1", OrderLine("cap", 2, cancelled=2), version=2)))
    assert (cancelled.orders["shop/1"].show, dict(cancelled.sold)) == (1, {})
    assert cancelled.stock["cap"].available == 5


def test_a_connection_is_replaced_by_name_and_has_no_slash_in_it() -> None:
    main = Connection("main", ConnectionKind.SHOP, "https://a.example")
    show = after(running({}), SetConnection(main))
    assert decide(show, SetConnection(main), NOON) == Decision(Done())
    moved = Connection("main", ConnectionKind.SHOP, "https://b.example")
    assert after(show, SetConnection(moved)).connections == (moved,)
    assert asked(show, SetConnection(Connection("a/b", ConnectionKind.SHOP, "x")))[0] == Invalid(
        "name", Rule.CONNECTION_NAME
    )
    assert after(show, RemoveConnection("main")).connections == ()
    assert asked(show, RemoveConnection("other"))[0] == Missing("connection", "other")


def test_only_what_is_not_in_memory_is_looked_up() -> None:
    show = after(running({"cap": 5}), seen(snapshot("1", OrderLine("cap", 2))))
    assert not needs(show, seen(snapshot("1", OrderLine("cap", 2))))
    unknown = needs(show, seen(snapshot("2", OrderLine("cap", 2), OrderLine("mug", 1))))
    assert unknown == Needs(frozenset({"mug"}), frozenset(), frozenset({"shop/2"}))
    assert needs(show, QueueProducts(("cap", "mug"))) == Needs(products=frozenset({"mug"}))
    assert not needs(show, UndoMove(99))
