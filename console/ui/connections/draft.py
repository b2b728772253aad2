"""What a person types of a connection, read as an address or refused with the reason."""

import re
from urllib.parse import quote

import msgspec
from PySide6.QtCore import QCoreApplication

from console.domain.addresses import IrcRoom, TwitchRoom, Wrong, chat_address, shop_address
from console.domain.connections import Connection, ConnectionKind
from console.domain.naming import name_of_shop
from console.domain.show import Show

VENDURE = "vendure"
_TWITCH_PAGE = re.compile(r"(?:https?://)?(?:www\.|m\.)?twitch\.tv/([A-Za-z0-9_]{1,25})/?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class Typed(msgspec.Struct, frozen=True):
    """The fields of the form; a chat has no user."""

    kind: ConnectionKind
    address: str
    user: str = ""


def read(typed: Typed, show: Show, before: Connection | None = None) -> Connection | Wrong:
    """The connection that is typed, in place of the one `before` if it is the same shop."""
    if not typed.address.strip():
        return Wrong(_tr("The address is empty."), "")
    if typed.kind is ConnectionKind.CHAT:
        return read_chat(typed, show, before)
    return read_shop(typed, show)


def read_shop(typed: Typed, show: Show) -> Connection | Wrong:
    """A shop: with or without `https://` and the backend before it; the user may be part of the address."""
    text = typed.address.strip()
    text = text if _SCHEME.match(text) else f"https://{text}"
    text = text if "+" in text.partition("://")[0] else f"{VENDURE}+{text}"
    found = shop_address(text)
    if isinstance(found, Wrong):
        return found
    if found.backend != VENDURE:
        return Wrong(_tr("This console speaks to Vendure only."), _tr("Write the address of a Vendure shop."))
    user = typed.user.strip() or found.user
    scheme, _, place = found.root.partition("://")
    address = f"{VENDURE}+{scheme}://{quote(user, safe='') + '@' if user else ''}{place}"
    return Connection(name_of_shop(address, show), ConnectionKind.SHOP, address)


def read_chat(typed: Typed, show: Show, before: Connection | None) -> Connection | Wrong:
    """A chat: an address, a bare channel of Twitch, or the address of its page."""
    text = typed.address.strip()
    if found := _TWITCH_PAGE.fullmatch(text):
        text = f"twitch:{found[1].lower()}"
    match chat_address(text):
        case Wrong() as wrong:
            return wrong
        case TwitchRoom(name):
            text = f"twitch:{name}"
        case IrcRoom():
            pass
    if any(each.address == text and each != before for each in show.connections):
        return Wrong(_tr("This room is set up already."), "")
    name = before.name if before and before.address == text else _chat_name(text)
    return Connection(name, ConnectionKind.CHAT, text)


def typed_of(connection: Connection) -> Typed:
    """A connection as the form shows it."""
    if connection.kind is ConnectionKind.CHAT:
        return Typed(connection.kind, connection.address)
    found = shop_address(connection.address)
    if isinstance(found, Wrong):
        return Typed(connection.kind, connection.address)
    return Typed(connection.kind, found.root, found.user)


def _chat_name(address: str) -> str:
    """A name without the slashes that none may hold."""
    kind, _, place = address.partition("://")
    return " ".join((kind.partition("+")[0], *place.split("/"))) if place else address


def _tr(text: str) -> str:
    return QCoreApplication.translate("ConnectionDraft", text)
