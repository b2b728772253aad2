"""How a show grants claims."""

from datetime import timedelta
from enum import StrEnum

import msgspec

from console.domain.claims.grammar import Grammar

HOLD = timedelta(minutes=15)
LONGEST_HOLD = timedelta(days=7)


class WhenSoldOut(StrEnum):
    """What is done about what is being explained when its last piece is promised. Names are kept in the journal."""

    MARK = "mark"
    UNPIN = "unpin"
    NEXT = "next"


class Limit(msgspec.Struct, frozen=True):
    """The most pieces of a SKU that one buyer may claim and order in a show; 0 = as many as there are."""

    sku: str
    pieces: int


class ClaimRules(msgspec.Struct, frozen=True):
    """How long pieces are held for a claim, how many one buyer may have, and what lines of chat count as claims.

    `partial`: a claim that asks for more than is left gets what is left. `limit` is the most of any SKU (0 = no limit)
    that has none of its own among `limits`. `by_chat`: what viewers say claims by itself.
    `sends_orders`: what a buyer has got becomes an order at the shop by itself. `first_paid`: nothing is held, and
    whoever pays first has the pieces; `otherwise` are the identities of those for whom it is the other way round.
    `hold_moved_up` is how long pieces are held for who moves up in the wait-list (None: as for everybody).
    `late_waits`: who comes too late then waits for pieces that come back, and is refused if not. `sold_out` is what is
    done when what is being explained sells out: it is marked, no longer explained, or the next one is proposed, too.
    """

    hold: timedelta = HOLD
    partial: bool = False
    limit: int = 0
    limits: tuple[Limit, ...] = ()
    grammar: Grammar = Grammar()
    by_chat: bool = False
    sends_orders: bool = True
    first_paid: bool = False
    otherwise: tuple[str, ...] = ()
    late_waits: bool = True
    sold_out: WhenSoldOut = WhenSoldOut.MARK
    hold_moved_up: timedelta | None = None

    def limit_of(self, sku: str) -> int:
        """The most pieces of a SKU for one buyer; 0 = as many as there are."""
        return next((each.pieces for each in self.limits if each.sku == sku), self.limit)


class Terms(msgspec.Struct, frozen=True):
    """On what terms a SKU is given to claims in this show; those of "" are about all SKUs.

    `stopped` holds the notice of a sale that was stopped (None: it goes on). `released` is how many pieces claims may
    have in all (None: what there is). `fenced` pieces are kept for this show's claims.
    """

    stopped: str | None = None
    released: int | None = None
    fenced: int = 0
