"""Cancelling pieces of a Vendure order down to a number, although it cancels by a number."""

from collections.abc import Sequence

from console.desk.ports import Concluded, NotThere, Probe, ShopRefused, ShopUnreachable
from console.domain.outbox import CancelTo, Prepared
from console.shop.graphql import AGAIN, request_text
from console.shop.vendure_out_answers import CancelAnswer, EndRow, LeftRow, PiecesAnswer, PiecesRow
from console.shop.vendure_out_documents import CANCEL, ORDER_PIECES
from console.shop.vendure_out_line import ALREADY, OutLine, mark


class CancelStep:
    """One CancelTo at the shop. Its key is the cancellation's reason there, which the order's history keeps."""

    def __init__(self, line: OutLine, task: CancelTo, key: str) -> None:
        self._line = line
        self._task = task
        self._reason = mark(key)

    async def prepare(self) -> Prepared | Concluded:
        """Read what is left of the order, and write what cancels the rest."""
        order = await self._order()
        if order is None:
            raise ShopRefused("The shop does not know this order", "Look for it in the shop.")
        lines = cancelled_lines(self._task, order.lines)
        if not lines:
            return ALREADY
        change = {
            "orderId": self._task.ref,
            "lines": [{"orderLineId": line, "quantity": pieces} for line, pieces in lines],
            "reason": self._reason,
            "cancelShipping": sum(line.quantity for line in order.lines) == sum(pieces for _, pieces in lines),
        }
        return Prepared(request_text(CANCEL, {"input": change}), "")

    async def send(self, prepared: Prepared) -> Concluded:
        """Cancel; Vendure would do it again if it were asked again."""
        return _end((await self._line.send(prepared.request, CancelAnswer)).cancel_order)

    async def probe(self, _: Prepared) -> Probe:
        """Look for the reason in the order's history, and at what is left."""
        order = await self._order()
        if order is None:
            return Concluded("the order is gone")
        for entry in order.history.items:
            if entry.data.reason == self._reason:
                return Concluded(f"history entry {entry.id}")
        return NotThere() if cancelled_lines(self._task, order.lines) else ALREADY

    async def _order(self) -> PiecesRow | None:
        return (await self._line.ask(ORDER_PIECES, PiecesAnswer, {"id": self._task.ref})).order


def cancelled_lines(task: CancelTo, lines: Sequence[LeftRow]) -> list[tuple[str, int]]:
    """Lines and the pieces to be cancelled of them, from the last one up, so that no more than wanted are left."""
    ours = [line for line in lines if line.product_variant is not None and line.product_variant.sku == task.sku]
    left = sum(line.quantity for line in ours) - task.quantity
    cancelled = []
    for line in reversed(ours):
        if pieces := min(left, line.quantity) if left > 0 else 0:
            cancelled.append((line.id, pieces))
            left -= pieces
    return cancelled


def _end(row: EndRow) -> Concluded:
    """What the answer means; a refusal that comes after the change leaves it unknown."""
    match row.error_code:
        case "" if row.kind == "Order":
            return Concluded(f"order {row.state}")
        case "EMPTY_ORDER_LINE_SELECTION_ERROR":
            return ALREADY
        case "QUANTITY_TOO_GREAT_ERROR":
            raise ShopUnreachable("The order was changed in the shop meanwhile", AGAIN, nothing_done=True)
        case "ORDER_STATE_TRANSITION_ERROR":
            raise ShopUnreachable("The shop stopped in the middle of cancelling", "What it did is looked for.")
        case "CANCEL_ACTIVE_ORDER_ERROR":
            raise ShopRefused("The order is still a cart in the shop", "Wait until it is placed.")
        case code:
            raise ShopRefused(f"The shop does not cancel this ({code})", "Look at the order in the shop.")
