"""Comparing a shop's numbers and drafts with ours, without crying over what is only on its way."""

from collections.abc import Iterable, Mapping

from rpds import HashTrieMap

from console.domain.claims.draft import Draft, DraftFate, DraftSeen
from console.domain.orders import StockLevel
from console.domain.stock import Level


class Comparison:
    """Remembers what differed last time: a difference counts if both sides say the same twice in a row."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[int, int]] = {}

    def forget(self, skus: Iterable[str]) -> None:
        """Begin anew with these SKUs: their numbers are about to change."""
        for sku in skus:
            self._last.pop(sku, None)

    def sure(self, levels: Iterable[StockLevel], stock: "HashTrieMap[str, Level]") -> tuple[StockLevel, ...]:
        """The levels that can be told: those that agree with ours, and those that differ as they did before."""
        told = []
        for level in levels:
            ours = stock.get(level.sku)
            if ours is None:
                continue
            numbers = (level.on_hand, ours.on_hand)
            if level.on_hand == ours.on_hand or self._last.get(level.sku) == numbers:
                told.append(level)
            self._last[level.sku] = numbers
        return tuple(told)


class OddDrafts:
    """Remembers which drafts were not as they should be: what both sides say twice in a row counts."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[DraftSeen, int]] = {}

    def sure(self, seen: Iterable[DraftSeen], drafts: Mapping[str, Draft]) -> tuple[DraftSeen, ...]:
        """Those that can be told: cancelled ones at once, and those that are gone or have other lines as before."""
        told = []
        for each in seen:
            draft = drafts[each.key]
            odd = each.fate is DraftFate.GONE or (each.fate is DraftFate.DRAFT and each.lines != draft.lines)
            now = (each, draft.errand)
            if each.fate is DraftFate.CANCELLED or (odd and self._last.get(each.key) == now):
                told.append(each)
            if odd:
                self._last[each.key] = now
            else:
                self._last.pop(each.key, None)
        return tuple(told)
