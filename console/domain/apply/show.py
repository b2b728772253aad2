"""The show's own state, its findings and connections, folded."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.apply.rundown import ended
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
            others = tuple(each for each in show.connections if each.name != connection.name)
            after = replace(show, connections=(*others, connection))
        case ConnectionRemoved(name=name):
            after = replace(show, connections=tuple(each for each in show.connections if each.name != name))
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
        moves=show.moves,
        connections=show.connections,
        stock=show.stock,
        owners=show.owners,
        orders=show.orders,
        findings=show.findings,
        cursors=show.cursors,
        linked=show.linked,
        outbox=show.outbox,
        last_time=show.last_time,
    )


def settled(findings: HashTrieMap[str, Finding], number: int) -> HashTrieMap[str, Finding]:
    """The findings with that one settled."""
    finding = next(each for each in findings.values() if each.id == number)
    return findings.insert(finding.key, replace(finding, settled=True, offer=None))
