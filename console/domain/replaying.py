"""A show once more from its journal, command by command, as far as it decides what may be said and sold."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from console.domain import changes as c
from console.domain.apply import apply
from console.domain.apply.stock import with_movements
from console.domain.changes import Entry
from console.domain.show import Show

MOVED = (c.StockMoved, c.OrderRecorded, c.Claimed, c.ClaimMoved)
FOLDED = (
    *(c.ShowOpened, c.WentLive, c.ShowEnded, c.CatalogueImported, c.ProductSaved, c.LimitsSet),
    *(c.Queued, c.Unqueued, c.ItemMoved, c.CodeSet, c.Pinned, c.Unpinned, c.SaleStopped, c.SaleResumed),
    *(c.SegmentAdded, c.SegmentChanged, c.SegmentRemoved, c.SegmentMoved, c.RundownImported, c.SegmentSkipped),
    *(c.Taken, c.Paused, c.Resumed, c.TimeAdded, c.EditsTaken),
)
KINDS = frozenset(kind.__name__ for kind in (*MOVED, *FOLDED))


class Step(NamedTuple):
    """What one command brought about: when, which SKUs' stock it moved, and the show after all of it."""

    at: datetime
    skus: frozenset[str]
    show: Show


def replayed(show: Show, entries: Iterable[Entry]) -> Iterator[Step]:
    """The steps from a show on; what was saved together is one. Of orders and claims only the stock is folded."""
    for _, some in groupby(entries, key=lambda entry: (entry.at, entry.command)):
        skus: set[str] = set()
        for entry in some:
            change = entry.change
            if isinstance(change, MOVED):
                show = replace(show, stock=with_movements(show.stock, change.movements))
                skus.update(movement.sku for movement in change.movements)
            else:
                show = apply(show, entry)
        yield Step(entry.at, frozenset(skus), show)
