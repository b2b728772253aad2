"""The console in a room of a real InspIRCd: a flood, drops and kills, each line stored once and found again."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from time import monotonic

import pytest

from console.storage.reader import reading
from tests.end_to_end.conftest import Starter
from tests.end_to_end.consoles import Console, ask, until
from tests.servers.inspircd import InspIrcd, Person

RATE, SECONDS, SHORT = 500, 10, 4
ROOM = "#shop"


@pytest.fixture
async def seller(real_chat: InspIrcd) -> AsyncIterator[Person]:
    """The room's operator, who keeps a history of 50 lines."""
    seller = await Person.join(real_chat.plain, "seller", ROOM)
    await seller.send(f"MODE {ROOM} +H 50:3600", "OPER staff staff")
    await seller.heard(" 381 ")
    yield seller
    await seller.leave()


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    return tmp_path / "studio.cuedesk"


def begin(start: Starter, studio: Path, irc: InspIrcd) -> Console:
    """A console that begins a show in a new file and listens to the room."""
    return start("run", "--headless", "--show", str(studio), "--currency", "EUR", "--chat", irc.url(ROOM))


async def joined(seller: Person) -> str:
    """Wait until the console is in the room; its nick."""
    return (await seller.heard(" JOIN ")).split(" :")[0].removeprefix(":").partition("!")[0].rpartition(":")[2]


def texts(studio: Path) -> list[str]:
    """What the file has heard, in its order."""
    with reading(studio) as reader:
        return [heard.line.text for heard in reader.recent_chat(2 * RATE * SECONDS)]


def count(studio: Path) -> int:
    """How many lines the file has."""
    with reading(studio) as reader:
        return sum(reader.chat_counts().values())


async def flood(person: Person, lines: int) -> None:
    """Say numbered lines at the rate."""
    began, sent = monotonic(), 0
    while sent < lines:
        due = min(lines, int((monotonic() - began) * RATE) + 1)
        await person.say(*(f"line {number}" for number in range(sent, due)))
        sent = due
        await asyncio.sleep(0.01)


async def test_a_flood_is_stored_whole_once_in_order_and_can_be_searched(
    real_chat: InspIrcd, seller: Person, start: Starter, studio: Path, full: bool
) -> None:
    console = begin(start, studio, real_chat)
    lines = RATE * (SECONDS if full else SHORT)
    await joined(seller)
    await flood(seller, lines)
    await seller.say("两件 M 码，谢谢")
    await until(lambda: count(studio) > lines, console, within=20)
    assert texts(studio) == [*(f"line {number}" for number in range(lines)), "两件 M 码，谢谢"]
    with reading(studio) as reader:
        assert [each.line.text for each in reader.search_chat("line 1432")] == ["line 1432"]
        assert [each.line.text for each in reader.search_chat("两件")] == ["两件 M 码，谢谢"]
        assert len({each.line.id for each in reader.recent_chat(2 * lines)}) == lines + 1
    assert console.end() == 0
    assert console.said == ""


async def test_the_history_told_after_drops_and_kills_is_stored_once(
    real_chat: InspIrcd, seller: Person, start: Starter, studio: Path, tmp_path: Path
) -> None:
    console = begin(start, studio, real_chat)
    nick = await joined(seller)
    await seller.say("one", "two", "two")
    await until(lambda: studio.exists() and count(studio) == 3, console)

    await seller.send(f"KILL {nick} :drop", f"PRIVMSG {ROOM} :three")
    await joined(seller)
    await seller.say("four")
    await until(lambda: "four" in texts(studio), console)

    console.kill()
    await seller.heard(" QUIT ")
    await seller.say("five", "six")
    console = start("run", "--headless", "--show", str(studio))
    await joined(seller)
    await seller.say("seven")
    await until(lambda: "seven" in texts(studio), console)
    assert texts(studio) == ["one", "two", "two", "three", "four", "five", "six", "seven"]
    assert console.end() == 0
    assert ask(tmp_path, "verify", str(studio)).returncode == 0
    assert "Traceback" not in console.said


async def test_a_restarted_server_is_joined_again_and_nothing_is_stored_twice(
    real_chat: InspIrcd, seller: Person, start: Starter, studio: Path
) -> None:
    console = begin(start, studio, real_chat)
    await joined(seller)
    await seller.say("before")
    await until(lambda: studio.exists() and texts(studio) == ["before"], console)
    real_chat.kill()
    real_chat.start()
    again = await Person.join(real_chat.plain, "seller", ROOM)
    async with asyncio.timeout(30):
        while "cue" not in await names(again):  # noqa: ASYNC110 - the console may be back before us, and tells nobody
            await asyncio.sleep(0.1)
    await again.say("after")
    await until(lambda: "after" in texts(studio), console)
    assert Counter(texts(studio)) == Counter(["before", "after"])
    assert console.end() == 0
    await again.leave()


async def names(person: Person) -> str:
    """Who is in the room."""
    await person.send(f"NAMES {ROOM}")
    return await person.heard(" 353 ")
