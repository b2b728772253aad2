"""The show's own state, its findings and connections, folded."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.apply.on_air import ended
from console.domain.changes import (
    ConnectionRemoved,
    ConnectionSet,
    CursorMoved,
    FindingOpened,
    FindingSettled,
    ShopLinked,
    ShowEnded,
    ShowOpened,
    WentLive,
)
from console.domain.claims.book import carried
from console.domain.connections import Connection, ConnectionKind
from console.domain.findings import Finding
from console.domain.show import Mode, Show


def apply_show(
    show: Show,
    change: ShowOpened
    | WentLive
    | ShowEnded
    | CursorMoved
    | ShopLinked
    | FindingOpened
    | FindingSettled
    | ConnectionSet
    | ConnectionRemoved,
    at: datetime,
) -> Show:
    """The show after it started or ended, or something beside it changed."""
    match change:
        case ShowOpened():
            after = opened(show, change)
        case WentLive(mode=mode):
            after = replace(show, mode=mode, began=show.began or at, ended=None)
        case ShowEnded():
            after = replace(show, mode=Mode.OFF, ended=at, aired=ended(show.aired, at), pinned=None, pinned_at=None)
        case CursorMoved(shop=shop, cursor=cursor):
            after = replace(show, cursors=show.cursors.insert(shop, cursor))
        case ShopLinked(shop=shop, at=linked):
            after = replace(show, linked=show.linked.insert(shop, linked))
        case FindingOpened(finding=finding):
            findings = show.findings.insert(finding.key, finding)
            after = replace(show, findings=findings, serial=max(show.serial, finding.id))
        case FindingSettled(finding=number):
            after = replace(show, findings=settled(show.findings, number))
        case ConnectionSet(connection=connection):
            others, former = without(show.connections, connection.name), without(show.former, connection.name)
            after = replace(show, connections=(*others, connection), former=former)
        case ConnectionRemoved(name=name):
            after = removed(show, name)
    return after


def opened(show: Show, change: ShowOpened) -> Show:
    """A fresh show over the same stock, orders and connections."""
    return Show(
        purpose=show.purpose,
        origin=show.origin,
        held=show.held,
        id=change.show,
        title=change.title,
        currency=change.currency,
        serial=show.serial,
        rules=show.rules,
        moves=show.moves,
        connections=show.connections,
        former=show.former,
        stock=show.stock,
        owners=show.owners,
        orders=show.orders,
        findings=show.findings,
        cursors=show.cursors,
        linked=show.linked,
        rights=show.rights,
        outbox=show.outbox,
        claims=carried(show.claims, change.show),
        last_time=show.last_time,
    )


def settled(findings: HashTrieMap[str, Finding], number: int) -> HashTrieMap[str, Finding]:
    """The findings with that one settled."""
    finding = next(each for each in findings.values() if each.id == number)
    return findings.insert(finding.key, replace(finding, settled=True, offer=None))


def without(connections: tuple[Connection, ...], name: str) -> tuple[Connection, ...]:
    """The connections but for that one."""
    return tuple(each for each in connections if each.name != name)


def removed(show: Show, name: str) -> Show:
    """The show without a connection; a shop's name stays its own, since its orders are kept under it."""
    gone = tuple(each for each in show.connections if each.name == name and each.kind is ConnectionKind.SHOP)
    former = tuple(sorted((*without(show.former, name), *gone), key=lambda each: each.name))
    return replace(show, connections=without(show.connections, name), former=former)
