"""What a person has a shop do to an order. Nothing changes here: orders are the shop's, and come back by its feed."""

from typing import assert_never

from console.domain.commands import CancelOrder, RefundOrder
from console.domain.decide.decision import Decision
from console.domain.decide.errands import queued, recipients
from console.domain.money import Money, plain
from console.domain.orders import OrderSnapshot
from console.domain.outbox import CancelTo, RefundTo, Task
from console.domain.outcomes import Added, Done, Invalid, Missing, UnknownSku
from console.domain.rules import Rule
from console.domain.show import Show


def at_shop(show: Show, command: CancelOrder | RefundOrder) -> Decision:
    """Queue what a person wants of an order, unless it is so or on its way already."""
    order = show.orders.get(command.order)
    if order is None:
        return Decision(Missing("order", command.order))
    told = order.snapshot
    match command:
        case CancelOrder(sku=sku, quantity=quantity):
            return cancelling(told, sku, quantity) or queued_once(show, told.shop, CancelTo(told.ref, sku, quantity))
        case RefundOrder(total=total):
            return refunding(told, total) or queued_once(show, told.shop, RefundTo(told.ref, total))
        case _:
            assert_never(command)


def queued_once(show: Show, shop: str, task: Task) -> Decision:
    """Queue a task at one shop; asked for twice it is on its way once."""
    if shop not in recipients(show):
        return Decision(Missing("connection", shop))
    for each in show.open_errands:
        if (each.errand.shop, each.errand.task) == (shop, task):
            return Decision(Added(each.errand.id))
    return Decision(Added(show.serial + 1), queued(show, [(shop, task)], show.serial))


def cancelling(told: OrderSnapshot, sku: str, quantity: int) -> Decision | None:
    """The answer if there is nothing to cancel."""
    sold = [line.sold for line in told.lines if line.sku == sku]
    if not sold:
        return Decision(UnknownSku(sku))
    if quantity < 0:
        return Decision(Invalid("quantity", Rule.PIECES_STAY))
    return Decision(Done()) if sum(sold) <= quantity else None


def refunding(told: OrderSnapshot, total: Money) -> Decision | None:
    """The answer if there is nothing to give back. What was paid is not known of orders that older versions kept."""
    most = Money(told.paid or told.total.minor, told.total.currency)
    if total.currency != most.currency:
        return Decision(Invalid("total", Rule.AMOUNT_IN, (most.currency,)))
    if not 0 < total.minor <= most.minor:
        return Decision(Invalid("total", Rule.AMOUNT_UP_TO, (plain(most),)))
    return Decision(Done()) if total.minor <= told.refunded else None
