"""Claims, buyers and the terms of the sale."""

from collections.abc import Iterable
from typing import assert_never

import msgspec

from console.domain.changes import (
    BuyerJoined,
    BuyerMarked,
    BuyersParted,
    Claimed,
    ClaimMoved,
    ClaimRulesSet,
    DraftSet,
    ReleaseSet,
    RingFenced,
    SaleResumed,
    SaleStopped,
)
from console.domain.claims.book import ALL
from console.domain.claims.claim import Part, is_open
from console.domain.claims.draft import Draft
from console.domain.claims.identity import platform_of
from console.storage.rows.gathered import Gathered
from console.storage.rows.place import Place
from console.storage.rows.stock import write_movements
from console.storage.sqlite import Connection
from console.storage.times import to_us, to_us_or_none

CLAIM = "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
MOVED = "UPDATE claims SET review = ?, shop_order = ?, open = ? WHERE id = ?"
PART = """INSERT INTO claim_parts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (claim, sku) DO UPDATE SET place = excluded.place, quantity = excluded.quantity,
        state = excluded.state, got = excluded.got, "left" = excluded."left", rank = excluded.rank,
        until = excluded.until, why = excluded.why, draft = excluded.draft"""
GONE = "DELETE FROM claim_parts WHERE claim = ?1 AND sku NOT IN (SELECT value FROM json_each(?2))"
DRAFT = """INSERT INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET ref = excluded.ref, code = excluded.code, link = excluded.link,
        state = excluded.state, lines = excluded.lines, offered = excluded.offered, errand = excluded.errand,
        mended = excluded.mended"""
RULES = "INSERT INTO claim_rules VALUES (?, ?) ON CONFLICT (show) DO UPDATE SET body = excluded.body"
STOPPED = """INSERT INTO claim_terms (show, sku, stopped) VALUES (?, ?, ?)
    ON CONFLICT (show, sku) DO UPDATE SET stopped = excluded.stopped"""
RELEASED = """INSERT INTO claim_terms (show, sku, released) VALUES (?, ?, ?)
    ON CONFLICT (show, sku) DO UPDATE SET released = excluded.released"""
FENCED = """INSERT INTO claim_terms (show, sku, fenced) VALUES (?, ?, ?)
    ON CONFLICT (show, sku) DO UPDATE SET fenced = excluded.fenced"""
HEAD = "INSERT INTO buyers_joined VALUES (?1, ?1) ON CONFLICT (identity) DO NOTHING"
JOINED = """UPDATE buyers_joined SET head = (SELECT head FROM buyers_joined WHERE identity = ?1)
    WHERE head = (SELECT head FROM buyers_joined WHERE identity = ?2)"""
PARTED = """WITH leaving AS MATERIALIZED (SELECT value AS identity FROM json_each(?)),
        one AS MATERIALIZED (SELECT identity, head, identity IN leaving AS leaves FROM buyers_joined
            WHERE head = (SELECT head FROM buyers_joined WHERE identity IN leaving LIMIT 1))
    UPDATE buyers_joined SET head = (SELECT min(identity) FROM one WHERE leaves = (buyers_joined.identity IN leaving))
    WHERE identity IN (SELECT identity FROM one)"""

encoder = msgspec.json.Encoder()


def write_claims(
    gathered: Gathered,
    change: Claimed
    | ClaimMoved
    | DraftSet
    | ClaimRulesSet
    | BuyerJoined
    | BuyersParted
    | BuyerMarked
    | SaleStopped
    | SaleResumed
    | ReleaseSet
    | RingFenced,
    place: Place,
) -> None:
    """Bring the claims up to date."""
    match change:
        case Claimed():
            write_new(gathered, change, place)
        case ClaimMoved():
            write_moved(gathered, change, place)
        case DraftSet(draft=draft):
            gathered.connection.execute(DRAFT, draft_row(draft))
        case ClaimRulesSet(rules=rules):
            gathered.connection.execute(RULES, (place.show, encoder.encode(rules).decode()))
        case BuyerJoined() | BuyersParted() | BuyerMarked():
            write_buyers(gathered.connection, change)
        case SaleStopped() | SaleResumed() | ReleaseSet() | RingFenced():
            write_terms(gathered.connection, change, place.show)
        case _:
            assert_never(change)


def write_new(gathered: Gathered, change: Claimed, place: Place) -> None:
    """Keep a claim with its parts."""
    claim = change.claim
    who = (claim.id, claim.show, claim.buyer, platform_of(claim.source), claim.source, claim.line)
    how = (
        to_us(claim.at),
        claim.place,
        claim.form,
        claim.review,
        claim.order,
        int(claim.open),
        claim.reason,
        claim.sure,
    )
    gathered.add(CLAIM, (*who, *how))
    for row in part_rows(claim.id, claim.parts):
        gathered.add(PART, row)
    write_movements(gathered, change.movements, place)


def write_moved(gathered: Gathered, change: ClaimMoved, place: Place) -> None:
    """Keep where a claim stands now."""
    still = is_open(change.parts, change.review)
    for statement in (CLAIM, PART):
        gathered.write(statement)
    gathered.connection.execute(MOVED, (change.review, change.order, int(still), change.claim))
    kept = encoder.encode([part.sku for part in change.parts]).decode()
    gathered.connection.execute(GONE, (change.claim, kept))
    gathered.connection.executemany(PART, part_rows(change.claim, change.parts))
    write_movements(gathered, change.movements, place)


def part_rows(claim: int, parts: Iterable[Part]) -> list[tuple[object, ...]]:
    """The parts of a claim as rows."""
    return [(claim, each.sku, place, *numbers(each)) for place, each in enumerate(parts)]


def numbers(part: Part) -> tuple[object, ...]:
    """How a part stands, as the file has it."""
    return (part.quantity, part.state, part.got, part.left, part.rank, until(part), part.why, part.draft)


def draft_row(draft: Draft) -> tuple[object, ...]:
    """A draft, as the file has it."""
    lines, offered = (encoder.encode(each).decode() for each in (draft.lines, draft.offered))
    what = (draft.id, draft.show, draft.shop, draft.buyer, draft.key, draft.ref, draft.code, draft.link)
    return (*what, draft.state, lines, offered, draft.errand, int(draft.mended))


def until(part: Part) -> int | None:
    """The end of a part's hold, as the file has it."""
    return to_us_or_none(part.until)


def write_buyers(connection: Connection, change: BuyerJoined | BuyersParted | BuyerMarked) -> None:
    """Keep who is one buyer, and whose claims a person looks at first."""
    match change:
        case BuyerJoined(buyer=buyer, other=other):
            connection.executemany(HEAD, [(buyer,), (other,)])
            connection.execute(JOINED, (buyer, other))
        case BuyersParted(identities=identities):
            connection.execute(PARTED, (encoder.encode(identities).decode(),))
        case BuyerMarked(buyer=buyer, restricted=True):
            connection.execute("INSERT OR IGNORE INTO buyers_restricted VALUES (?)", (buyer,))
        case BuyerMarked(buyer=buyer):
            connection.execute("DELETE FROM buyers_restricted WHERE identity = ?", (buyer,))


def write_terms(connection: Connection, change: SaleStopped | SaleResumed | ReleaseSet | RingFenced, show: int) -> None:
    """Keep on what terms a SKU is given to claims."""
    match change:
        case SaleStopped(skus=skus, notice=notice):
            connection.executemany(STOPPED, [(show, sku, notice) for sku in skus or (ALL,)])
        case SaleResumed(skus=skus):
            connection.executemany(STOPPED, [(show, sku, None) for sku in skus or (ALL,)])
        case ReleaseSet(sku=sku, pieces=pieces):
            connection.execute(RELEASED, (show, sku, pieces))
        case RingFenced(sku=sku, pieces=pieces):
            connection.execute(FENCED, (show, sku, pieces))
        case _:
            assert_never(change)
