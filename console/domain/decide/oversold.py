"""More promised than there is, found where a number on hand turns out to be lower than thought."""

from collections.abc import Iterable

from console.domain.changes import FindingOpened
from console.domain.findings import Finding, FindingKind
from console.domain.show import Show
from console.domain.stock import Level, Movement, moved


def oversold(show: Show, movements: Iterable[Movement], last: int) -> tuple[FindingOpened, ...]:
    """A finding for each SKU that these movements leave below zero, numbered after `last`; open ones stay."""
    new: list[FindingOpened] = []
    for movement in movements:
        left = moved(show.stock.get(movement.sku) or Level(), movement).available
        finding = Finding(
            last + len(new) + 1, FindingKind.OVERSOLD, movement.sku, ours=left, reference=movement.reference
        )
        known = show.findings.get(finding.key)
        if left < 0 and (known is None or known.settled):
            new.append(FindingOpened(finding))
    return tuple(new)
