"""Calls that may never return hold nothing up."""

import asyncio
import threading

import pytest

from console.aside import aside


async def test_an_answer_and_an_error_arrive() -> None:
    assert await aside(lambda: 7, 5) == 7
    with pytest.raises(ZeroDivisionError):
        await aside(lambda: 1 // 0, 5)


async def test_a_call_that_does_not_return_is_given_up() -> None:
    never = threading.Event()
    with pytest.raises(TimeoutError):
        await aside(never.wait, 0.01)
    never.set()


def test_the_loop_ends_while_a_call_hangs() -> None:
    never = threading.Event()

    async def hanging() -> None:
        waiting = asyncio.create_task(aside(never.wait, 60))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)

    asyncio.run(hanging())
    assert "aside" in [each.name for each in threading.enumerate()]
    never.set()
