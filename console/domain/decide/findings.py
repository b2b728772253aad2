"""Findings: comparing with a shop's numbers, and settling what differs."""

from typing import assert_never

from console.domain.changes import Change, FindingOpened, FindingSettled, ProductSaved, StockMoved
from console.domain.commands import SeeLevels, SettleFinding
from console.domain.decide.catalogue import conflict_of
from console.domain.decide.decision import Decision
from console.domain.decide.oversold import oversold
from console.domain.findings import Finding, FindingKind, Settlement
from console.domain.orders import StockLevel
from console.domain.outcomes import Done, Invalid, Missing
from console.domain.show import Show
from console.domain.stock import Counter, Level, Movement, MovementKind


def decide_findings(show: Show, command: SeeLevels | SettleFinding) -> Decision:
    """Compare or settle."""
    match command:
        case SeeLevels(levels=levels):
            return compare(show, levels)
        case SettleFinding(finding=number, how=how):
            finding = next((each for each in show.open_findings if each.id == number), None)
            if finding is None:
                return Decision(Missing("finding", str(number)))
            return settle(show, finding, how)
        case _:
            assert_never(command)


def compare(show: Show, levels: tuple[StockLevel, ...]) -> Decision:
    """Open a finding for each SKU whose number on hand differs from the shop's, settle those that agree again."""
    changes: list[Change] = []
    serial = show.serial
    for theirs in {each.sku: each for each in levels}.values():
        ours = show.stock.get(theirs.sku)
        if ours is None or not ours.opened:
            continue
        new = differs(show, theirs, ours, serial + 1)
        serial += any(isinstance(change, FindingOpened) for change in new)
        changes += new
    return Decision(Done(), tuple(changes))


def differs(show: Show, theirs: StockLevel, ours: Level, number: int) -> list[Change]:
    """What the comparison of one SKU changes."""
    finding = Finding(number, FindingKind.STOCK_DIFFERS, theirs.sku, theirs=theirs.on_hand, ours=ours.on_hand)
    known = show.findings.get(finding.key)
    if theirs.on_hand == ours.on_hand:
        return [FindingSettled(known.id, Settlement.AGREES)] if known and not known.settled else []
    if known and (known.theirs, known.ours) == (finding.theirs, finding.ours):
        return []
    return [FindingOpened(finding)]


def settle(show: Show, finding: Finding, how: Settlement) -> Decision:
    """End a finding, unless the shop's product has a SKU that belongs to another one by now."""
    conflict = conflict_of(show, finding.offer) if finding.offer and how is Settlement.THEIRS else None
    if conflict:
        return Decision(Invalid("sku", f"{conflict.sku} belongs to {conflict.owner}"))
    remedies = remedy(show, finding, how)
    movements = [each for change in remedies if isinstance(change, StockMoved) for each in change.movements]
    found = oversold(show, movements, show.serial + 1)
    return Decision(Done(), (*remedies, FindingSettled(finding.id, how), *found))


def remedy(show: Show, finding: Finding, how: Settlement) -> tuple[Change, ...]:
    """What taking the shop's word means: its number on hand, or its product."""
    if how is not Settlement.THEIRS:
        return ()
    if finding.kind is FindingKind.PRODUCT_DIFFERS and finding.offer:
        return (ProductSaved(finding.offer),)
    level = show.stock.get(finding.subject)
    if finding.kind is FindingKind.STOCK_DIFFERS and level and level.on_hand != finding.theirs:
        delta = finding.theirs - level.on_hand
        movement = Movement(
            finding.subject, Counter.ON_HAND, MovementKind.COUNT, delta, "the shop's number", f"finding {finding.id}"
        )
        return (StockMoved(show.serial + 1, (movement,)),)
    return ()
