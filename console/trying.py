"""Trying a connection for the person who sets it up: one real conversation, then an answer in words."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from console.chat.sources import chat_source
from console.chat.trial import try_room
from console.desk.ports import Clock, ShopIn
from console.domain.connections import Connection, ConnectionKind
from console.domain.trials import ShopFound, TrialFailed, Verdict
from console.errors import CuedeskError
from console.log import log_failure
from console.shop.trial import try_shop

LONGEST = 25.0


async def tried(
    connection: Connection,
    currency: str,
    clock: Clock,
    shop: Callable[[], Awaitable[ShopIn]],
    longest: float = LONGEST,
) -> Verdict:
    """Try a connection of a show in this currency, for so many seconds at most.

    Never raises but when it is cancelled.
    """
    try:
        async with asyncio.timeout(longest):
            if connection.kind is ConnectionKind.CHAT:
                return await try_room(chat_source(connection.address, clock))
            return await shop_tried(await shop(), currency)
    except TimeoutError:
        return TrialFailed(f"There was no answer within {longest:.0f} seconds.", "Check the address and the network.")
    except CuedeskError as error:
        return TrialFailed(error.title, error.next_step)
    except Exception as error:  # noqa: BLE001 - whatever went wrong, the person hears of it and the console goes on
        log_failure("a trial", error)
        return TrialFailed(f"The test failed ({type(error).__name__}).", "Try again; the log has the details.")


async def shop_tried(shop: ShopIn, currency: str) -> ShopFound:
    """Try a shop and let go of it."""
    try:
        return await try_shop(shop, currency, lambda: datetime.now(UTC))
    finally:
        await shop.aclose()
