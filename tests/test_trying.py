"""A trial is a real conversation, and each way in which it ends has words."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.chat.sources import chat_source
from console.chat.trial import try_room
from console.desk.desk import Desk
from console.desk.ports import ShopIn
from console.domain.actors import Actor, Role
from console.domain.commands import NewShow
from console.domain.connections import Connection, ConnectionKind
from console.domain.secret import Secret
from console.domain.trials import RoomJoined, ShopFound, TrialFailed, Verdict
from console.setup import Live, connected
from console.trying import tried
from tests.desk.house import desk_on
from tests.servers.inspircd import InspIrcd, Person, running_inspircd
from tests.servers.vendure import Vendure, free_port
from tests.shop.lying_server import Answer, LyingServer, lying, raw, said, silence

OPERATOR = Actor("ana", Role.OPERATOR)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk with a show in dollars."""
    async with desk_on(tmp_path / "show.cuedesk") as made:
        await made.ask(NewShow("Evening", "USD"), OPERATOR)
        yield made


def shop_at(port: int, user: str = "superadmin") -> Connection:
    return Connection("vendure", ConnectionKind.SHOP, f"vendure+http://{user + '@' if user else ''}127.0.0.1:{port}")


async def trial(desk: Desk, connection: Connection, secret: str) -> Verdict:
    return await Live().try_out(desk, connection, Secret(secret))


async def test_a_real_shop_says_its_name_currency_clock_and_products(desk: Desk, vendure_server: Vendure) -> None:
    verdict = await trial(desk, shop_at(vendure_server.port), "superadmin")
    assert isinstance(verdict, ShopFound)
    assert (verdict.name, verdict.wanted) == (f"127.0.0.1:{vendure_server.port}", "USD")
    assert len(verdict.currency) == 3
    assert verdict.ahead is not None
    assert abs(verdict.ahead.total_seconds()) < 5
    assert verdict.products is not None


@pytest.mark.parametrize("user", ["superadmin", ""])
async def test_a_wrong_password_or_key_is_denied(desk: Desk, vendure_server: Vendure, user: str) -> None:
    verdict = await trial(desk, shop_at(vendure_server.port, user), "wrong-4711")
    assert isinstance(verdict, TrialFailed)
    assert "does not accept" in verdict.title
    assert "4711" not in str(verdict)


@pytest.fixture
async def liar() -> AsyncIterator[LyingServer]:
    """A server that lies."""
    async with lying() as server:
        yield server


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (
            raw(b"<html><title>Sign in to the hotspot</title></html>", Content_Type="text/html"),
            "Something else answered",
        ),
        (raw(b"", 302, Location="https://elsewhere.example"), "leads elsewhere"),
        (raw(b"nothing here", 404), "no shop at this address"),
        (raw(b"", 503, Retry_After="30"), "busy or broken"),
        (raw(b"", 403), "does not accept"),
        (said({"login": {"__typename": "CurrentUser"}}), "does not accept"),
        (raw(b'{"errors":[{"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}'), "does not know what it was asked"),
        (raw(b'{"data":{"hello":"world"}}', vendure_auth_token="x"), "not understood"),  # noqa: S106 - a made-up one
    ],
)
async def test_what_is_no_shop_is_told_in_words(desk: Desk, liar: LyingServer, answer: Answer, words: str) -> None:
    liar.answer = answer
    verdict = await trial(desk, shop_at(liar.port), "word")
    assert isinstance(verdict, TrialFailed)
    assert words in verdict.title
    assert verdict.next_step


async def test_no_server_no_name_and_no_trust_are_told_apart(desk: Desk, liar: LyingServer) -> None:
    refused = await trial(desk, shop_at(free_port()), "word")
    assert isinstance(refused, TrialFailed)
    assert "not running" in refused.title
    unknown = Connection("vendure", ConnectionKind.SHOP, "vendure+https://ann@no-such-host.invalid")
    nameless = await trial(desk, unknown, "word")
    assert isinstance(nameless, TrialFailed)
    assert "not found" in nameless.title
    plain = Connection("vendure", ConnectionKind.SHOP, f"vendure+https://ann@127.0.0.1:{liar.port}")
    untrusted = await trial(desk, plain, "word")
    assert isinstance(untrusted, TrialFailed)
    assert "certificate" in untrusted.title
    assert liar.asked == []


async def test_a_server_that_never_answers_is_given_up(desk: Desk, liar: LyingServer) -> None:
    liar.answer = silence
    mute = shop_at(liar.port)

    async def shop() -> ShopIn:
        return connected(mute, Secret("word"), desk.clock)

    verdict = await tried(mute, desk.show.currency, desk.clock, shop, longest=0.3)
    assert isinstance(verdict, TrialFailed)
    assert "no answer" in verdict.title


async def test_a_trial_can_be_cancelled(desk: Desk, liar: LyingServer) -> None:
    liar.answer = silence
    trying = asyncio.create_task(trial(desk, shop_at(liar.port), "word"))
    async with asyncio.timeout(20):
        while not liar.asked:  # noqa: ASYNC110 - the server sets no event
            await asyncio.sleep(0.005)
    trying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(trying, 20)


@pytest.fixture
def irc(tmp_path: Path) -> Iterator[InspIrcd]:
    with running_inspircd(tmp_path) as server:
        yield server


async def test_a_silent_room_is_joined_and_silence_is_no_fault(desk: Desk, irc: InspIrcd) -> None:
    assert await try_room(chat_source(irc.url("#shop"), desk.clock), listening=0.2) == RoomJoined(None)


async def test_a_room_tells_when_somebody_last_spoke(desk: Desk, irc: InspIrcd) -> None:
    mei = await Person.join(irc.plain, "mei", "#shop")
    await mei.send("MODE #shop +H 50:1d")
    await mei.heard("MODE #shop")
    await mei.say("12 M please")
    verdict = await Live().try_out(desk, Connection("room", ConnectionKind.CHAT, irc.url("#shop")), None)
    await mei.leave()
    assert isinstance(verdict, RoomJoined)
    assert verdict.said_at is not None
    assert abs((datetime.now(UTC) - verdict.said_at).total_seconds()) < 60


async def test_a_chat_server_that_is_not_there_is_told(desk: Desk) -> None:
    room = Connection("room", ConnectionKind.CHAT, f"irc+ws://127.0.0.1:{free_port()}/#shop")
    verdict = await Live().try_out(desk, room, None)
    assert isinstance(verdict, TrialFailed)
    assert "cannot be reached" in verdict.title


async def test_a_chat_address_that_is_none_is_told(desk: Desk) -> None:
    verdict = await Live().try_out(desk, Connection("room", ConnectionKind.CHAT, "chat.example"), None)
    assert isinstance(verdict, TrialFailed)
    assert "twitch:NAME" in verdict.next_step
