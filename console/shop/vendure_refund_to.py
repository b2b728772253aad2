"""Giving back money of a Vendure order up to a sum, although each refund gives back another amount."""

from collections.abc import Awaitable, Callable, Iterable

from console.desk.ports import Concluded, Probe, ShopRefused, ShopUnreachable, Unclear
from console.domain.money import plain
from console.domain.outbox import Prepared, RefundTo
from console.shop.graphql import AGAIN, request_text
from console.shop.refusals import Faulted, NotUnderstood
from console.shop.vendure_money import amount, money
from console.shop.vendure_out_answers import EndRow, GivenBackRow, MoneyAnswer, MoneyRow, PaidRow, RefundAnswer
from console.shop.vendure_out_documents import ORDER_MONEY, REFUND
from console.shop.vendure_out_line import ALREADY, OutLine, mark

SETTLED = "Settled"
FAILED = "Failed"
LOOK = "Look at the order in the shop and at its payment provider before you try again."


class RefundStep:
    """One RefundTo at the shop. Its key is the refund's reason there.

    The shop may have asked a payment provider for the money before it writes anything down, so what is not found may
    still have been paid: only a person may try again.
    """

    def __init__(self, line: OutLine, task: RefundTo, key: str, decimals: Callable[[], Awaitable[int]]) -> None:
        self._line = line
        self._task = task
        self._reason = mark(key)
        self._decimals = decimals

    async def prepare(self) -> Prepared | Concluded:
        """Read what was given back, and write what gives back the rest."""
        order = await self._order()
        if order is None:
            raise ShopRefused("The shop does not know this order", "Look for it in the shop.")
        missing = await self._missing(order)
        if not missing:
            return ALREADY
        if missing < 0:
            raise ShopRefused("More than that was given back already", "Look at the order's refunds in the shop.")
        change = {"paymentId": await self._payment(order, missing), "amount": missing, "reason": self._reason}
        # Without these three, which it calls deprecated, this Vendure breaks a constraint of its own SQLite file.
        deprecated = {"lines": [], "shipping": 0, "adjustment": 0}
        return Prepared(request_text(REFUND, {"input": change | deprecated}), "")

    async def send(self, prepared: Prepared) -> Concluded:
        """Give back; Vendure would do it again if it were asked again."""
        try:
            told = await self._line.send(prepared.request, RefundAnswer)
        except NotUnderstood:
            raise
        except Faulted as error:
            raise ShopUnreachable(error.title, LOOK) from error
        return _end(told.refund_order)

    async def probe(self, _: Prepared) -> Probe:
        """Look for the reason among the order's refunds, and at their sum."""
        order = await self._order()
        for refund in _refunds(order.payments or ()) if order is not None else ():
            if refund.reason == self._reason:
                return _found(refund)
        if order is not None and not await self._missing(order):
            return ALREADY
        return Unclear("It is not known whether the money was given back", LOOK)

    async def _order(self) -> MoneyRow | None:
        return (await self._line.ask(ORDER_MONEY, MoneyAnswer, {"id": self._task.ref})).order

    async def _missing(self, order: MoneyRow) -> int:
        """What is left to give back, in the shop's amounts."""
        if order.currency_code != self._task.total.currency:
            raise ShopRefused(f"The order was paid in {order.currency_code}", "Give back in that currency.")
        wanted = amount(self._task.total, await self._decimals())
        return wanted - sum(refund.total for refund in _refunds(order.payments or ()) if refund.state != FAILED)

    async def _payment(self, order: MoneyRow, missing: int) -> str:
        """The payment that has most left to give back; one refund comes from one payment."""
        left = {payment.id: _left(payment) for payment in order.payments or () if payment.state == SETTLED}
        best = max(left, key=lambda payment: left[payment], default="")
        if left.get(best, 0) < missing:
            most = money(max(0, left.get(best, 0)), order.currency_code, await self._decimals())
            raise ShopRefused(
                f"No payment of the order has so much left, the most is {plain(most)} {most.currency}",
                "Give back less, or in the shop.",
            )
        return best


def _left(payment: PaidRow) -> int:
    return payment.amount - sum(refund.total for refund in payment.refunds if refund.state != FAILED)


def _refunds(payments: Iterable[PaidRow]) -> list[GivenBackRow]:
    return [refund for payment in payments for refund in payment.refunds]


def _found(refund: GivenBackRow) -> Probe:
    if refund.state == FAILED:
        return Unclear("The payment provider did not give the money back", LOOK)
    return Concluded(f"refund {refund.id} {refund.state}")


def _end(row: EndRow) -> Concluded:
    """What the answer means; a refusal that comes after the provider was asked leaves it unknown."""
    match row.error_code:
        case "" if row.kind == "Refund" and row.state != FAILED:
            return Concluded(f"refund {row.id} {row.state}")
        case "" if row.kind == "Refund":
            raise ShopRefused("The payment provider did not give the money back", LOOK)
        case "REFUND_AMOUNT_ERROR" | "ALREADY_REFUNDED_ERROR":
            raise ShopUnreachable("The order's refunds were changed in the shop meanwhile", AGAIN, nothing_done=True)
        case "REFUND_STATE_TRANSITION_ERROR":
            raise ShopUnreachable("The shop stopped in the middle of giving back", "What it did is looked for.")
        case "REFUND_ORDER_STATE_ERROR":
            raise ShopRefused("The order is not paid yet", "Cancel it instead.")
        case code:
            raise ShopRefused(f"The shop does not give this back ({code})", "Look at the order in the shop.")
