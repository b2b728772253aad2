"""A receipt in words that can be pasted to the buyer. Other buyers are numbers in it, without names."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from console.domain.claims.claim import PartState
from console.domain.claims.receipt import Before, Line, Receipt, Step
from console.ui.words.claims import part_word, why_words

_tr = QCoreApplication.translate


def receipt_words(receipt: Receipt) -> str:
    """All of a receipt, a line each."""
    return "\n".join(_told(receipt))


def _told(receipt: Receipt) -> Iterator[str]:
    claim = receipt.claim
    at = f"{claim.at:%Y-%m-%d %H:%M:%S}.{claim.at.microsecond // 1000:03} UTC"
    if claim.line:
        told = _tr("Claims", "Claim {0} reached the desk at {1}, as line {2} of what arrived then.")
        yield told.format(claim.id, at, claim.place + 1)
    else:
        yield _tr("Claims", "Claim {0} was entered by hand at {1}.").format(claim.id, at)
    for line in receipt.lines:
        yield from _line(line)
    if claim.review and claim.open:
        yield _tr("Claims", "A person looks at it first: {0}.").format(why_words(claim.review))
    if any(line.by_payment for line in receipt.lines):
        yield _tr(
            "Claims",
            "The rule: nothing is held, and whoever pays first has the pieces. Payments count in the order in which"
            " their orders reach the desk.",
        )
    else:
        yield _tr(
            "Claims",
            "The rule: claims count by their arrival at the desk; of what arrives together, in the order of the chat.",
        )


def _line(line: Line) -> Iterator[str]:
    asked = _tr("Claims", "Asked for {0} × {1}; {2} could be given then.")
    yield asked.format(line.quantity, line.sku, line.left)
    had = [each for each in line.before if each.state in {PartState.HELD, PartState.PAID}]
    waited = [each for each in line.before if each.state is PartState.WAITING]
    if had:
        yield _tr("Claims", "Had pieces before: {0}.").format(", ".join(map(_numbered, had)))
    if waited:
        yield _tr("Claims", "Waited before: {0}.").format(", ".join(map(_numbered, waited)))
    if line.paid:
        paid = _tr("Claims", "Paid before, in this order: {0}. Then {1} were left.")
        yield paid.format(", ".join(map(_numbered, line.paid)), line.still)
    if line.rank:
        yield _tr("Claims", "Number {0} of those who waited.").format(line.rank)
    for each in line.steps:
        yield f"{each.at:%H:%M:%S} UTC: {_step(each)}."


def _numbered(before: Before) -> str:
    """Another claim, without saying whose."""
    return _tr("Claims", "claim {0} ({1})").format(before.claim, before.got or before.quantity)


def _step(step: Step) -> str:
    told = part_word(step.state)
    if step.state in {PartState.PAYABLE, PartState.HELD, PartState.PAID}:
        told = f"{step.got} {told}"
    if step.state is PartState.HELD and step.until:
        told = _tr("Claims", "{0} until {1} UTC").format(told, f"{step.until:%H:%M:%S}")
    why = why_words(step.why)
    return _tr("Claims", "{0}, because {1}").format(told, why) if why else told
