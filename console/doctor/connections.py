"""The shop and the chats of a file, tried for real: one conversation each, nothing is changed there."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime

from console.desk.clock import SteadyClock
from console.desk.ports import ShopIn
from console.domain.connections import Connection, ConnectionKind
from console.domain.health import Check, State, of_clock, of_currency
from console.domain.trials import RoomJoined, ShopFound, TrialFailed, Verdict
from console.settings import SecretPlace, secret_place, variable
from console.setup import connected, known_secret
from console.trying import tried

LONGEST = 15.0
NO_NAMES = "Have the custom field clientKey (string, unique) added to the shop's orders."


def of_secret(connection: Connection) -> Iterator[Check]:
    """Where a shop's password is, never what it is."""
    match secret_place(connection.name, connection.address):
        case SecretPlace.ENVIRONMENT:
            yield Check("password", State.OK, f"in {variable(connection.name)}", about=connection.name)
        case SecretPlace.KEYRING:
            yield Check("password", State.OK, "in the keyring", about=connection.name)
        case SecretPlace.NOWHERE:
            step = f"Enter it in the window's connections, or set {variable(connection.name)}."
            yield Check("password", State.BAD, "not known", step, connection.name)


def of_connection(connection: Connection, currency: str) -> Iterator[Check]:
    """What one real conversation says."""
    yield from told(connection, asyncio.run(trial(connection, currency)), datetime.now(UTC))


async def trial(connection: Connection, currency: str) -> Verdict:
    """Try the connection with the password that is kept."""
    clock = SteadyClock()

    async def shop() -> ShopIn:
        return connected(connection, await asyncio.to_thread(known_secret, connection), clock)

    return await tried(connection, currency, clock, shop, LONGEST)


def told(connection: Connection, verdict: Verdict, now: datetime) -> Iterator[Check]:
    """A verdict as what was looked at."""
    name = connection.kind.value
    match verdict:
        case TrialFailed(title=title, next_step=step):
            yield Check(name, State.BAD, title, step or "Check its address and the network.", connection.name)
        case RoomJoined():
            yield Check(name, State.OK, "the room lets us in", about=connection.name)
        case ShopFound(name=title, products=products):
            goods = f", {products} products" if products is not None else ""
            yield Check(name, State.OK, f"signed in at {title}{goods}", about=connection.name)
            if not verdict.drafts:
                yield Check(name, State.ATTENTION, "it cannot take the orders of claims", NO_NAMES, connection.name)
            yield of_currency(connection.name, verdict.wanted, verdict.currency)
            if verdict.ahead is not None:
                yield of_clock(connection.name, now, now + verdict.ahead)


def shops(connections: tuple[Connection, ...]) -> list[Connection]:
    """Those that need a password."""
    return [each for each in connections if each.kind is ConnectionKind.SHOP]
