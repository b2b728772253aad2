"""Claims from their rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec
from rpds import HashTrieMap

from console.domain.claims.book import Claims, with_all
from console.domain.claims.claim import Claim, Part, PartState, Why
from console.domain.claims.draft import Draft, DraftState
from console.domain.claims.identity import line_key, platform_of
from console.domain.claims.rules import ClaimRules, Terms
from console.domain.outbox import Wanted
from console.storage.ids import kept_line
from console.storage.sqlite import Connection
from console.storage.times import from_us, from_us_or_none

COLUMNS = "id, show, buyer, source, line, at, place, review, form, shop_order, reason, sure"
PARTS = """SELECT claim, sku, quantity, state, got, "left", rank, until, why, draft FROM claim_parts
    WHERE claim IN (SELECT id FROM claims WHERE {0}) ORDER BY claim, place"""
MATTERS = "show = ?1 OR open = 1"
DRAFTS = """SELECT id, show, shop, buyer, key, lines, offered, ref, code, link, state, errand, mended FROM drafts
    WHERE {0} ORDER BY id"""
OPEN_DRAFTS = "show = ?1 OR state = 'open'"
NAMED = "key IN (SELECT value FROM json_each(?1))"
OF_BUYER = """show = ?1 AND buyer IN (SELECT ?2 UNION SELECT identity FROM buyers_joined
    WHERE head = (SELECT head FROM buyers_joined WHERE identity = ?2))"""
RULES = "SELECT body FROM claim_rules ORDER BY show DESC LIMIT 1"
TERMS = "SELECT sku, stopped, released, fenced FROM claim_terms WHERE show = ?"
CLAIMED = "SELECT id FROM claims WHERE platform = ? AND line = ? AND line <> ''"
HEARD = """SELECT 1 FROM chat_sources WHERE name = ?1 AND (
        EXISTS (SELECT 1 FROM chat WHERE source = chat_sources.id AND line = ?2)
        OR EXISTS (SELECT 1 FROM chat_erased WHERE source = chat_sources.id AND line = ?2))"""

rules_decoder = msgspec.json.Decoder(ClaimRules)
wanted = msgspec.json.Decoder(tuple[Wanted, ...])


def book(connection: Connection, show: int) -> Claims:
    """The book of the current show's claims, with what is open of earlier ones."""
    rules = connection.execute(RULES).fetchone()
    empty = Claims(
        rules=rules_decoder.decode(rules[0]) if rules else ClaimRules(),
        terms=terms(connection, show),
        joined=joined(connection),
        restricted=frozenset(row[0] for row in connection.execute("SELECT identity FROM buyers_restricted")),
    )
    for draft in drafts_where(connection, OPEN_DRAFTS, (show,)):
        empty = empty.drawn(draft)
    return with_all(empty, claims_where(connection, MATTERS, (show,)), show)


def claims_where(connection: Connection, where: str, parameters: tuple[object, ...]) -> Iterator[Claim]:
    """The claims that a condition of this package's own selects, in their order."""
    parts: defaultdict[int, list[Part]] = defaultdict(list)
    for number, *row in connection.execute(PARTS.format(where), parameters):
        parts[number].append(part(tuple(row)))
    rows = connection.execute(f"SELECT {COLUMNS} FROM claims WHERE {where} ORDER BY id", parameters)  # noqa: S608
    for number, show, buyer, source, line, at, place, review, form, order, *read in rows.fetchall():
        told = (number, show, buyer, source, line, from_us(at), place)
        yield Claim(*told, tuple(parts[number]), Why(review), form, order, *read)


def part(row: tuple[object, ...]) -> Part:
    """A part from its row."""
    sku, quantity, state, got, left, rank, until, why, draft = row
    return Part(
        sku=str(sku),
        quantity=int(str(quantity)),
        state=PartState(str(state)),
        got=int(str(got)),
        left=int(str(left)),
        rank=int(str(rank)),
        until=from_us_or_none(int(str(until)) if until is not None else None),
        why=Why(str(why)),
        draft=int(str(draft)),
    )


def drafts_where(connection: Connection, where: str, parameters: tuple[object, ...]) -> Iterator[Draft]:
    """The orders of claims that a condition of this package's own selects, in their order."""
    for number, sold_in, shop, buyer, key, lines, offered, *told in connection.execute(
        DRAFTS.format(where), parameters
    ):
        ref, code, link, state, errand, mended = told
        asked, there = wanted.decode(lines), wanted.decode(offered)
        what = (ref, code, link, DraftState(state), errand, bool(mended))
        yield Draft(number, sold_in, shop, buyer, key, asked, there, *what)


def of_draft(connection: Connection, draft: Draft) -> Iterator[Claim]:
    """The claims of which something is or was a part of an order."""
    claims = claims_where(connection, OF_BUYER, (draft.show, draft.buyer))
    return (claim for claim in claims if any(part.draft == draft.id for part in claim.parts))


def terms(connection: Connection, show: int) -> HashTrieMap[str, Terms]:
    """The terms of a show that are not the usual ones."""
    rows = ((sku, Terms(*row)) for sku, *row in connection.execute(TERMS, (show,)))
    return HashTrieMap({sku: each for sku, each in rows if each != Terms()})


def joined(connection: Connection) -> HashTrieMap[str, tuple[str, ...]]:
    """All identities of each buyer who has several, under each of them."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for identity, head in connection.execute("SELECT identity, head FROM buyers_joined ORDER BY identity"):
        groups[head].append(identity)
    several = (tuple(sorted(group)) for group in groups.values() if len(group) > 1)
    return HashTrieMap({identity: group for group in several for identity in group})


def known_lines(connection: Connection, lines: frozenset[tuple[str, str]]) -> dict[str, int]:
    """Which of these lines are not to be claimed with: those kept, claimed with or taken away before."""
    known = ((source, line, known_line(connection, source, line)) for source, line in sorted(lines))
    return {line_key(source, line): claim for source, line, claim in known if claim is not None}


def known_line(connection: Connection, source: str, line: str) -> int | None:
    """The claim of a line, or 0 if it was only kept or taken away before; None if nothing is known of it."""
    claimed = connection.execute(CLAIMED, (platform_of(source), line)).fetchone()
    if claimed:
        return int(claimed[0])
    return 0 if connection.execute(HEARD, (source, kept_line(line))).fetchone() else None
