"""The IRC adapter against a real InspIRCd."""

import signal
from collections.abc import AsyncIterator

import pytest

from console.chat.sources import chat_source
from console.desk.ports import ChatSource
from console.domain.chat import LineKind
from tests.chat.hearing import QUICK, WallClock, listening, until
from tests.servers.inspircd import InspIrcd, Person


@pytest.fixture
async def seller(irc: InspIrcd) -> AsyncIterator[Person]:
    person = await Person.join(irc.plain, "seller", "#shop")
    await person.send("MODE #shop +H 50:3600")
    await person.heard("MODE #shop")
    yield person
    await person.leave()


@pytest.fixture
def source(irc: InspIrcd) -> ChatSource:
    return chat_source(irc.url("#shop"), WallClock(), QUICK)


async def console_nick(seller: Person) -> str:
    """Wait until the console is in the room; its nick there."""
    return (await seller.heard(" JOIN ")).split(" :")[0].partition(":")[2].partition("!")[0]


async def test_lines_have_the_servers_ids_and_times(seller: Person, source: ChatSource) -> None:
    async with listening(source) as ear:
        await console_nick(seller)
        await seller.say("hello 7", "\x01ACTION waves\x01", "\x0304,04red\x0f 12", "12 M 两件")
        await seller.send_bytes(b"PRIVMSG #shop :caf\xe9")
        await seller.send("NOTICE #shop :attention")
        await until(lambda: len(ear.lines) == 6)
    assert ear.texts[:4] == ["hello 7", "waves", "red 12", "12 M 两件"]
    assert ear.texts[4].startswith("caf")
    assert [line.kind for line in ear.lines] == [LineKind.MESSAGE] * 5 + [LineKind.NOTICE]
    assert len({line.id for line in ear.lines}) == 6
    assert not any(line.made_up_id or line.backlog for line in ear.lines)
    assert all(line.sent_at for line in ear.lines)
    assert {line.author for line in ear.lines} == {"seller!seller@127.0.0.1"}


async def test_history_told_again_is_backlog_under_the_same_ids(seller: Person, source: ChatSource) -> None:
    async with listening(source) as ear:
        await console_nick(seller)
        await seller.say("take 7", "take 7", "take 8")
        await until(lambda: len(ear.lines) == 3)
    await seller.heard(" QUIT ")
    await seller.say("while away")
    async with listening(source) as again:
        await console_nick(seller)
        await seller.say("back")
        await until(lambda: "back" in again.texts)
    assert again.texts == ["take 7", "take 7", "take 8", "while away", "back"]
    assert [line.id for line in again.lines[:3]] == [line.id for line in ear.lines]
    assert [line.backlog for line in again.lines] == [True] * 4 + [False]


async def test_operators_are_moderators_and_the_founder_is_the_host(seller: Person, source: ChatSource) -> None:
    async with listening(source) as ear:
        await console_nick(seller)
        await seller.say("as operator")
        await seller.send("MODE #shop +v-o seller seller", "PRIVMSG #shop :as guest of honour")
        await seller.send("OPER staff staff", "SAMODE #shop +q-v seller seller")
        await seller.heard("+q")
        await seller.say("as founder")
        await seller.send("NICK shop", "SAMODE #shop +o-q shop shop")
        await seller.heard("+o")
        await seller.say("as the room's own operator")
        await until(lambda: len(ear.lines) == 4)
    assert [set(line.roles) for line in ear.lines] == [{"moderator"}, {"vip"}, {"host"}, {"host"}]


async def test_kicked_may_come_back_and_banned_stays_away(seller: Person, source: ChatSource) -> None:
    async with listening(source) as ear:
        nick = await console_nick(seller)
        await seller.send(f"KICK #shop {nick} :too loud")
        await until(lambda: ear.ended)
    assert ear.ending is not None
    assert ear.ending.retry
    assert "too loud" in ear.ending.title
    await seller.send("MODE #shop +b *!*@127.0.0.1")
    await seller.heard("+b")
    async with listening(source) as ear:
        await until(lambda: ear.ended)
    assert ear.ending is not None
    assert not ear.ending.retry
    assert "banned" in ear.ending.title


async def test_killed_by_an_operator_has_words(seller: Person, source: ChatSource) -> None:
    await seller.send("OPER staff staff")
    await seller.heard(" 381 ")
    async with listening(source) as ear:
        nick = await console_nick(seller)
        await seller.send(f"KILL {nick} :enough")
        await until(lambda: ear.ended)
    assert ear.ending is not None
    assert "enough" in ear.ending.title


async def test_a_room_by_invitation_needs_a_person(seller: Person, source: ChatSource) -> None:
    await seller.send("MODE #shop +i")
    await seller.heard("+i")
    async with listening(source) as ear:
        await until(lambda: ear.ended)
    assert ear.ending is not None
    assert not ear.ending.retry
    assert "invitation" in ear.ending.title


async def test_a_taken_nick_leads_to_another(irc: InspIrcd, seller: Person) -> None:
    from console.chat.dialects import PlainIrc
    from console.chat.irc import IrcSource, Room

    nicks = iter(["seller", "seller", "cue000001"])
    room = Room("irc", f"ws://127.0.0.1:{irc.web}", "#shop", "http://localhost")
    source = IrcSource(room, lambda: PlainIrc("#shop"), WallClock(), lambda: next(nicks), QUICK)
    async with listening(source) as ear:
        assert await console_nick(seller) == "cue000001"
        await seller.say("7")
        await until(lambda: ear.texts == ["7"])


async def test_a_frozen_server_is_noticed_by_its_silence(irc: InspIrcd, seller: Person, source: ChatSource) -> None:
    async with listening(source) as ear:
        await console_nick(seller)
        irc.signal(signal.SIGSTOP)
        await until(lambda: ear.ended, within=5)
        irc.signal(signal.SIGCONT)
    assert ear.ending is not None
    assert "silent" in ear.ending.title


async def test_a_killed_server_is_noticed_at_once(irc: InspIrcd, seller: Person, source: ChatSource) -> None:
    async with listening(source) as ear:
        await console_nick(seller)
        irc.kill()
        await until(lambda: ear.ended, within=2)
    assert ear.ending is not None
    assert ear.ending.retry
