"""What lines of chat are read as on their way to the desk."""

from collections.abc import Sequence

from console.domain.chat import ChatGap, ChatLine, Erasure, LineKind
from console.domain.claims.listening import Listening
from console.domain.claims.reading import LineClaim, Verdict
from console.domain.show import Mode, Show

STAFF = frozenset({"host", "moderator"})

Heard = ChatLine | Erasure | ChatGap


class Hearing:
    """Reads each line once, against the show of the moment in which it came: if the desk is asked again, as before."""

    def __init__(self, listening: Listening) -> None:
        self._listening = listening
        self._read: dict[tuple[str, str], LineClaim | None] = {}

    def asked(self, batch: Sequence[Heard], show: Show) -> tuple[LineClaim, ...]:
        """What the lines of a batch claim, in their order."""
        lines = [each for each in batch if isinstance(each, ChatLine) and may_claim(each, show)]
        read = (self._claim(line, show) for line in lines)
        return tuple(each for each in read if each is not None)

    def kept(self) -> None:
        """Forget what was read: the desk has it."""
        self._read.clear()

    def _claim(self, line: ChatLine, show: Show) -> LineClaim | None:
        key = (line.source, line.id)
        if key not in self._read:
            read = self._listening.read(line.text, show, show.claims.rules.grammar)
            ignored = read.decision is Verdict.IGNORE
            self._read[key] = None if ignored else LineClaim(line.source, line.id, read)
        return self._read[key]


def may_claim(line: ChatLine, show: Show) -> bool:
    """Whether a line could be a claim at all: said now, by a viewer, in a show that takes claims by chat."""
    said_now = line.kind is LineKind.MESSAGE and not line.backlog
    runs = show.mode is not Mode.OFF and show.claims.rules.by_chat
    return said_now and runs and not line.roles & STAFF
