"""Trying a shop: everything that a sync needs, asked for once."""

from collections.abc import Callable
from datetime import datetime

from console.desk.ports import ShopIn, ShopRefused
from console.domain.trials import ShopFound


async def try_shop(shop: ShopIn, currency: str, wall: Callable[[], datetime]) -> ShopFound:
    """Sign in, read what the shop says of itself, and read orders and drafts once. `wall` is this computer's own clock.

    Raises ShopError.
    """
    info = await shop.connect()
    ahead = info.clock - wall() if info.clock else None
    await shop.changes("")
    return ShopFound(
        info.name, info.currency, currency or info.currency, ahead, info.products, await takes_drafts(shop)
    )


async def takes_drafts(shop: ShopIn) -> bool:
    """Whether the shop can keep our names of drafts."""
    try:
        await shop.drafts(["-"])
    except ShopRefused:
        return False
    return True
