"""Findings: comparing with a shop's numbers, and settling what differs."""

from typing import assert_never

from msgspec.structs import replace

from console.domain.changes import (
    Change,
    ErrandQueued,
    ErrandSettled,
    FindingOpened,
    FindingSettled,
    ProductSaved,
    RingFenced,
    StockMoved,
)
from console.domain.commands import SeeLevels, SettleFinding
from console.domain.decide.catalogue import conflict_of
from console.domain.decide.decision import Decision
from console.domain.decide.errands import on_its_way, queued, recipients
from console.domain.decide.oversold import oversold
from console.domain.findings import Finding, FindingKind, Settlement
from console.domain.orders import StockLevel
from console.domain.outbox import StockBy
from console.domain.outcomes import Done, Invalid, Missing
from console.domain.rules import Rule
from console.domain.show import Show
from console.domain.stock import Counter, Level, Movement, MovementKind


def decide_findings(show: Show, command: SeeLevels | SettleFinding) -> Decision:
    """Compare or settle."""
    match command:
        case SeeLevels():
            return compare(show, command)
        case SettleFinding(finding=number, how=how):
            finding = next((each for each in show.open_findings if each.id == number), None)
            if finding is None:
                return Decision(Missing("finding", str(number)))
            return settle(show, finding, how)
        case _:
            assert_never(command)


def compare(show: Show, command: SeeLevels) -> Decision:
    """Open a finding for each SKU whose number on hand differs from the shop's, settle those that agree again.

    What is on its way to the shop makes no difference.
    """
    changes: list[Change] = []
    serial = show.serial
    moving = on_its_way(show, command.shop)
    for theirs in {each.sku: each for each in command.levels}.values():
        ours = show.stock.get(theirs.sku)
        if ours is None or not ours.opened or theirs.sku in moving:
            continue
        new = differs(show, command.shop, theirs, ours, serial + 1)
        serial += any(isinstance(change, FindingOpened) for change in new)
        changes += new
    return Decision(Done(), tuple(changes))


def differs(show: Show, shop: str, theirs: StockLevel, ours: Level, number: int) -> list[Change]:
    """What the comparison of one SKU changes."""
    numbers = (theirs.on_hand, ours.on_hand)
    finding = Finding(number, FindingKind.STOCK_DIFFERS, theirs.sku, *numbers, reference=shop)
    known = show.findings.get(finding.key)
    unnamed = show.findings.get(replace(finding, reference="").key)  # of an older version, which named no shop
    over = [FindingSettled(each.id, Settlement.AGREES) for each in (known, unnamed) if each and not each.settled]
    if theirs.on_hand == ours.on_hand:
        return [*over]
    over = [each for each in over if known is None or each.finding != known.id]
    settled = known is not None and known.settled and shop in recipients(show)  # what was said of it has been sent
    same = known is not None and (known.theirs, known.ours) == numbers and not settled
    return [*over] if same else [*over, FindingOpened(finding)]


def settle(show: Show, finding: Finding, how: Settlement) -> Decision:
    """End a finding, unless the shop's product has a SKU that belongs to another one by now."""
    conflict = conflict_of(show, finding.offer) if finding.offer and how is Settlement.THEIRS else None
    if conflict:
        return Decision(Invalid("sku", Rule.SKU_ELSEWHERE, (conflict.sku, conflict.owner)))
    remedies = remedy(show, finding, how)
    movements = [each for change in remedies if isinstance(change, StockMoved) for each in change.movements]
    found = oversold(show, movements, show.serial + 1)
    return Decision(Done(), (*remedies, FindingSettled(finding.id, how), *found))


def remedy(show: Show, finding: Finding, how: Settlement) -> tuple[Change, ...]:
    """What a person's word on a finding means."""
    differing = finding.kind is FindingKind.STOCK_DIFFERS
    answered = of_tray(show, finding) if differing and how is not Settlement.AGREES else ()
    match how:
        case Settlement.THEIRS:
            return (*answered, *taken_over(show, finding))
        case Settlement.OURS if differing:
            return (*answered, *sent(show, finding))
        case Settlement.OURS | Settlement.AGREES:
            return ()


def of_tray(show: Show, finding: Finding) -> tuple[ErrandSettled, ...]:
    """What waits in the tray about a number is part of its difference, and settled with it."""
    return tuple(
        ErrandSettled(each.errand.id)
        for each in show.tray
        if each.errand.shop == finding.reference
        and isinstance(each.errand.task, StockBy)
        and each.errand.task.sku == finding.subject
    )


def sent(show: Show, finding: Finding) -> tuple[ErrandQueued, ...]:
    """The errand that makes the shop's number ours, if it is still what the comparison saw.

    What has moved here since then has moved there too, or goes there first.
    """
    level = show.stock.get(finding.subject)
    if level is None or finding.reference not in recipients(show):
        return ()
    delta = finding.ours - finding.theirs
    task = StockBy(finding.subject, delta, expect=level.on_hand - delta)
    return queued(show, [(finding.reference, task)], show.serial)


def to_theirs(show: Show, finding: Finding, level: Level) -> int:
    """The pieces from our number to the shop's; what has moved here since the comparison moves there too, if told."""
    told = finding.reference in recipients(show)
    return finding.theirs - (finding.ours if told else level.on_hand)


def taken_over(show: Show, finding: Finding) -> tuple[Change, ...]:
    """What taking the shop's word changes: its number on hand, its product, or what is kept from it."""
    if finding.kind is FindingKind.PRODUCT_DIFFERS and finding.offer:
        return (ProductSaved(finding.offer),)
    level = show.stock.get(finding.subject)
    if finding.kind is FindingKind.FENCE_EATEN and level:
        return (RingFenced(finding.subject, (show.claims.taken.get(finding.subject) or 0) + max(0, level.available)),)
    if finding.kind is FindingKind.STOCK_DIFFERS and level and (delta := to_theirs(show, finding, level)):
        movement = Movement(
            finding.subject, Counter.ON_HAND, MovementKind.COUNT, delta, "the shop's number", f"finding {finding.id}"
        )
        return (StockMoved(show.serial + 1, (movement,)),)
    return ()
