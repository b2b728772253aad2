"""The rehearsal's chat room hands on what is said, in order, and makes a fast speaker wait."""

import asyncio
from datetime import UTC, datetime

import pytest

from console.desk.ports import Alive, ChatEvent, ChatSource
from console.domain.chat import ChatLine, RoomCleared
from console.rehearsal.chat import RehearsalChat

NOON = datetime(2026, 11, 5, 12, tzinfo=UTC)


def line(number: int) -> ChatLine:
    return ChatLine("rehearsal:en", str(number), "en-000", "Ann", "hello", NOON)


async def heard(source: ChatSource) -> list[ChatEvent]:
    async with asyncio.timeout(2):
        return [event async for event in source.events()]


async def test_events_are_heard_in_order_until_the_room_ends() -> None:
    room = RehearsalChat("rehearsal:en")
    said: list[ChatEvent] = [line(1), RoomCleared("rehearsal:en"), line(2)]
    for event in said:
        await room.say(event)
    await room.end()
    assert await heard(room) == [Alive(), *said]


async def test_a_room_that_ended_stays_ended() -> None:
    room = RehearsalChat("rehearsal:en")
    await room.end()
    assert await heard(room) == [Alive()]
    assert await heard(room) == [Alive()]


async def test_a_full_room_makes_the_speaker_wait_and_loses_nothing() -> None:
    room = RehearsalChat("rehearsal:en", most_waiting=2)
    await room.say(line(1))
    await room.say(line(2))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(room.say(line(3)), 0.02)

    async def speak() -> None:
        for number in range(3, 9):
            await room.say(line(number))
        await room.end()

    async with asyncio.TaskGroup() as group:
        group.create_task(speak())
        listening = group.create_task(heard(room))
    assert listening.result() == [Alive(), *map(line, range(1, 9))]


async def test_a_listener_who_comes_back_hears_what_waited() -> None:
    room = RehearsalChat("rehearsal:en")
    await room.say(line(1))
    await room.say(line(2))
    events = room.events()
    assert [await anext(events), await anext(events)] == [Alive(), line(1)]
    await room.end()
    assert await heard(room) == [Alive(), line(2)]


def test_the_room_has_the_name_of_its_source() -> None:
    assert RehearsalChat("rehearsal:zh").name == "rehearsal:zh"
