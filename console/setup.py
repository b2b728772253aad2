"""The one place that chooses parts: those of a live show."""

from collections.abc import Sequence
from datetime import UTC, datetime

from console.desk.clock import SteadyClock
from console.desk.desk import Desk
from console.desk.ports import Clock, Part, ShopIn, ShopRefused
from console.domain.actors import Actor, Role
from console.domain.commands import Command, NewShow, SetConnection
from console.domain.connections import Connection, ConnectionKind, ShopState, ShopStatus
from console.domain.outcomes import Accepted
from console.domain.show import Purpose
from console.errors import CuedeskError
from console.settings import secret_of, variable

OPERATOR = Actor("", Role.OPERATOR)


async def require(desk: Desk, command: Command) -> None:
    """Ask the desk for something that must be. Raises CuedeskError if it refuses."""
    outcome = await desk.ask(command, OPERATOR)
    if not isinstance(outcome, Accepted):
        raise CuedeskError(f"{type(command).__name__} was refused: {outcome}", "Check what was given.")


class Live:
    """A live show with the shop and the chats that the studio has set up. `title` and `currency` begin a new file."""

    purpose = Purpose.LIVE

    def __init__(self, connections: Sequence[Connection] = (), title: str = "", currency: str = "") -> None:
        self._connections = connections
        self._title = title
        self._currency = currency
        self.create = bool(currency)

    def clock(self, last: datetime) -> Clock:
        """The wall's time, which nothing sets back."""
        return SteadyClock(max(datetime.now(UTC), last))

    async def prepare(self, desk: Desk) -> None:
        """Begin a show in a new file, and remember the connections given."""
        if desk.show.id == 0 and self._currency:
            await require(desk, NewShow(self._title, self._currency))
        for connection in self._connections:
            await require(desk, SetConnection(connection))

    def parts(self, desk: Desk) -> Sequence[Part]:
        """The chats and the shop, and what keeps the computer awake."""
        from console.awake import Awake  # noqa: PLC0415 - slow to import, and the window is up
        from console.chat.sources import chat_source  # noqa: PLC0415 - aiohttp: 0.2 s
        from console.parts import ChatPart, ShopPart  # noqa: PLC0415 - as above

        chats = [each.address for each in desk.show.connections if each.kind is ConnectionKind.CHAT]
        shops = [shop for each in desk.show.connections if (shop := connected(each, desk))]
        listening = ChatPart(desk, [chat_source(each, desk.clock) for each in chats])
        return [Awake(desk), listening, *(ShopPart(desk, shop) for shop in shops)]


def connected(connection: Connection, desk: Desk) -> ShopIn | None:
    """The shop of a connection; None, with words in the window, if it cannot be used as it is set up."""
    from console.shop.vendure import vendure_shop  # noqa: PLC0415 - as above

    if connection.kind is not ConnectionKind.SHOP:
        return None
    try:
        return vendure_shop(connection.name, connection.address, known_secret(connection.name), desk.clock)
    except ShopRefused as error:
        desk.report(ShopStatus(connection.name, ShopState.DENIED, error.title, error.next_step))
        return None


def known_secret(connection: str) -> str:
    """A connection's secret. Raises ShopRefused where it is neither in the environment nor in the keyring."""
    secret = secret_of(connection)
    if secret is None:
        raise ShopRefused("The shop's password is not known.", f"Set {variable(connection)} and start again.")
    return secret
