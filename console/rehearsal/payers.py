"""What simulated buyers do about the orders of their claims: most pay after a while, some never, a few give it back."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import Enum, auto

from console.domain.claims.claim import PartState
from console.domain.claims.draft import Draft, DraftState
from console.domain.show import Show

PAY, GIVE_BACK = 0.68, 0.72
SOONEST, LATEST = 35, 200
SECOND = timedelta(seconds=1)


class Deed(Enum):
    """What a buyer does about an order."""

    PAYS = auto()
    GIVES_BACK = auto()


def deeds(show: Show, seed: int, now: datetime) -> Iterator[tuple[Draft, Deed]]:
    """Which orders are paid or given back by now. It follows from the show alone, whatever was before."""
    began = show.began or now
    for draft in sorted(show.claims.drafts.values(), key=lambda each: each.id):
        if draft.state is not DraftState.OPEN or (since := granted(show, draft)) is None:
            continue
        chance = random.Random(f"{seed}/pays/{draft.buyer}/{(since - began) // SECOND}")
        mood, patience = chance.random(), chance.randrange(SOONEST, LATEST)
        if mood < GIVE_BACK and now - since >= timedelta(seconds=patience):
            yield draft, Deed.PAYS if mood < PAY else Deed.GIVES_BACK


def granted(show: Show, draft: Draft) -> datetime | None:
    """When the first of what an order still holds was given to its buyer."""
    ends = [part.until for _, part in show.claims.within(draft) if part.state is PartState.HELD and part.until]
    return min(ends) - show.claims.rules.hold if ends else None
