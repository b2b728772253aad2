"""Names of hosts as numbers that may be asked: none of this network, unless it is a shop's own."""

import asyncio
import ipaddress
import socket
from collections.abc import Callable

from aiohttp.abc import AbstractResolver, ResolveResult

from console.domain.picture_addresses import LOCAL, is_public, named


class Guarded(OSError):
    """A name leads into this network."""


class GuardedResolver(AbstractResolver):
    """Looks a name up for each connection anew, and gives out only the numbers that may be asked.

    The connection is made to just these numbers, so a name that means another one a moment later gains nothing. `own`
    tells the hosts that may be in this network.
    """

    def __init__(self, own: Callable[[], frozenset[str]]) -> None:
        self._own = own

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The numbers of a host. Raises OSError, Guarded if there are none but local ones."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family)
        results = [result(host, port, kind, str(place[0])) for kind, _, _, _, place in found]
        allowed = results if named(host) in self._own() else [each for each in results if public(each["host"])]
        if not allowed:
            raise Guarded(LOCAL)
        return allowed

    async def close(self) -> None:
        """Nothing is held."""


def result(host: str, port: int, family: int, number: str) -> ResolveResult:
    """One number of a host as aiohttp takes it."""
    numeric = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=number, port=port, family=family, proto=0, flags=numeric)


def public(number: str) -> bool:
    """Whether a number, perhaps with the name of a network card, is one of the public internet."""
    try:
        return is_public(ipaddress.ip_address(number.partition("%")[0]))
    except ValueError:
        return False
