"""How an order of the rehearsal shop goes on: the same rules as at a real one."""

import msgspec

from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus

_replace = msgspec.structs.replace


def cancelled(order: OrderSnapshot) -> OrderSnapshot:
    """The order with every piece cancelled; one of which anything was shipped counts as refunded."""
    if not any(line.sold for line in order.lines):
        return order
    was_sent = any(line.shipped for line in order.lines)
    lines = tuple(_replace(line, cancelled=line.placed) for line in order.lines)
    if was_sent:
        return _replace(order, status=OrderStatus.REFUNDED, lines=lines, refunded=order.paid)
    return _replace(order, status=OrderStatus.CANCELLED, lines=lines)


def cancelled_to(order: OrderSnapshot, sku: str, quantity: int) -> OrderSnapshot:
    """The order with at most so many pieces of a SKU sold."""
    lines = tuple(_down_to(line, quantity) if line.sku == sku else line for line in order.lines)
    if any(line.sold for line in lines):
        return _replace(order, lines=lines)
    return _replace(order, lines=lines, status=OrderStatus.CANCELLED)


def refunded_to(order: OrderSnapshot, minor: int) -> OrderSnapshot:
    """The order with that sum given back, which only rises."""
    refunded = max(order.refunded, minor)
    status = OrderStatus.REFUNDED if 0 < order.paid <= refunded else order.status
    return _replace(order, refunded=refunded, status=status)


def shipped(order: OrderSnapshot) -> OrderSnapshot:
    """The order with every piece shipped that was still promised."""
    if not any(line.committed for line in order.lines):
        return order
    return _replace(order, status=OrderStatus.SHIPPED, lines=tuple(_sent(line) for line in order.lines))


def _down_to(line: OrderLine, quantity: int) -> OrderLine:
    return _replace(line, cancelled=max(line.cancelled, line.placed - quantity))


def _sent(line: OrderLine) -> OrderLine:
    return _replace(line, shipped=line.shipped + line.committed)
