"""Chat sources by their addresses."""

import re
from ipaddress import ip_address
from secrets import randbelow
from urllib.parse import urlsplit

from console.chat.dialects import PlainIrc, Twitch
from console.chat.irc import IrcSource, Patience, Room
from console.desk.ports import ChatSource, Clock

TWITCH = "wss://irc-ws.chat.twitch.tv:443"
_TWITCH_NAME = re.compile(r"twitch:([A-Za-z0-9_]{1,25})")
_IRC = re.compile(r"irc\+(wss?://[^\s#?@\\\x00-\x20]{1,255})(#[^\s,:\x00-\x20\x7f]{1,63})")
_EXAMPLES = "Write twitch:NAME, irc+wss://HOST/#ROOM, or irc+ws://127.0.0.1:PORT/#ROOM."


class AddressError(ValueError):
    """An address of a chat that cannot be used. `title` and `next_step` are for people."""

    def __init__(self, title: str, next_step: str = _EXAMPLES) -> None:
        super().__init__(title)
        self.title = title
        self.next_step = next_step


def chat_source(url: str, clock: Clock, patience: Patience | None = None) -> ChatSource:
    """The source at `twitch:NAME`, `irc+wss://HOST/#ROOM` or, on this PC only, `irc+ws://HOST:PORT/#ROOM`.

    Raises AddressError for anything else.
    """
    if found := _TWITCH_NAME.fullmatch(url):
        room = Room(f"twitch:{found[1].lower()}", TWITCH, f"#{found[1].lower()}", "https://www.twitch.tv")
        return IrcSource(room, Twitch, clock, _anonymous, patience or Patience())
    if found := _IRC.fullmatch(url):
        room = Room(url, found[1], found[2].lower(), _origin(found[1]))
        return IrcSource(room, lambda: PlainIrc(room.room), clock, _nick, patience or Patience())
    raise AddressError("This is not the address of a chat.")


def _origin(address: str) -> str:
    """The origin that a page of that server would have. Raises AddressError where the address is wrong or unsafe."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise AddressError("This is not the address of a server.") from error
    if not host or port == 0:
        raise AddressError("This is not the address of a server.")
    if parts.scheme == "ws" and not _is_this_pc(host):
        raise AddressError("Chat from another machine must be encrypted.", "Begin the address with irc+wss.")
    return f"{'http' if parts.scheme == 'ws' else 'https'}://{parts.netloc}"


def _is_this_pc(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _nick() -> str:
    return f"cue{randbelow(1_000_000):06}"


def _anonymous() -> str:
    return f"justinfan{10_000 + randbelow(80_000)}"
