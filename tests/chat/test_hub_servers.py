"""The hub with real connections: floods, restarts, one source down beside another."""

import asyncio
from time import monotonic

from console.chat.sources import chat_source
from console.domain.chat import SourceState
from tests.chat.hearing import QUICK, Record, WallClock, hub_of, running, twitch_source, until
from tests.servers.inspircd import InspIrcd, Person
from tests.servers.twitch import FakeTwitch

RATE, SECONDS = 500, 10


async def paced(person: Person, rate: int, seconds: int) -> None:
    began = monotonic()
    sent = 0
    while sent < rate * seconds:
        due = min(rate * seconds, int((monotonic() - began) * rate) + 1)
        await person.say(*(f"line {number}" for number in range(sent, due)))
        sent = due
        await asyncio.sleep(0.01)


async def test_a_flood_arrives_whole_in_order_and_once(irc: InspIrcd) -> None:
    seller = await Person.join(irc.plain, "seller", "#shop")
    record = Record()
    async with running(hub_of(record, chat_source(irc.url("#shop"), WallClock(), QUICK))):
        await seller.heard(" JOIN ")
        await paced(seller, RATE, SECONDS)
        await until(lambda: len(record.texts) >= RATE * SECONDS)
    assert record.texts == [f"line {number}" for number in range(RATE * SECONDS)]
    assert max(map(len, record.batches)) <= 500
    assert not record.gaps
    await seller.leave()


async def test_a_restarted_server_is_joined_again_and_the_gap_is_told(irc: InspIrcd) -> None:
    source = chat_source(irc.url("#shop"), WallClock(), QUICK)
    seller = await Person.join(irc.plain, "seller", "#shop")
    record = Record()
    async with running(hub_of(record, source)):
        await seller.heard(" JOIN ")
        await seller.say("before")
        await until(lambda: record.texts == ["before"])
        irc.kill()
        await seller.leave()
        await until(lambda: SourceState.WAITING in record.states(source.name))
        irc.start()
        seller = await Person.join(irc.plain, "seller", "#shop")
        await until(lambda: record.gaps)
        await seller.say("after")
        await until(lambda: record.texts == ["before", "after"])
    [gap] = record.gaps
    assert record.events.index(gap) == 1
    assert gap.began < gap.ended
    assert gap.dropped == 0
    waiting = next(status for status in record.statuses if status.state is SourceState.WAITING)
    assert waiting.trouble
    assert waiting.retry_at is not None
    await seller.leave()


async def test_history_fills_the_gap_and_nothing_is_heard_twice(irc: InspIrcd, twitch: FakeTwitch) -> None:
    seller = await Person.join(irc.plain, "seller", "#shop")
    await seller.send("MODE #shop +H 50:3600", "OPER staff staff")
    await seller.heard(" 381 ")
    record = Record()
    source = chat_source(irc.url("#shop"), WallClock(), QUICK)
    async with running(hub_of(record, source, twitch_source(twitch))):
        nick = (await seller.heard(" JOIN ")).partition("!")[0][-9:]
        await seller.say("one", "two")
        await until(lambda: record.texts == ["one", "two"])
        await seller.send(f"KILL {nick} :drop", "PRIVMSG #shop :three")
        await seller.heard(" JOIN ")
        await seller.say("four")
        await until(lambda: "four" in record.texts)
        assert record.states("twitch:shop")[-1] is SourceState.LISTENING
    assert record.texts == ["one", "two", "three", "four"]
    assert [line.backlog for line in record.lines] == [False, False, True, False]
    await seller.leave()


async def test_one_source_down_does_not_stop_the_other(twitch: FakeTwitch) -> None:
    down = chat_source("irc+ws://127.0.0.1:1/#shop", WallClock(), QUICK)
    record = Record()
    async with running(hub_of(record, down, twitch_source(twitch))):
        await twitch.joined()
        await until(lambda: SourceState.WAITING in record.states(down.name))
        await twitch.tell(twitch.said("7"))
        await until(lambda: record.texts == ["7"])
        await until(lambda: record.states(down.name).count(SourceState.WAITING) >= 3)
    last = [status for status in record.statuses if status.source == "twitch:shop"][-1]
    assert last.state is SourceState.LISTENING
    assert last.last_message is not None


async def test_closing_in_a_half_open_connection_is_prompt(twitch: FakeTwitch) -> None:
    record = Record()
    async with running(hub_of(record, twitch_source(twitch))):
        await twitch.joined()
        twitch.silent = True
        began = monotonic()
    assert monotonic() - began < 2
