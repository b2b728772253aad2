import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import pytest

from console.chat.backoff import Backoff
from console.chat.hub import Hub
from console.chat.listener import MOST_IDS, Limits, Listener
from console.chat.outbox import MOST_BATCH, MOST_WAITING, Heard
from console.desk.ports import Alive, ChatError, ChatEvent
from console.domain.chat import ChatLine, LineDeleted, SourceState
from tests.chat.hearing import Record, StoppedClock, WallClock, hub_of, running, until

QUIET = Limits(reports=0, closing=0.3)


def line(source: str, number: int, text: str = "", *, backlog: bool = False) -> ChatLine:
    return ChatLine(source, f"{source}-{number}", "1", "Mei", text or str(number), datetime.now(UTC), backlog=backlog)


class Script:
    """A source that plays one script a connection; the last one for ever after."""

    def __init__(self, name: str, *scripts: Callable[["Script"], AsyncIterator[ChatEvent]]) -> None:
        self.name = name
        self.scripts = scripts
        self.connections = 0
        self.given = 0
        self.left = 0

    async def events(self) -> AsyncIterator[ChatEvent]:
        script = self.scripts[min(self.connections, len(self.scripts) - 1)]
        self.connections += 1
        try:
            async for event in script(self):
                self.given += 1
                yield event
        finally:
            self.left += 1


def says(*events: ChatEvent, ending: Exception | None = None) -> Callable[[Script], AsyncIterator[ChatEvent]]:
    """Say these, then end with the error, or stay connected and silent without one."""

    async def play(_: Script) -> AsyncIterator[ChatEvent]:
        for event in events:
            yield event
        if ending is not None:
            raise ending
        await asyncio.Event().wait()

    return play


async def ends(_: Script) -> AsyncIterator[ChatEvent]:
    yield Alive()


async def endless(script: Script) -> AsyncIterator[ChatEvent]:
    while True:
        yield line(script.name, script.given)
        await asyncio.sleep(0)


LOST = ChatError("Gone.", "Look at the cable.")


async def test_what_is_heard_is_handed_on_in_order_also_a_deletion_without_its_line() -> None:
    told: list[ChatEvent] = [LineDeleted("a", "a-9"), line("a", 1), LineDeleted("a", "a-1"), line("a", 2)]
    record = Record()
    async with running(hub_of(record, Script("a", says(Alive(), *told)))):
        await until(lambda: len(record.events) == 4)
    assert record.events == told


async def test_the_same_id_is_heard_once_and_the_same_words_as_often_as_said() -> None:
    events = [line("a", 1, "7"), line("a", 1, "7"), line("a", 2, "7"), line("a", 3, "7")]
    record = Record()
    async with running(hub_of(record, Script("a", says(*events)))):
        await until(lambda: len(record.events) == 3)
    assert record.texts == ["7", "7", "7"]


async def test_a_batch_that_is_not_taken_is_tried_again_as_it_was_before_the_next() -> None:
    record = Record()
    tries: list[tuple[Heard, ...]] = []

    async def fails_twice(batch: tuple[Heard, ...]) -> None:
        tries.append(batch)
        if len(tries) <= 2:
            raise OSError("disk full")
        await record.hear(batch)

    source = Script("a", says(*(line("a", number) for number in range(1_200))))
    hub = Hub([source], fails_twice, record.report, WallClock(), limits=QUIET)
    async with running(hub):
        await until(lambda: len(record.events) == 1_200)
    assert tries[0] == tries[1] == tries[2]
    assert record.texts == [str(number) for number in range(1_200)]
    assert max(map(len, record.batches)) <= MOST_BATCH


async def test_while_nothing_is_taken_the_source_is_not_read_and_nothing_is_lost() -> None:
    source = Script("a", endless)
    record = Record()
    gate = asyncio.Event()

    async def waits(batch: tuple[Heard, ...]) -> None:
        await gate.wait()
        await record.hear(batch)

    async with running(Hub([source], waits, record.report, WallClock(), limits=QUIET)):
        await until(lambda: source.given >= MOST_WAITING)
        for _ in range(1_000):
            await asyncio.sleep(0)
        assert source.given <= MOST_WAITING + MOST_BATCH + 2
        gate.set()
        await until(lambda: len(record.events) > MOST_WAITING + MOST_BATCH)
    assert record.texts == [str(number) for number in range(len(record.texts))]


async def test_a_crash_is_that_sources_own_and_the_log_does_not_quote(caplog: pytest.LogCaptureFixture) -> None:
    broken = Script("broken", says(Alive(), ending=ValueError("somebody's words")))
    fine = Script("fine", says(Alive(), line("fine", 1)))
    record = Record()
    with caplog.at_level(logging.ERROR):
        async with running(hub_of(record, broken, fine)):
            await until(lambda: broken.connections >= 3)
            await until(lambda: record.texts == ["1"])
    assert record.states("fine")[-1] is SourceState.LISTENING
    assert "ValueError" in caplog.text
    assert "somebody" not in caplog.text
    assert broken.left == broken.connections


async def test_a_loss_is_told_with_its_words_and_the_time_of_the_next_try() -> None:
    record = Record()
    async with running(hub_of(record, Script("a", says(Alive(), ending=LOST), says(Alive())))):
        await until(lambda: record.states("a").count(SourceState.LISTENING) == 2)
    states = [SourceState.CONNECTING, SourceState.LISTENING, SourceState.WAITING]
    assert record.states("a") == [*states, SourceState.CONNECTING, SourceState.LISTENING]
    waiting = record.statuses[2]
    assert waiting.trouble == "Gone. Look at the cable."
    assert waiting.retry_at is not None
    assert record.statuses[-1].trouble == ""


async def test_the_gap_runs_from_the_last_sign_of_life_to_the_return_and_comes_before_new_lines() -> None:
    record = Record()
    script = Script("a", says(line("a", 1), ending=LOST), says(ending=LOST), says(Alive(), line("a", 2)))
    async with running(hub_of(record, script)):
        await until(lambda: record.texts == ["1", "2"])
    [gap] = record.gaps
    assert record.events.index(gap) == 1
    waiting = next(status for status in record.statuses if status.state is SourceState.WAITING)
    assert waiting.retry_at is not None
    assert gap.began < waiting.retry_at < gap.ended


async def test_each_word_is_a_sign_of_life() -> None:
    async def joins_then_speaks(script: Script) -> AsyncIterator[ChatEvent]:
        yield Alive()
        await asyncio.sleep(0.05)
        yield line(script.name, 1)
        raise LOST

    record = Record()
    async with running(hub_of(record, Script("a", joins_then_speaks, says(Alive())))):
        await until(lambda: record.gaps)
    assert record.gaps[0].began >= record.lines[0].heard_at


async def test_a_connection_is_left_also_when_what_it_said_could_not_be_put() -> None:
    async def refuse(_: Heard) -> None:
        raise RuntimeError

    script = Script("a", endless)
    listener = Listener(script, refuse, Record().report, WallClock(), lambda: 0.0, Backoff(), QUIET)
    with pytest.raises(RuntimeError):
        await listener._hear()
    assert script.left == 1


async def test_the_memory_of_ids_is_bounded() -> None:
    async def take(_: Heard) -> None:
        return

    async def many(script: Script) -> AsyncIterator[ChatEvent]:
        for number in range(MOST_IDS + 100):
            yield line(script.name, number)

    listener = Listener(Script("a", many), take, Record().report, WallClock(), lambda: 0.0, Backoff(), QUIET)
    await listener._hear()
    assert len(listener._heard_ids) == MOST_IDS


async def test_waits_grow_until_the_source_shows_life() -> None:
    record = Record()
    script = Script("a", *[says(ending=LOST)] * 3, says(Alive(), ending=LOST), says())
    clock, waits = StoppedClock(), Backoff(first=0.1, most=9)
    hub = Hub([script], record.hear, record.report, clock, backoff=waits, limits=QUIET, chance=lambda: 0.0)
    async with running(hub):
        await until(lambda: script.connections == 5)
    told = [status.retry_at for status in record.statuses if status.state is SourceState.WAITING]
    assert [(each - clock.now()).total_seconds() for each in told if each] == [0.05, 0.1, 0.2, 0.05]


async def test_retry_now_ends_a_long_wait() -> None:
    record = Record()
    script = Script("a", says(ending=LOST), says(line("a", 1)))
    hub = Hub([script], record.hear, record.report, WallClock(), backoff=Backoff(first=600, most=600), limits=QUIET)
    async with running(hub):
        await until(lambda: SourceState.WAITING in record.states("a"))
        hub.retry_now("nobody")
        hub.retry_now("a")
        await until(lambda: record.texts == ["1"])


@pytest.mark.parametrize("ending", [says(ending=ChatError("Banned.", retry=False)), ends])
async def test_what_cannot_be_healed_by_waiting_stops_until_a_person_says_so(
    ending: Callable[[Script], AsyncIterator[ChatEvent]],
) -> None:
    record = Record()
    script = Script("a", ending, says(line("a", 1)))
    hub = hub_of(record, script)
    async with running(hub):
        await until(lambda: SourceState.STOPPED in record.states("a"))
        assert record.statuses[-1].trouble
        hub.retry_now("a")
        await until(lambda: record.texts == ["1"])


async def test_at_once_is_believed_of_a_settled_connection_only() -> None:
    record = Record()
    at_once = says(Alive(), ending=ChatError("Come again.", at_once=True))
    script = Script("a", at_once, says(Alive()))
    async with running(hub_of(record, script, limits=Limits(settled=0))):
        await until(lambda: script.connections == 2)
    assert SourceState.WAITING not in record.states("a")
    hasty = Record()
    async with running(hub_of(hasty, Script("a", at_once))):
        await until(lambda: SourceState.WAITING in hasty.states("a"))


async def test_a_source_without_any_sign_of_life_is_left() -> None:
    record = Record()
    script = Script("a", says(Alive()))
    async with running(hub_of(record, script, limits=Limits(silence=0.1))):
        await until(lambda: script.connections >= 2)
    assert any("silent" in status.trouble for status in record.statuses)
    assert script.left == script.connections


async def test_the_age_of_the_last_message_is_told_and_history_does_not_count() -> None:
    record = Record()
    said = line("a", 2)
    async with running(hub_of(record, Script("a", says(line("a", 1, backlog=True), said)))):
        await until(lambda: record.statuses and record.statuses[-1].last_message)
    told = [status.last_message for status in record.statuses]
    assert [each for each in told if each] == [said.heard_at]


async def test_a_busy_source_is_reported_now_and_then_not_at_each_line() -> None:
    record = Record()
    script = Script("a", says(*(line("a", number) for number in range(1_000))))
    async with running(hub_of(record, script, limits=Limits(reports=60))):
        await until(lambda: len(record.events) == 1_000)
    assert len(record.statuses) <= 3


async def test_closing_hands_on_what_was_heard(caplog: pytest.LogCaptureFixture) -> None:
    record = Record()
    script = Script("a", says(*(line("a", number) for number in range(2_000))))
    async with running(hub_of(record, script)):
        await until(lambda: script.given == 2_000)
    assert len(record.texts) == 2_000
    assert script.left == 1
    assert caplog.text == ""


async def test_closing_does_not_wait_for_ever_on_a_stuck_file(caplog: pytest.LogCaptureFixture) -> None:
    record = Record()

    async def stuck(_: tuple[Heard, ...]) -> None:
        await asyncio.Event().wait()

    async with asyncio.timeout(2):
        async with running(Hub([Script("a", says(line("a", 1)))], stuck, record.report, WallClock(), limits=QUIET)):
            await until(lambda: record.statuses and record.statuses[-1].last_message)
    assert "before all of it was kept" in caplog.text


async def test_a_hub_that_never_ran_closes() -> None:
    await hub_of(Record(), Script("a", says())).aclose()


async def test_cancelling_the_run_leaves_every_source() -> None:
    scripts = [Script(name, says(Alive())) for name in "abc"]
    task = asyncio.create_task(hub_of(Record(), *scripts).run())
    await until(lambda: all(script.given for script in scripts))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [script.left for script in scripts] == [1, 1, 1]


async def test_one_lonely_line_does_not_wait_for_company() -> None:
    record = Record()
    heard: list[datetime] = []

    async def hear(batch: tuple[Heard, ...]) -> None:
        heard.append(datetime.now(UTC))
        await record.hear(batch)

    async with running(Hub([Script("a", says(line("a", 1)))], hear, record.report, WallClock(), limits=QUIET)):
        await until(lambda: heard)
    assert heard[0] - record.lines[0].heard_at < timedelta(seconds=1)


async def test_a_source_can_come_and_go_beside_the_others() -> None:
    record = Record()
    first, second, third = (
        Script(name, says(Alive(), line(name, number))) for name, number in zip("aab", (1, 2, 3), strict=True)
    )
    async with running(hub_of(record, first)) as hub:
        await until(lambda: record.texts == ["1"])
        await hub.listen(third)
        await hub.listen(second)
        await until(lambda: len(record.texts) == 3)
        assert (first.left, second.left, third.left) == (1, 0, 0)
        await hub.leave("b")
        await hub.leave("nobody")
        assert (second.left, third.left) == (0, 1)
    assert second.left == 1


async def test_a_source_taken_up_before_the_run_is_heard() -> None:
    record = Record()
    hub = hub_of(record)
    await hub.listen(Script("a", says(line("a", 1))))
    async with running(hub):
        await until(lambda: record.texts == ["1"])
