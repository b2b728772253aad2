"""Names of shops: each server has one of its own for ever, since its orders are kept under it."""

from console.domain.addresses import ShopAddress, shop_address
from console.domain.connections import ConnectionKind
from console.domain.show import Show


def name_of_shop(address: str, show: Show) -> str:
    """The name of the shop at an address: that which its server has or had here, or else one that nobody had."""
    shops = [*(each for each in show.connections if each.kind is ConnectionKind.SHOP), *show.former]
    known = next((each.name for each in shops if server_of(each.address) == server_of(address)), None)
    return known or new_name(backend_of(address), show)


def new_name(backend: str, show: Show) -> str:
    """A name that no connection has or had, and no order is kept under."""
    taken = {each.name for each in (*show.connections, *show.former)} | set(show.linked) | set(show.cursors)
    taken |= {order.snapshot.shop for order in show.orders.values()}
    number = 1
    while (name := backend if number == 1 else f"{backend} {number}") in taken:
        number += 1
    return name


def server_of(address: str) -> str:
    """The server of a shop's address, whoever signs in there."""
    found = shop_address(address)
    return found.root if isinstance(found, ShopAddress) else address


def backend_of(address: str) -> str:
    """What kind of shop it is; for an address that is none, what stands first in it."""
    found = shop_address(address)
    return found.backend if isinstance(found, ShopAddress) else address.partition("+")[0]
