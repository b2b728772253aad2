"""The order of a buyer's claims at the shop, in words."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from console.domain.claims.book import Claims
from console.domain.claims.claim import Claim
from console.domain.claims.draft import Draft, DraftState

_tr = QCoreApplication.translate


def order_of(book: Claims, claim: Claim) -> Draft | None:
    """The order that a claim is a part of, of several the last one; None if it is of none."""
    return book.drafts.get(max((part.draft for part in claim.parts), default=0))


def order_words(draft: Draft | None) -> str:
    """Which order it is, at which shop, and how it stands; nothing without one."""
    if draft is None:
        return ""
    if not draft.code:
        return _tr("Claims", "The order is on its way to {0}.").format(draft.shop)
    match draft.state:
        case DraftState.OPEN:
            told = _tr("Claims", "Order {0} waits at {1} to be paid.")
        case DraftState.PLACED:
            told = _tr("Claims", "Order {0} was placed at {1}.")
        case DraftState.ENDED:
            told = _tr("Claims", "Order {0} at {1} is no more.")
        case _:
            assert_never(draft.state)
    return told.format(draft.code, draft.shop)


def to_pay(draft: Draft | None) -> str:
    """What a buyer needs to pay: the link, or where the shop has none the order's code."""
    return (draft.link or draft.code) if draft and draft.state is DraftState.OPEN else ""
