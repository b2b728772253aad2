"""What a server's refusals mean to people."""

from console.chat.clean import clean
from console.chat.irc_lines import IrcLine
from console.desk.ports import ChatError

_CHECK = "Check the chat's address in the settings."
_ASK = "Ask the room's moderators to let the console in, then retry."

NICK_TAKEN = frozenset({"432", "433", "436", "437"})
_ROOM = {
    "403": ("There is no such chat room.", _CHECK, False),
    "405": ("The chat server allows no more rooms.", _CHECK, False),
    "471": ("The chat room is full.", "The console tries again by itself.", True),
    "473": ("The chat room is by invitation only.", _ASK, False),
    "474": ("The console is banned from the chat room.", _ASK, False),
    "475": ("The chat room needs a key.", _ASK, False),
    "476": ("The chat room's name is not valid.", _CHECK, False),
    "477": ("The chat room is for registered names only.", _ASK, False),
    "489": ("The chat room needs a secure connection.", "Use an address that begins with irc+wss.", False),
}
_SERVER = {
    "464": ("The chat server wants a password.", "Use a server that can be read without one.", False),
    "465": ("The console is banned from the chat server.", "Ask the server's operators.", False),
}
_CLOSES = {
    1000: "The chat server closed the connection.",
    1001: "The chat server is going away.",
    1002: "The chat server did not understand the console.",
    1008: "The chat server closed the connection by its rules.",
    1009: "The chat server sent more than a chat line can be.",
    1011: "The chat server failed.",
    1012: "The chat server restarts.",
    1013: "The chat server is overloaded.",
}


def refusal(line: IrcLine, room: str) -> ChatError | None:
    """What a numeric reply means, if it keeps us out of the room or off the server."""
    found = _SERVER.get(line.command)
    if found is None and line.param(1).lower() == room:
        found = _ROOM.get(line.command)
    return ChatError(found[0], found[1], retry=found[2]) if found else None


def thrown_out(line: IrcLine) -> ChatError:
    """We were kicked: come back once things have calmed down; a ban will say so itself."""
    reason = clean(line.param(2), 100)
    words = (
        f"The console was removed from the chat room ({reason})."
        if reason
        else "The console was removed from the chat room."
    )
    return ChatError(words, "Ask the room's moderators if it happens again.")


def server_error(line: IrcLine) -> ChatError:
    """The server says why it hangs up."""
    reason = clean(line.param(0), 100)
    banned = "-lined" in reason.lower() or "banned" in reason.lower()
    return ChatError(
        f"The chat server hung up ({reason}).", "Ask the server's operators." if banned else "", retry=not banned
    )


def closed(code: int | None) -> ChatError:
    """The connection ended under us with a close code of WebSocket (RFC 6455), or without any."""
    return ChatError(_CLOSES.get(code or 1006, "The connection to the chat server was lost."))
