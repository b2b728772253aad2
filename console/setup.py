"""The one place that chooses parts: those of a live show."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from console.aside import aside
from console.desk.clock import SteadyClock
from console.desk.desk import Desk
from console.desk.ports import Clock, Part, Shop, ShopIn, ShopRefused
from console.desk.store import Store
from console.domain.actors import Actor, Role
from console.domain.commands import Command, NewShow, SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.domain.naming import name_of_shop
from console.domain.outcomes import Accepted
from console.domain.picture_addresses import own_hosts
from console.domain.secret import Secret
from console.domain.show import Purpose, Show
from console.domain.trials import Verdict
from console.errors import CuedeskError
from console.looking import looks
from console.settings import in_environment, keep_secret, pictures_folder, secret_of, variable

if TYPE_CHECKING:
    from console.connected import Connected
    from console.pictures.shelf import Shelf

OPERATOR = Actor("", Role.OPERATOR)
KEYRING_S = 60.0  # a keyring may ask its person for a password
SILENT = "The system's keyring does not answer."


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
        self._connected: Connected | None = None
        self._shelf: Shelf | None = None
        self._entered: dict[str, Secret] = {}

    def clock(self, last: datetime) -> Clock:
        """The wall's time, which nothing sets back."""
        return SteadyClock(max(datetime.now(UTC), last))

    async def prepare(self, desk: Desk) -> None:
        """Begin a show in a new file, and remember the connections given."""
        if desk.show.id == 0 and self._currency:
            await require(desk, NewShow(self._title, self._currency))
        for connection in self._connections:
            await require(desk, SetConnection(named(connection, desk.show)))

    def parts(self, desk: Desk, store: Store) -> Sequence[Part]:
        """What keeps the computer awake and the file backed up, and the shops and chats."""
        from console.awake import Awake  # noqa: PLC0415 - slow to import, and the window is up
        from console.backups.automatic import AutomaticBackups  # noqa: PLC0415 - as above
        from console.chat.sources import chat_source  # noqa: PLC0415 - aiohttp: 0.2 s
        from console.connected import Connected  # noqa: PLC0415 - as above
        from console.desk.hearing import Hearing  # noqa: PLC0415 - as above
        from console.domain.claims.listening import Listening  # noqa: PLC0415 - as above
        from console.imports.claim_words import claim_words  # noqa: PLC0415 - as above
        from console.parts import ChatPart  # noqa: PLC0415 - as above
        from console.pictures.cache import PictureCache  # noqa: PLC0415 - as above
        from console.pictures.shelf import Shelf  # noqa: PLC0415 - as above

        self._connected = Connected(
            desk,
            ChatPart(desk, (), Hearing(Listening(claim_words()))),
            lambda each: self._shop_part(desk, each),
            lambda each: chat_source(each.address, desk.clock),
        )
        own = lambda: own_hosts(desk.show.connections)  # noqa: E731 - it is asked anew for each picture
        self._shelf = Shelf(PictureCache(pictures_folder()), own)
        return [Awake(desk), AutomaticBackups(desk, store), *looks(desk), self._shelf, self._connected]

    async def try_out(self, desk: Desk, connection: Connection, secret: Secret | None) -> Verdict:
        """Connect for real, once, with this secret or the one that is kept."""
        from console.trying import tried  # noqa: PLC0415 - as above

        async def shop() -> ShopIn:
            given = await self._asked(connection) if secret is None else secret
            return connected(connection, given, desk.clock)

        return await tried(connection, desk.show.currency, desk.clock, shop)

    async def picture(self, address: str) -> Path:
        """The file of the picture, from this computer or from its address."""
        if self._shelf is None:
            raise RuntimeError("the parts are not made")
        return await self._shelf.picture(address)

    async def keep_secret(self, connection: Connection, secret: Secret) -> None:
        """Begin the connection anew with its secret, and have the system's keyring keep it.

        Raises CuedeskError where the keyring does not: then it lasts until the console is closed, in memory alone.
        """
        if not in_environment(connection.name):
            self._entered[connection.address] = secret
        if self._connected is not None:
            self._connected.renew(connection.name)
        try:
            await aside(lambda: keep_secret(connection.name, connection.address, secret.reveal()), KEYRING_S)
        except TimeoutError:
            raise CuedeskError(
                SILENT, "It is used until the console is closed; unlock the keyring, save again."
            ) from None

    async def _asked(self, connection: Connection) -> Secret:
        """A connection's secret, which the keyring may ask a person for. Raises ShopRefused if it is not known."""
        try:
            return await aside(lambda: self._secret(connection), KEYRING_S)
        except TimeoutError:
            step = f"Unlock it, or set {variable(connection.name)} in the environment, then try again."
            raise ShopRefused(SILENT, step) from None

    async def _shop_part(self, desk: Desk, connection: Connection) -> Part:
        """What keeps up with a shop, with its secret of now."""
        from console.parts import ShopPart  # noqa: PLC0415 - as above

        return ShopPart(desk, connected(connection, await self._asked(connection), desk.clock))

    def _secret(self, connection: Connection) -> Secret:
        """A connection's secret: the one that was entered since the start, else the one that is kept."""
        return self._entered.get(connection.address) or known_secret(connection)


def named(connection: Connection, show: Show) -> Connection:
    """A connection under its own name: of a shop, that which its server has or had in this file."""
    if connection.kind is ConnectionKind.CHAT:
        return connection
    return structs.replace(connection, name=name_of_shop(connection.address, show))


def connected(connection: Connection, secret: Secret, clock: Clock) -> Shop:
    """The shop of a connection. Raises ShopRefused if it cannot be used as it is set up."""
    from console.shop.vendure import vendure_shop  # noqa: PLC0415 - as above

    return vendure_shop(connection.name, connection.address, secret.reveal(), clock)


def known_secret(connection: Connection) -> Secret:
    """A connection's secret. Raises ShopRefused where it is neither in the environment nor in the keyring."""
    secret = secret_of(connection.name, connection.address)
    if secret is None:
        step = f"Enter it in the window's connections, or set {variable(connection.name)} and start again."
        raise ShopRefused("The shop's password is not known.", step)
    return Secret(secret)
