"""A receipt in plain English, to be pasted to the buyer. Other buyers are numbers in it."""

from collections.abc import Iterator

from console.cli.output import one_line
from console.domain.claims.claim import PartState, Why
from console.domain.claims.receipt import Before, Line, Receipt, Step

RULE = "Claims count by their arrival at the desk; of what arrives together, in the order of the chat."
BY_PAYMENT = "Nothing was held for it: whoever pays first has the pieces, in the order in which orders reach the desk."
REASONS = {
    Why.NONE: "",
    Why.ENOUGH_LEFT: "there were enough left",
    Why.WHAT_WAS_LEFT: "that was what could still be given",
    Why.PAYS_FIRST: "whoever pays first has the pieces",
    Why.PAID_BEFORE: "others had paid before",
    Why.TOO_FEW_LEFT: "too few were left",
    Why.STOPPED: "the sale was stopped",
    Why.NOT_RELEASED: "no more had been released yet",
    Why.OVER_LIMIT: "that would have been more than one buyer may have",
    Why.UNKNOWN_SKU: "it is not sold here",
    Why.MOVED_UP: "pieces became free and it was next",
    Why.DUE: "it was not paid in time",
    Why.BY_HAND: "the studio ended it",
    Why.PAID: "",
    Why.REJECTED: "a person did not accept it",
    Why.ORDER_CANCELLED: "the order was cancelled",
    Why.ORDER_GONE: "its order was taken away at the shop",
    Why.NOT_ORDERED: "the buyer ordered without it",
    Why.UNSURE: "it was not clear what was meant",
    Why.RESTRICTED: "a person looks at this buyer's claims first",
    Why.NO_IDENTITY: "the chat did not tell who asked",
    Why.DELETED: "its line was deleted",
}


def receipt_words(receipt: Receipt) -> Iterator[str]:
    """The lines of a receipt."""
    claim = receipt.claim
    source = f" in {one_line(claim.source)}" if claim.source else ""
    how = f"line {claim.place + 1} of what arrived then" if claim.line else "entered by hand"
    yield f"Claim {claim.id}, {claim.at:%Y-%m-%d %H:%M:%S.%f} UTC{source}, {how}."
    for line in receipt.lines:
        yield from line_words(line)
    if claim.review and claim.open:
        yield f"It waits for a person: {REASONS[claim.review]}."
    yield BY_PAYMENT if any(line.by_payment for line in receipt.lines) else RULE


def line_words(line: Line) -> Iterator[str]:
    """What was asked of one SKU, who was before, and what became of it."""
    yield f"{line.quantity} × {one_line(line.sku)}: {line.left} could be given then."
    had = [each for each in line.before if each.state in {PartState.HELD, PartState.PAID}]
    waited = [each for each in line.before if each.state is PartState.WAITING]
    if had:
        yield f"  Had pieces before: {', '.join(map(numbered, had))}."
    if waited:
        yield f"  Waited before: {', '.join(map(numbered, waited))}."
    if line.paid:
        yield f"  Paid before, in this order: {', '.join(map(numbered, line.paid))}; {line.still} were left."
    if line.rank:
        yield f"  Place {line.rank} of those who waited."
    for each in line.steps:
        yield f"  {each.at:%Y-%m-%d %H:%M:%S} UTC: {step_words(each)}."


def numbered(before: Before) -> str:
    """Another claim, without saying whose."""
    return f"claim {before.claim} ({before.got or before.quantity})"


def step_words(step: Step) -> str:
    """What became of it, and why."""
    until = f" until {step.until:%H:%M:%S}" if step.until and step.state is PartState.HELD else ""
    got = f" {step.got}" if step.got else ""
    because = f", because {REASONS[step.why]}" if REASONS[step.why] else ""
    return f"{step.state}{got}{until}{because}"
