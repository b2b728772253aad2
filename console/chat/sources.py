"""Chat sources by their addresses."""

from typing import assert_never

from console.chat.dialects import PlainIrc, Twitch
from console.chat.irc import IrcSource, Patience, Room
from console.chat.nicks import anonymous, nick
from console.desk.ports import ChatSource, Clock
from console.domain.addresses import IrcRoom, TwitchRoom, Wrong, chat_address
from console.domain.connections import source_name
from console.errors import CuedeskError

TWITCH = "wss://irc-ws.chat.twitch.tv:443"


class AddressError(CuedeskError):
    """An address of a chat that cannot be used."""


def chat_source(url: str, clock: Clock, patience: Patience | None = None) -> ChatSource:
    """The source at `twitch:NAME`, `irc+wss://HOST/#ROOM` or, on this PC only, `irc+ws://HOST:PORT/#ROOM`.

    Raises AddressError for anything else.
    """
    match chat_address(url):
        case TwitchRoom(name):
            room = Room(source_name(url), TWITCH, f"#{name}", "https://www.twitch.tv")
            return IrcSource(room, Twitch, clock, anonymous, patience or Patience())
        case IrcRoom(socket, name, origin):
            room = Room(source_name(url), socket, name, origin)
            return IrcSource(room, lambda: PlainIrc(room.room), clock, nick, patience or Patience())
        case Wrong(title, next_step):
            raise AddressError(title, next_step)
        case never:
            assert_never(never)
