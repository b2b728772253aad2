"""What is known of a buyer beside a claim: new here, comes again, left something unpaid, restricted."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from console.domain.claims.book import Claims
from console.domain.claims.claim import Part, PartState


class Tag(StrEnum):
    """What to know of a buyer at a glance."""

    FIRST = "first"
    REPEAT = "repeat"
    OWES = "owes"
    RESTRICTED = "restricted"


class Past(msgspec.Struct, frozen=True):
    """An identity's claims in earlier shows: how many there were, and how many ended unpaid."""

    claims: int = 0
    unpaid: int = 0


class Told(msgspec.Struct, frozen=True):
    """What the file knows of claims beside the show: names by buyer, words by claim, what was before by buyer."""

    names: dict[str, str] = {}
    words: dict[int, str] = {}
    past: dict[str, Past] = {}


class Tagged(msgspec.Struct, frozen=True):
    """A buyer's tags; `unpaid` is how many claims ended because nobody paid."""

    tags: tuple[Tag, ...] = ()
    unpaid: int = 0


def was_left(book: Claims, part: Part) -> bool:
    """Whether a part could have been paid at the shop, and was not in time."""
    draft = book.drafts.get(part.draft)
    return part.state is PartState.EXPIRED and draft is not None and draft.ref != ""


def tagged(book: Claims, buyer: str, past: Mapping[str, Past], show: int) -> Tagged:
    """What to know of a buyer, under all identities, counted from what really became of the claims."""
    before = [past.get(each) or Past() for each in book.identities(buyer)]
    now = [claim for claim in book.of(buyer) if claim.show == show]
    claims = len(now) + sum(each.claims for each in before)
    unpaid = sum(each.unpaid for each in before)
    unpaid += sum(any(was_left(book, part) for part in claim.parts) for claim in now)
    tags = (
        (Tag.RESTRICTED, book.is_restricted(buyer)),
        (Tag.OWES, unpaid > 0),
        (Tag.FIRST, claims == 1),
        (Tag.REPEAT, claims > 1),
    )
    return Tagged(tuple(tag for tag, given in tags if given), unpaid)
