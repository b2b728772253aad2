"""Lines of chat that claim something."""

from console.domain.chat import ChatLine
from console.domain.claims.reading import Asked, LineClaim, Reading, Reason, ReasonCode, Verdict
from console.domain.commands import HearChat
from tests.domain.goods import NOON

TWITCH, IRC, OTHER_WAY = "twitch:shop", "irc+wss://chat.example/#shop", "twitch+mirror:shop"
SOURCES = (TWITCH, IRC)
SURE = Reason(ReasonCode.MATCHED)


def line_of(id_: str, author: str, *, source: str = TWITCH, name: str = "", backlog: bool = False) -> ChatLine:
    """A line as it was said."""
    return ChatLine(source, id_, author, name or author, "SOLD 12", NOON, backlog=backlog)


def read_as(line: ChatLine, *items: Asked, verdict: Verdict = Verdict.GRANT) -> LineClaim:
    """What a line was read as."""
    return LineClaim(line.source, line.id, Reading(verdict, items, 1.0, SURE, "code"))


def claiming(
    id_: str,
    author: str,
    *items: Asked,
    source: str = TWITCH,
    verdict: Verdict = Verdict.GRANT,
    name: str = "",
    backlog: bool = False,
) -> HearChat:
    """One line that was said, and what it was read as."""
    line = line_of(id_, author, source=source, name=name, backlog=backlog)
    return HearChat((line,), (read_as(line, *items, verdict=verdict),))


def together(*said: HearChat) -> HearChat:
    """Several lines in one batch."""
    return HearChat(
        tuple(event for each in said for event in each.events), tuple(x for each in said for x in each.asked)
    )
