"""Claims, buyers and the terms of the sale, folded."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.apply.stock import with_movements
from console.domain.changes import (
    BuyerJoined,
    BuyerMarked,
    BuyersParted,
    ChatHeard,
    Claimed,
    ClaimMoved,
    ClaimRulesSet,
    DraftSet,
    ReleaseSet,
    RingFenced,
    SaleResumed,
    SaleStopped,
)
from console.domain.chat import LineDeleted
from console.domain.claims.book import ALL, Claims
from console.domain.claims.identity import line_key
from console.domain.claims.rules import Terms
from console.domain.show import Show

OfClaims = Claimed | ClaimMoved | DraftSet
OfTerms = ClaimRulesSet | SaleStopped | SaleResumed | ReleaseSet | RingFenced
OfBuyers = BuyerJoined | BuyersParted | BuyerMarked


def apply_claims(show: Show, change: OfClaims | OfTerms | OfBuyers) -> Show:
    """The show after something about its claims changed."""
    match change:
        case Claimed(claim=claim, movements=movements):
            serial, stock = max(show.serial, claim.id), with_movements(show.stock, movements)
            return replace(show, serial=serial, stock=stock, claims=show.claims.having(claim, show.id))
        case ClaimMoved():
            return moved(show, change)
        case DraftSet(draft=draft):
            serial = max(show.serial, draft.id, draft.errand)
            return replace(show, serial=serial, claims=show.claims.drawn(draft))
        case ClaimRulesSet(rules=rules):
            return replace(show, claims=replace(show.claims, rules=rules))
        case SaleStopped() | SaleResumed() | ReleaseSet() | RingFenced():
            return replace(show, claims=replace(show.claims, terms=with_terms(show.claims.terms, change)))
        case BuyerJoined() | BuyersParted() | BuyerMarked():
            return replace(show, claims=of_buyers(show.claims, change))
        case _:
            assert_never(change)


def moved(show: Show, change: ClaimMoved) -> Show:
    """The show after a claim went on."""
    known = show.claims.by_id[change.claim]
    claim = replace(known, parts=change.parts, review=change.review, order=change.order)
    stock = with_movements(show.stock, change.movements)
    return replace(show, stock=stock, claims=show.claims.having(claim, show.id))


def with_terms(
    terms: HashTrieMap[str, Terms], change: SaleStopped | SaleResumed | ReleaseSet | RingFenced
) -> HashTrieMap[str, Terms]:
    """The terms after one of them changed; what is as usual is not kept."""
    match change:
        case SaleStopped(skus=skus, notice=notice):
            new = {sku: replace(terms.get(sku) or Terms(), stopped=notice) for sku in skus or (ALL,)}
        case SaleResumed(skus=skus):
            new = {sku: replace(terms.get(sku) or Terms(), stopped=None) for sku in skus or (ALL,)}
        case ReleaseSet(sku=sku, pieces=pieces):
            new = {sku: replace(terms.get(sku) or Terms(), released=pieces)}
        case RingFenced(sku=sku, pieces=pieces):
            new = {sku: replace(terms.get(sku) or Terms(), fenced=pieces)}
        case _:
            assert_never(change)
    for sku, each in new.items():
        terms = terms.discard(sku) if each == Terms() else terms.insert(sku, each)
    return terms


def of_buyers(claims: Claims, change: OfBuyers) -> Claims:
    """The book after somebody turned out to be somebody else, too, or was marked."""
    match change:
        case BuyerJoined(buyer=buyer, other=other):
            return replace(claims, joined=joined(claims.joined, buyer, other))
        case BuyersParted(identities=identities):
            return replace(claims, joined=parted(claims.joined, identities))
        case BuyerMarked(buyer=buyer, restricted=True):
            return replace(claims, restricted=claims.restricted | {buyer})
        case BuyerMarked(buyer=buyer):
            return replace(claims, restricted=claims.restricted - {buyer})
        case _:
            assert_never(change)


def joined(known: HashTrieMap[str, tuple[str, ...]], buyer: str, other: str) -> HashTrieMap[str, tuple[str, ...]]:
    """The identities with those of two buyers as one's."""
    together = tuple(sorted({*(known.get(buyer) or (buyer,)), *(known.get(other) or (other,))}))
    return known.update(dict.fromkeys(together, together))


def parted(known: HashTrieMap[str, tuple[str, ...]], identities: tuple[str, ...]) -> HashTrieMap[str, tuple[str, ...]]:
    """The identities with these of one buyer as another's; who is alone is not kept."""
    rest = tuple(each for each in known[identities[0]] if each not in identities)
    for group in (tuple(sorted(identities)), rest):
        for each in group:
            known = known.insert(each, group) if len(group) > 1 else known.remove(each)
    return known


def apply_chat(show: Show, change: ChatHeard) -> Show:
    """The show after the chat: a line that was taken away before it came claims nothing when it comes."""
    gone = [line_key(event.source, event.id) for event in change.events if isinstance(event, LineDeleted)]
    new = dict.fromkeys((key for key in gone if key not in show.claims.lines), 0)
    return replace(show, claims=show.claims.knowing(new)) if new else show
