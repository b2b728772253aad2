"""What is done at the shop is done once, in order, on record first, and told where it cannot be."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.desk.ports import ShopDenied
from console.domain.commands import (
    AdjustStock,
    CancelOrder,
    LeaveErrand,
    RefundOrder,
    RetryErrand,
    SaveProduct,
    SeeLevels,
    SeeOrders,
    SettleFinding,
)
from console.domain.findings import Settlement
from console.domain.money import Money
from console.domain.orders import OrderLine, StockLevel
from console.domain.outbox import ErrandState, StockBy
from console.shop.rest import Rest
from console.shop.way_out import MANY, OutPace
from console.storage.verify import verify
from tests.domain.goods import SHOP, product, snapshot
from tests.end_to_end.syncing import until
from tests.shop.lying_shop import Fate
from tests.shop.sending import OPENING, QUICK, Sending, sending

AMBIGUOUS = [
    Fate.LOST_BEFORE,
    Fate.LOST_AFTER,
    Fate.LATE,
    Fate.BROKEN_BEFORE,
    Fate.BROKEN_AFTER,
    Fate.DENIED,
    Fate.CRASH_BEFORE,
    Fate.CRASH_AFTER,
]


@pytest.fixture
async def out(tmp_path: Path) -> AsyncIterator[Sending]:
    async with sending(tmp_path / "show.cuedesk") as out:
        yield out
    assert verify(out.path) == []


def moved(sku: str = "cap", delta: int = 1) -> AdjustStock:
    return AdjustStock(sku, delta, "found")


async def test_a_change_here_is_made_there(out: Sending) -> None:
    await out.ask(moved("cap", -3))
    await out.drain()
    assert out.shop.stock["cap"] == OPENING["cap"] - 3
    ((_, state, key, body, _, answer, is_open),) = out.rows()
    assert (state, answer, is_open) == ("done", "done", 0)
    assert out.shop.sent == [(key, body)]
    assert len(out.show.outbox) == 0


async def test_what_is_queued_while_the_way_out_runs_goes_out_by_itself(out: Sending) -> None:
    async with out.going_out():
        await out.ask(moved())
        await until(lambda: out.shop.stock["cap"] == OPENING["cap"] + 1)


async def test_nothing_leaves_before_it_is_on_record(out: Sending) -> None:
    states: list[ErrandState] = []
    send = out.shop.send

    async def looking(*arguments: object) -> object:
        states.extend(out.states().values())
        return await send(*arguments)  # type: ignore[arg-type]

    out.shop.send = looking  # type: ignore[method-assign, assignment]
    await out.ask(moved())
    await out.drain()
    assert states == [ErrandState.SENT]


@pytest.mark.parametrize("fate", AMBIGUOUS)
async def test_an_answer_that_tells_nothing_leads_to_a_look_and_to_one_effect(out: Sending, fate: Fate) -> None:
    out.shop.fail(Fate.OK, fate)
    await out.ask(moved())
    await out.drain()
    assert out.shop.stock["cap"] == OPENING["cap"] + 1
    assert len(out.shop.effects) == 1
    assert len({key for key, _ in out.shop.sent}) == len(out.shop.sent)


@pytest.mark.parametrize("fate", [Fate.LOST_BEFORE, Fate.BROKEN_BEFORE, Fate.DENIED])
async def test_a_shop_that_cannot_be_asked_leaves_all_pending(out: Sending, fate: Fate) -> None:
    out.shop.fail(fate, fate)
    await out.ask(moved())
    await out.drain()
    assert [call for call, _ in out.shop.calls] == ["prepare", "prepare", "prepare", "send"]
    assert list(out.states().values()) == [ErrandState.DONE]


async def test_nothing_found_once_is_no_proof(out: Sending) -> None:
    out.shop.fail(Fate.OK, Fate.LATE)
    await out.ask(moved())
    await out.drain()
    assert [call for call, _ in out.shop.calls] == ["prepare", "send", "probe", "probe"]
    assert list(out.states().values()) == [ErrandState.DONE]


async def test_two_looks_are_apart_in_time(out: Sending) -> None:
    out.shop.fail(Fate.OK, Fate.LOST_BEFORE)
    await out.ask(moved())
    looks = []
    probe = out.shop.probe

    async def noting(*arguments: object) -> object:
        looks.append(asyncio.get_running_loop().time())
        return await probe(*arguments)  # type: ignore[arg-type]

    out.shop.probe = noting  # type: ignore[method-assign, assignment]
    await out.drain(OutPace(apart=0.3, first_pause=0.0, longest_pause=0.0))
    assert looks[1] - looks[0] >= 0.3
    assert len(looks) == 2


async def test_what_did_not_arrive_is_tried_again_under_another_key_and_names_the_first(out: Sending) -> None:
    out.shop.fail(Fate.OK, Fate.LOST_BEFORE)
    await out.ask(moved())
    await out.drain()
    (first, second) = out.rows()
    assert (first[1], second[1]) == ("rejected", "done")
    assert second[4] == first[0]
    assert first[2] != second[2]
    assert first[3] == second[3]


async def test_a_clear_no_goes_to_the_tray_with_its_words(out: Sending) -> None:
    out.shop.fail(Fate.OK, Fate.REFUSED)
    await out.ask(moved())
    await out.drain()
    (rejected,) = out.show.tray
    assert (rejected.title, rejected.next_step) == ("The shop said no.", "Look there.")
    assert out.shop.effects == []


async def test_a_shop_that_cannot_tell_leaves_it_to_a_person(out: Sending) -> None:
    out.shop.fail(Fate.OK, Fate.LOST_AFTER)
    out.shop.unclear = True
    await out.ask(moved())
    await out.drain()
    (doubtful,) = out.show.tray
    assert doubtful.title == "The shop does not tell."


async def test_the_tray_is_tried_again_or_left(out: Sending) -> None:
    out.shop.fail(Fate.OK, Fate.REFUSED, Fate.OK, Fate.REFUSED)
    await out.ask(moved("cap"))
    await out.drain()
    await out.ask(moved("mug"))
    await out.drain()
    cap, mug = out.show.tray
    await out.ask(RetryErrand(cap.errand.id), LeaveErrand(mug.errand.id))
    await out.drain()
    assert out.shop.stock["cap"] == OPENING["cap"] + 1
    assert out.shop.stock["mug"] == OPENING["mug"]
    assert out.show.tray == []


async def test_a_person_can_take_back_what_has_not_left(out: Sending) -> None:
    await out.ask(moved())
    (waiting,) = out.show.open_errands
    await out.ask(LeaveErrand(waiting.errand.id))
    await out.drain()
    assert out.shop.calls == []
    assert len(out.show.outbox) == 0


async def test_a_fault_of_ours_in_one_does_not_stop_the_others(out: Sending) -> None:
    out.shop.fail(Fate.CRASH_BEFORE)
    await out.ask(moved("cap"), moved("mug"))
    await out.drain()
    assert [each.errand.task for each in out.show.tray] == [StockBy("cap", 1)]
    assert out.shop.stock["mug"] == OPENING["mug"] + 1


async def test_errands_of_one_subject_go_in_order_and_others_beside_them(out: Sending) -> None:
    out.shop.fail(Fate.HANGS_BEFORE)
    await out.ask(moved("cap", 1), moved("cap", 2), moved("mug", 1), moved("shirt", 1))
    async with out.going_out():
        await until(lambda: len(out.show.open_errands) == 2)
        assert [each.errand.task for each in out.show.open_errands] == [StockBy("cap", 1), StockBy("cap", 2)]
        assert out.shop.stock == OPENING | {"mug": 101, "shirt": 101}
    await out.drain()
    assert out.shop.stock["cap"] == OPENING["cap"] + 3


async def test_no_more_than_four_at_once(out: Sending) -> None:
    names = [f"p{number}" for number in range(9)]
    for name in names:
        out.shop.stock[name] = 5
    await out.ask(*(SaveProduct(product(name)) for name in names))
    out.shop.fail(*[Fate.HANGS_BEFORE] * 9)
    await out.ask(*(SaveProduct(product(name, price=500)) for name in names))
    async with out.going_out() as way_out:
        await until(lambda: len(out.shop.calls) >= 4)
        assert len(way_out._running) == 4
    assert len(out.shop.calls) == 4


async def test_a_hundred_changes_through_a_bad_line_are_each_made_once(out: Sending) -> None:
    await asyncio.gather(*(out.ask(moved(sku)) for sku in ("cap", "mug") * 50))
    out.shop.fail(*AMBIGUOUS * 20)
    await out.drain()
    faults = len(out.show.tray)
    assert out.shop.stock["cap"] + out.shop.stock["mug"] == 300 - faults
    assert len(out.shop.effects) == len(set(out.shop.effects)) == 100 - faults


async def test_a_start_looks_up_what_was_sent_and_never_sends_it_again(tmp_path: Path) -> None:
    path = tmp_path / "show.cuedesk"
    async with sending(path) as out:
        shop = out.shop
        shop.fail(Fate.OK, Fate.HANGS_AFTER)
        await out.ask(moved())
        async with out.going_out():
            await until(shop.hung.is_set)
        assert list(out.states().values()) == [ErrandState.SENT]
    async with sending(path, shop) as out:
        await out.drain()
        assert [call for call, _ in shop.calls] == ["prepare", "send", "probe"]
        assert list(out.states().values()) == [ErrandState.DONE]
    assert verify(path) == []


async def test_a_close_waits_a_moment_for_what_is_under_way(out: Sending) -> None:
    answered = asyncio.Event()
    send = out.shop.send

    async def slowly(*arguments: object) -> object:
        await answered.wait()
        return await send(*arguments)  # type: ignore[arg-type]

    out.shop.send = slowly  # type: ignore[method-assign, assignment]
    await out.ask(moved("cap"), moved("cap"))
    async with out.going_out(OutPace(last_wait=30.0)) as way_out:
        await until(lambda: ErrandState.SENT in out.states().values())
        closing = asyncio.create_task(way_out.aclose())
        await asyncio.sleep(0)
        answered.set()
        await closing
        assert sorted(out.states().values()) == [ErrandState.DONE, ErrandState.PENDING]


async def test_troubles_are_told_and_retry_does_not_wait(out: Sending) -> None:
    out.shop.fail(Fate.BROKEN_BEFORE)
    await out.ask(moved())
    async with out.going_out(OutPace(first_pause=3600.0)) as way_out:
        await until(lambda: way_out.trouble)
        assert "broken" in str(way_out.trouble)
        way_out.retry()
        await until(lambda: not out.show.open_errands)
        await until(lambda: way_out.trouble is None)


async def test_refused_credentials_wait_for_a_person(out: Sending) -> None:
    out.shop.fail(Fate.DENIED)
    await out.ask(moved())
    async with out.going_out() as way_out:
        await until(lambda: way_out.trouble)
        await out.ask(moved("mug"))
        with pytest.raises(TimeoutError):
            await until(lambda: len(out.shop.calls) > 1, within=0.2)
        way_out.retry()
        await until(lambda: not out.show.open_errands)


async def test_another_trouble_does_not_hide_that_a_person_is_waited_for(out: Sending) -> None:
    await out.ask(moved("cap"), moved("mug"))
    out.shop.fail(Fate.DENIED, Fate.LOST_BEFORE)
    async with out.going_out() as way_out:
        await until(lambda: len(out.shop.calls) == 2 and not way_out._running)
        assert isinstance(way_out.trouble, ShopDenied)
        way_out.retry()
        await until(lambda: not out.show.open_errands)


async def test_a_pause_that_ends_while_it_is_looked_at_ends(out: Sending, monkeypatch: pytest.MonkeyPatch) -> None:
    left = iter([1e-9])
    monkeypatch.setattr(Rest, "left", property(lambda _: next(left, 0.0)))
    await out.ask(moved())
    async with out.going_out():
        await until(lambda: not out.show.open_errands)


async def test_the_shops_word_for_a_pause_is_obeyed(out: Sending) -> None:
    out.shop.fail(Fate.TOO_MANY)
    await out.ask(moved())
    async with out.going_out(OutPace(first_pause=3600.0)):
        await until(lambda: not out.show.open_errands)


async def test_a_refusal_that_is_certain_is_tried_again_without_a_look(out: Sending) -> None:
    out.shop.fail(Fate.OK, Fate.TOO_MANY)
    await out.ask(moved())
    await out.drain()
    assert [call for call, _ in out.shop.calls] == ["prepare", "send", "prepare", "send"]
    assert out.shop.stock["cap"] == OPENING["cap"] + 1


async def test_orders_are_cancelled_and_paid_back_to_an_amount(out: Sending) -> None:
    order = snapshot("1", OrderLine("cap", 3))
    await out.ask(SeeOrders(SHOP, (order,)))
    await out.ask(CancelOrder("shop/1", "cap", 1), RefundOrder("shop/1", Money(400, "USD")))
    await out.ask(CancelOrder("shop/1", "cap", 1))
    await out.drain()
    assert out.shop.cancelled == {("1", "cap"): 1}
    assert out.shop.refunded == {"1": 400}
    assert len(out.shop.effects) == 2


async def test_a_price_goes_out_and_the_last_one_stays(out: Sending) -> None:
    for price in (500, 700, 600):
        await out.ask(SaveProduct(product("cap", price=price)))
    out.shop.fail(Fate.OK, Fate.LOST_BEFORE)
    await out.drain()
    assert out.shop.prices == {"cap": 600}


async def test_what_the_shop_does_not_sell_needs_no_doing(out: Sending) -> None:
    del out.shop.stock["mug"]
    await out.ask(moved("mug"))
    await out.drain()
    assert [(row[1], row[5]) for row in out.rows()] == [("done", "not sold there")]


async def test_a_difference_settled_with_ours_goes_out_if_the_shop_still_says_the_same(out: Sending) -> None:
    out.shop.stock["cap"] = 90
    await out.ask(SeeLevels(SHOP, (StockLevel("cap", 90, 0),)))
    (found,) = out.show.open_findings
    await out.ask(moved("cap", 5), SettleFinding(found.id, Settlement.OURS))
    await out.drain()
    assert out.shop.stock["cap"] == OPENING["cap"] + 5
    out.shop.stock["mug"] = 90
    await out.ask(SeeLevels(SHOP, (StockLevel("mug", 90, 0),)))
    (found,) = out.show.open_findings
    out.shop.stock["mug"] = 80
    await out.ask(SettleFinding(found.id, Settlement.OURS))
    await out.drain(QUICK)
    assert out.shop.stock["mug"] == 80
    assert [each.errand.task for each in out.show.tray] == [StockBy("mug", 10, expect=90)]


async def test_what_fails_often_and_for_long_is_told_and_never_rejected(
    out: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.shop.way_out.LONG", timedelta(0))
    out.shop.fail(*[Fate.BROKEN_BEFORE] * 60)
    await out.ask(moved())
    async with out.going_out(OutPace(apart=0.0, first_pause=0.001, longest_pause=0.001, last_wait=0.1)) as way_out:
        assert way_out.stuck() is None
        await until(way_out.stuck)
        assert list(out.states().values()) == [ErrandState.PENDING]
        await until(lambda: not out.show.open_errands)
        assert way_out.stuck() is None


async def test_a_few_failures_are_not_told_as_lasting(out: Sending, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.shop.way_out.LONG", timedelta(0))
    out.shop.fail(*[Fate.BROKEN_BEFORE] * (MANY - 1))
    await out.ask(moved())
    told: list[object] = []
    async with out.going_out() as way_out:

        def done() -> bool:
            told.append(way_out.stuck())
            return not out.show.open_errands

        await until(done)
    assert not any(told)
