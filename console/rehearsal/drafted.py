"""The draft orders of the rehearsal shop: what is kept for a buyer until it is paid."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from console.domain.claims.draft import Draft, DraftState
from console.domain.outbox import Wanted


class Drafted(msgspec.Struct, frozen=True):
    """An order that is not placed yet."""

    key: str
    ref: str
    buyer: str
    lines: tuple[Wanted, ...]


class Drafts:
    """The drafts by the names that the console gave them. `known` are those that the shop had taken before."""

    def __init__(self, known: Iterable[Draft] = ()) -> None:
        self._open: dict[str, Drafted] = {}
        self._refs: dict[str, str] = {}
        for each in known:
            if each.ref:
                self._refs[each.key] = each.ref
            if each.ref and each.state is DraftState.OPEN:
                self._open[each.key] = Drafted(each.key, each.ref, each.buyer, each.offered)

    @property
    def open(self) -> tuple[Drafted, ...]:
        """Those that can still be paid, by their names."""
        return tuple(self._open[key] for key in sorted(self._open))

    def ref(self, key: str) -> str:
        """The shop's id of what had that name once; "" if nothing had."""
        return self._refs.get(key, "")

    def get(self, key: str) -> Drafted | None:
        """The draft of that name, if it can still be paid."""
        return self._open.get(key)

    def put(self, key: str, lines: tuple[Wanted, ...], buyer: str) -> Drafted | None:
        """Have the draft of that name have exactly these lines; without any it is taken away."""
        if not lines:
            self._open.pop(key, None)
            return None
        ref = self._refs.setdefault(key, f"D{key.rpartition('-')[2]}")
        self._open[key] = Drafted(key, ref, buyer, lines)
        return self._open[key]

    def take(self, key: str) -> Drafted:
        """Take out a draft: it is an order from now on, or cancelled."""
        return self._open.pop(key)

    def kept(self) -> Counter[str]:
        """The pieces that are kept for all drafts, by SKU."""
        pieces: Counter[str] = Counter()
        for draft in self._open.values():
            for line in draft.lines:
                pieces[line.sku] += line.pieces
        return pieces
