"""Addresses of shops as a studio writes them: `vendure+https://user@shop.example`."""

from console.desk.ports import ShopRefused
from console.domain.addresses import ShopAddress, Wrong, shop_address


def parse_address(address: str) -> ShopAddress:
    """Take an address apart; raises ShopRefused for one that is broken, holds a password, or is not encrypted."""
    found = shop_address(address)
    if isinstance(found, Wrong):
        raise ShopRefused(found.title, found.next_step)
    return found
