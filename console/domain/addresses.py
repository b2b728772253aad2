"""Addresses of shops and chats as a studio writes them, taken apart or refused with the reason."""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

CHATS = "Write twitch:NAME, irc+wss://HOST/#ROOM, or irc+ws://127.0.0.1:PORT/#ROOM."
SHOPS = "Write it as vendure+https://user@shop.example"
_TWITCH_NAME = re.compile(r"twitch:([A-Za-z0-9_]{1,25})")
_IRC = re.compile(r"irc\+(wss?://[^\s#?@\\\x00-\x20]{1,255})(#[^\s,:\x00-\x20\x7f]{1,63})")


class Wrong(NamedTuple):
    """What is wrong with an address, and what to do."""

    title: str
    next_step: str


class ShopAddress(NamedTuple):
    """A shop's backend ("vendure"), the http(s) address of its root, and the user, if one is named."""

    backend: str
    root: str
    user: str


class TwitchRoom(NamedTuple):
    """A channel of Twitch, in lower case."""

    name: str


class IrcRoom(NamedTuple):
    """A room of an IRC server that speaks WebSocket: the socket's address, the room with its `#`, the page's origin."""

    socket: str
    room: str
    origin: str


def shop_address(text: str) -> ShopAddress | Wrong:
    """Take a shop's address apart. Plain http is for this machine only, and no address holds a password."""
    parts = _split(text)
    if parts is None:
        return Wrong("The shop's address is not an address", "Check its spelling.")
    if parts.password is not None:
        return Wrong("The shop's address holds a password", "Take it out; the password is asked for and kept apart.")
    backend, _, scheme = parts.scheme.partition("+")
    if scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        return Wrong("The shop's address is not complete", SHOPS)
    if scheme == "http" and not is_this_pc(parts.hostname):
        return Wrong("The shop's address is not encrypted", "Write https; http is for a shop on this machine only.")
    place = parts.netloc.rpartition("@")[2]
    return ShopAddress(backend, f"{scheme}://{place}{parts.path.rstrip('/')}", unquote(parts.username or ""))


def chat_address(text: str) -> TwitchRoom | IrcRoom | Wrong:
    """Take a chat's address apart: `twitch:NAME`, `irc+wss://HOST/#ROOM`, on this PC also `irc+ws://`."""
    if found := _TWITCH_NAME.fullmatch(text):
        return TwitchRoom(found[1].lower())
    if not (found := _IRC.fullmatch(text)):
        return Wrong("This is not the address of a chat.", CHATS)
    parts = _split(found[1])
    if parts is None or not parts.hostname or parts.port == 0:
        return Wrong("This is not the address of a server.", CHATS)
    if parts.scheme == "ws" and not is_this_pc(parts.hostname):
        return Wrong("Chat from another machine must be encrypted.", "Begin the address with irc+wss.")
    origin = f"{'http' if parts.scheme == 'ws' else 'https'}://{parts.netloc}"
    return IrcRoom(found[1], found[2].lower(), origin)


def is_this_pc(host: str) -> bool:
    """Whether a host's name or number means this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _split(text: str) -> SplitResult | None:
    """The parts of an address; None if it has none, or a port that is no port."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    return parts
