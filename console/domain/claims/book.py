"""The book of a show's claims: by number, by buyer, by line, and who waits for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.claims.claim import Claim, Part, PartState, Why
from console.domain.claims.deadlines import Deadlines
from console.domain.claims.draft import Draft, DraftState
from console.domain.claims.identity import line_key
from console.domain.claims.rules import ClaimRules, Terms
from console.domain.orders import order_key

if TYPE_CHECKING:
    from console.domain.stock import Level

    Numbers = HashTrieMap[str, tuple[int, ...]]

ALL = ""
COUNTED = frozenset({PartState.HELD, PartState.PAID})


class Claims(msgspec.Struct, frozen=True):
    """All claims of the current show, and those of earlier ones that are still open.

    `waiting` has the numbers of the claims that wait for a SKU, in order, `payable` those whose buyers may pay
    for it. `taken` are the pieces of a SKU that this show's claims have got, `ends` the deadlines. `lines` knows the
    lines that are not to be claimed with again, with their claim (0: none). `joined` has all identities of a buyer
    under each of them. `drafts` are the orders that claims are a part of, by number; `by_order` knows their numbers by
    the shop's, and `in_draft` the numbers of the claims of which something is or was a part of one.
    """

    by_id: HashTrieMap[int, Claim] = HashTrieMap()
    of_buyer: HashTrieMap[str, tuple[int, ...]] = HashTrieMap()
    waiting: HashTrieMap[str, tuple[int, ...]] = HashTrieMap()
    payable: HashTrieMap[str, tuple[int, ...]] = HashTrieMap()
    taken: HashTrieMap[str, int] = HashTrieMap()
    ends: Deadlines = Deadlines()
    lines: HashTrieMap[str, int] = HashTrieMap()
    rules: ClaimRules = ClaimRules()
    terms: HashTrieMap[str, Terms] = HashTrieMap()
    joined: HashTrieMap[str, tuple[str, ...]] = HashTrieMap()
    restricted: frozenset[str] = frozenset()
    drafts: HashTrieMap[int, Draft] = HashTrieMap()
    by_order: HashTrieMap[str, int] = HashTrieMap()
    in_draft: HashTrieMap[int, tuple[int, ...]] = HashTrieMap()

    @property
    def tray(self) -> list[Claim]:
        """The claims that wait for a person, oldest first."""
        asked = (each for each in self.by_id.values() if each.review and each.open)
        return sorted(asked, key=attrgetter("id"))

    def identities(self, buyer: str) -> tuple[str, ...]:
        """All identities of a buyer."""
        return self.joined.get(buyer) or (buyer,)

    def is_restricted(self, buyer: str) -> bool:
        """Whether a person has a look at the claims of this buyer first."""
        return any(each in self.restricted for each in self.identities(buyer))

    def pays_first(self, buyer: str) -> bool:
        """Whether nothing is held for this buyer: whoever pays first has the pieces."""
        rules = self.rules
        return rules.first_paid != any(each in rules.otherwise for each in self.identities(buyer))

    def of(self, buyer: str) -> Iterator[Claim]:
        """The claims of a buyer, under any identity."""
        for identity in self.identities(buyer):
            for number in self.of_buyer.get(identity) or ():
                yield self.by_id[number]

    def rank(self, claim: int, sku: str) -> int:
        """The place of a claim among those that wait for a SKU, from 1; 0 if it does not wait."""
        waiting = self.waiting.get(sku) or ()
        return waiting.index(claim) + 1 if claim in waiting else 0

    def room(self, sku: str, level: Level) -> int:
        """The pieces of a SKU that a claim could get now."""
        return 0 if self.closed(sku) else self.left(sku, level)

    def left(self, sku: str, level: Level) -> int:
        """The pieces of a SKU that a claim could get while its sale is not stopped."""
        left = level.available
        released = (self.terms.get(sku) or Terms()).released
        if released is not None:
            left = min(left, released - (self.taken.get(sku) or 0))
        return max(0, left)

    def closed(self, sku: str) -> bool:
        """Whether the sale of a SKU is stopped."""
        terms = (self.terms.get(sku), self.terms.get(ALL))
        return any(each is not None and each.stopped is not None for each in terms)

    def shortage(self, sku: str, level: Level) -> Why:
        """Why there is no room for more."""
        if self.closed(sku):
            return Why.STOPPED
        return Why.NOT_RELEASED if level.available > self.room(sku, level) else Why.TOO_FEW_LEFT

    def fence(self, sku: str) -> int:
        """The pieces of a SKU that are kept for claims which have not come yet."""
        return max(0, (self.terms.get(sku) or Terms()).fenced - (self.taken.get(sku) or 0))

    def knowing(self, lines: dict[str, int]) -> Claims:
        """The book that knows these lines, too."""
        return replace(self, lines=self.lines.update(lines)) if lines else self

    def recalling(self, drafts: Iterable[Draft], claims: Iterable[Claim], show: int) -> Claims:
        """The book that has these orders of earlier shows and their claims again, where it has them no more."""
        book = self
        for draft in drafts:
            book = book if draft.id in book.drafts else book.drawn(draft)
        return with_all(book, (each for each in claims if each.id not in book.by_id), show)

    def knows(self, key: str) -> bool:
        """Whether the draft of that name is in the book."""
        draft = self.drafts.get(number_of(key))
        return draft is not None and draft.key == key

    def draft_of(self, shop: str, ref: str, key: str = "") -> Draft | None:
        """The draft that an order of a shop is, by its id there or by the name that it was given."""
        number = self.by_order.get(order_key(shop, ref))
        draft = self.drafts.get(number or number_of(key))
        return draft if draft and draft.shop == shop and (number or draft.key == key) else None

    def within(self, draft: Draft) -> Iterator[tuple[Claim, Part]]:
        """What is or was a part of a draft, in the order of claims, whoever is one buyer by now."""
        for claim in (self.by_id[number] for number in self.in_draft.get(draft.id) or ()):
            for part in claim.parts:
                if part.draft == draft.id:
                    yield claim, part

    def drawn(self, draft: Draft) -> Claims:
        """The book with a draft as it stands now."""
        by_order = self.by_order.insert(order_key(draft.shop, draft.ref), draft.id) if draft.ref else self.by_order
        return replace(self, drafts=self.drafts.insert(draft.id, draft), by_order=by_order)

    def having(self, claim: Claim, show: int) -> Claims:
        """The book with a claim as it stands now; `show` is the current one."""
        known = self.by_id.get(claim.id)
        book = replace(self, by_id=self.by_id.insert(claim.id, claim))
        if known is None:
            book = book.with_new(claim)
        return book.with_parts(claim, known, show)

    def with_new(self, claim: Claim) -> Claims:
        """The book with a new claim under its buyer and its line."""
        numbers = (*(self.of_buyer.get(claim.buyer) or ()), claim.id)
        lines = self.lines.insert(line_key(claim.source, claim.line), claim.id) if claim.line else self.lines
        return replace(self, of_buyer=self.of_buyer.insert(claim.buyer, numbers), lines=lines)

    def with_parts(self, claim: Claim, before: Claim | None, show: int) -> Claims:
        """The book with what a claim's parts wait for and have got, and its deadline, in place of what was before."""
        waiting, payable, taken, ends = self.waiting, self.payable, self.taken, self.ends
        if before is not None:
            waiting = less(waiting, before, PartState.WAITING)
            payable = less(payable, before, PartState.PAYABLE)
            ends = ends.without(claim.id, before.deadline)
        for each, sign in ((before, -1), (claim, 1)):
            for part in each.parts if each is not None and claim.show == show else ():
                if part.state in COUNTED:
                    pieces = (taken.get(part.sku) or 0) + sign * part.got
                    taken = taken.insert(part.sku, pieces) if pieces else taken.discard(part.sku)
        return replace(
            self,
            waiting=more(waiting, claim, PartState.WAITING),
            payable=more(payable, claim, PartState.PAYABLE),
            taken=taken,
            ends=ends.having(claim.id, claim.deadline),
            in_draft=in_drafts(self.in_draft, before, claim),
        )


def less(numbers: Numbers, claim: Claim, state: PartState) -> Numbers:
    """Without a claim under the SKUs of which its parts are in a state."""
    for part in claim.parts:
        if part.state is state:
            rest = tuple(each for each in numbers[part.sku] if each != claim.id)
            numbers = numbers.insert(part.sku, rest) if rest else numbers.remove(part.sku)
    return numbers


def more(numbers: Numbers, claim: Claim, state: PartState) -> Numbers:
    """With a claim, in order, under the SKUs of which its parts are in a state."""
    for part in claim.parts:
        if part.state is state:
            there = numbers.get(part.sku) or ()
            late = not there or there[-1] < claim.id
            numbers = numbers.insert(part.sku, (*there, claim.id) if late else tuple(sorted((*there, claim.id))))
    return numbers


def in_drafts(
    known: HashTrieMap[int, tuple[int, ...]], before: Claim | None, claim: Claim
) -> HashTrieMap[int, tuple[int, ...]]:
    """With a claim, in order, under the drafts of which something of it is a part, in place of those it was in."""
    old = drafts_of(before) if before is not None else set()
    new = drafts_of(claim)
    for draft in old - new:
        rest = tuple(each for each in known[draft] if each != claim.id)
        known = known.insert(draft, rest) if rest else known.remove(draft)
    for draft in new - old:
        known = known.insert(draft, tuple(sorted((*(known.get(draft) or ()), claim.id))))
    return known


def drafts_of(claim: Claim) -> set[int]:
    """The drafts of which something of a claim is a part."""
    return {part.draft for part in claim.parts if part.draft}


def number_of(key: str) -> int:
    """The number in a draft's name; 0 of any other text."""
    number = key.rpartition("-")[2]
    return int(number) if number.isdecimal() else 0


def with_all(book: Claims, claims: Iterable[Claim], show: int) -> Claims:
    """The book with these claims in it, in their order."""
    for claim in sorted(claims, key=attrgetter("id")):
        book = book.having(claim, show)
    return book


def carried(book: Claims, show: int) -> Claims:
    """The book as a new show begins it: what is open goes on, the rules stay, and buyers are who they are."""
    fresh = Claims(rules=book.rules, joined=book.joined, restricted=book.restricted)
    for draft in book.drafts.values():
        fresh = fresh.drawn(draft) if draft.state is DraftState.OPEN else fresh
    return with_all(fresh, (each for each in book.by_id.values() if each.open), show)
