"""The shop's side of the orders of claims, kept the simple way: drafts by name, and all that it ever told of orders."""

from collections.abc import Sequence

from msgspec.structs import replace

from console.domain.claims.draft import DraftFate, DraftSeen
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus
from console.domain.outbox import DraftTo, Made, Wanted
from tests.domain.goods import snapshot


class FarDrafts:
    """Does what it is asked about drafts, and remembers every version of every order."""

    def __init__(self) -> None:
        self.drafts: dict[str, tuple[Wanted, ...]] = {}
        self.told: dict[str, list[OrderSnapshot]] = {}
        self.gone: dict[str, DraftFate] = {}
        self._version = 1

    def ref(self, key: str) -> str:
        """The shop's id of what has that name."""
        return f"d{key.rpartition('-')[2]}"

    def do(self, task: DraftTo) -> Made | None:
        """Have a draft have exactly these lines; one that is an order by now stays as it is."""
        ref = self.ref(task.key)
        if task.key in self.told:
            return Made(ref, ref, placed=True)
        if not task.lines:
            self.drafts.pop(task.key, None)
            return None
        self.drafts[task.key] = task.lines
        self.gone.pop(task.key, None)
        return Made(ref, ref)

    def place(self, key: str, less: int, more: int) -> None:
        """The buyer orders a draft: without its last lines, if told so, and with more of its first."""
        lines = self.drafts.pop(key)
        lines = lines[: max(1, len(lines) - less)]
        ordered = [OrderLine(each.sku, each.pieces + (more if n == 0 else 0)) for n, each in enumerate(lines)]
        self._tell(key, snapshot(self.ref(key), *ordered))

    def shrink(self, key: str) -> None:
        """A piece of the first line that has one left is cancelled."""
        order = self.told[key][-1]
        lines = list(order.lines)
        for n, line in enumerate(lines):
            if line.sold:
                lines[n] = replace(line, cancelled=line.cancelled + 1)
                break
        status = order.status if any(line.sold for line in lines) else OrderStatus.CANCELLED
        self._tell(key, replace(order, lines=tuple(lines), status=status))

    def drop(self, key: str, fate: DraftFate) -> DraftSeen:
        """Somebody at the shop takes a draft away."""
        del self.drafts[key]
        self.gone[key] = fate
        return DraftSeen(key, fate, self.ref(key))

    def newest(self) -> Sequence[OrderSnapshot]:
        """Every order as it is now."""
        return [versions[-1] for versions in self.told.values()]

    def _tell(self, key: str, order: OrderSnapshot) -> None:
        self._version += 1
        self.told.setdefault(key, []).append(replace(order, version=self._version, draft=key))
