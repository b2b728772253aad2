"""Findings in words: what each means, its numbers, and the two ways to settle it."""

from typing import assert_never

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale

from console.domain.decide.proposing import proposed
from console.domain.findings import Finding, FindingKind, Proposal
from console.domain.products import Product
from console.domain.show import Show
from console.domain.stock import Level
from console.ui.words.money import money_text

_tr = QCoreApplication.translate

MOST_TITLE = 120
MINUS = "\N{MINUS SIGN}"


class FindingWords(msgspec.Struct, frozen=True):
    """What a person needs to settle a finding. `numbers` are names with values; `theirs` and `ours` are the ways."""

    title: str
    subject: str
    meaning: str
    numbers: tuple[tuple[str, str], ...]
    theirs: str
    ours: str
    proposal: Proposal = Proposal()


def words_of(finding: Finding, show: Show) -> FindingWords:
    """The words of a finding, with the numbers as they are now."""
    match finding.kind:
        case FindingKind.OVERSOLD:
            return _oversold(finding, show)
        case FindingKind.UNKNOWN_SKU:
            return _unknown(finding)
        case FindingKind.STOCK_DIFFERS:
            return _stock(finding, show)
        case FindingKind.PRODUCT_DIFFERS:
            return _product(finding, show)
        case FindingKind.REFUNDED_NOT_CANCELLED:
            return _refunded(finding)
        case FindingKind.FENCE_EATEN:
            return _fence(finding, show)
        case _:
            assert_never(finding.kind)


def number(value: int) -> str:
    """A number with a true minus sign."""
    text = QLocale().toString(abs(value))
    return f"{MINUS}{text}" if value < 0 else text


def _oversold(finding: Finding, show: Show) -> FindingWords:
    level = show.stock.get(finding.subject) or Level()
    proposal = proposed(show, finding.subject)
    if level.available >= 0:
        meaning = _tr("Findings", "The shop sold more than there was. There is enough again now.")
    elif level.available + level.buffer >= 0:
        told = _tr("Findings", "The shop sold {0} of the {1} pieces that are kept back. They are there.")
        meaning = told.format(number(-level.available), number(level.buffer))
    else:
        meaning = _proposal(proposal)
    available, promised = _tr("Findings", "available"), _tr("Findings", "promised")
    return FindingWords(
        _tr("Findings", "Oversold"),
        finding.subject,
        meaning,
        ((available, number(level.available)), (promised, number(level.committed))),
        _tr("Findings", "The orders stand"),
        _tr("Findings", "Cancelled at the shop"),
        proposal,
    )


def _proposal(proposal: Proposal) -> str:
    """What is missing, what is proposed against it, and what is on its way already."""
    told = [_tr("Findings", "The shop sold {0} more than there is.").format(number(proposal.missing))]
    if proposal.coming > proposal.stuck:
        words = _tr("Findings", "{0} are being cancelled at the shop.")
        told.append(words.format(number(proposal.coming - proposal.stuck)))
    if proposal.stuck:
        words = _tr("Findings", "The cancelling of {0} waits for you in what goes to the shop.")
        told.append(words.format(number(proposal.stuck)))
    if proposal.cuts:
        words = _tr(
            "Findings", "Find more pieces, or cancel these orders: the last placed first, none that was shipped."
        )
        told.append(words)
    if proposal.left:
        words = _tr(
            "Findings", "For {0} there is no order that could be cancelled from here: find pieces, or ask buyers."
        )
        told.append(words.format(number(proposal.left)))
    return " ".join(told)


def cancel_words(proposal: Proposal) -> str:
    """What the one button does."""
    pieces = sum(cut.pieces for cut in proposal.cuts)
    told = _tr("Findings", "Cancel at the shop: orders {0}, pieces {1}")
    return told.format(number(len(proposal.cuts)), number(pieces))


def _unknown(finding: Finding) -> FindingWords:
    meaning = _tr("Findings", "Nobody has said how many there are of what the order {0} names. Count it, or import it.")
    return FindingWords(
        _tr("Findings", "Uncounted SKU"),
        finding.subject,
        meaning.format(finding.reference),
        (),
        _tr("Findings", "The order stands"),
        _tr("Findings", "It is not ours"),
    )


def _stock(finding: Finding, show: Show) -> FindingWords:
    ours = (show.stock.get(finding.subject) or Level(on_hand=finding.ours)).on_hand
    return FindingWords(
        _tr("Findings", "Stock differs"),
        finding.subject,
        _tr("Findings", "The shop counts another number on hand than this desk."),
        ((_tr("Findings", "the shop says"), number(finding.theirs)), (_tr("Findings", "here"), number(ours))),
        _tr("Findings", "Take the shop's {0}").format(number(finding.theirs)),
        _tr("Findings", "Keep our {0}").format(number(ours)),
    )


def _product(finding: Finding, show: Show) -> FindingWords:
    ours, theirs = show.products.get(finding.subject), finding.offer
    meaning = _tr("Findings", "The shop changed this product while the show was running. It waits for you.")
    if ours and theirs and ours.title != theirs.title:
        meaning += " " + _tr("Findings", "Its title at the shop: {0}").format(theirs.title[:MOST_TITLE])
    return FindingWords(
        _tr("Findings", "Changed at the shop"),
        ours.title if ours else finding.subject,
        meaning,
        _prices(ours, theirs) if ours and theirs else (),
        _tr("Findings", "Take the shop's"),
        _tr("Findings", "Keep ours"),
    )


def _prices(ours: Product, theirs: Product) -> tuple[tuple[str, str], ...]:
    """The two prices of the first variant whose price differs."""
    offered = {variant.sku: variant.price for variant in theirs.variants}
    for variant in ours.variants:
        price = offered.get(variant.sku, variant.price)
        if price != variant.price:
            here = _tr("Findings", "{0} here").format(variant.sku)
            return (_tr("Findings", "at the shop"), money_text(price)), (here, money_text(variant.price))
    return ()


def _fence(finding: Finding, show: Show) -> FindingWords:
    level, fence = show.stock.get(finding.subject) or Level(), show.claims.fence(finding.subject)
    meaning = _tr("Findings", "The order {0} took pieces that are kept for this show. A shop's order is never refused.")
    there, kept = _tr("Findings", "available"), _tr("Findings", "kept for this show")
    return FindingWords(
        _tr("Findings", "Ring-fence broken"),
        finding.subject,
        meaning.format(finding.reference),
        ((there, number(level.available)), (kept, number(fence))),
        _tr("Findings", "Keep only the {0} there are").format(number(max(0, level.available))),
        _tr("Findings", "More are coming"),
    )


def _refunded(finding: Finding) -> FindingWords:
    return FindingWords(
        _tr("Findings", "Paid back, still promised"),
        finding.subject,
        _tr("Findings", "The money of this order went back, but its pieces are still promised. Cancel it at the shop."),
        ((_tr("Findings", "promised pieces"), number(finding.ours)),),
        _tr("Findings", "Cancelled at the shop"),
        _tr("Findings", "Stays promised"),
    )
