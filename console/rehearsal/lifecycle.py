"""How an order of the rehearsal shop goes on: the same rules as at a real one."""

import msgspec

from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus

_replace = msgspec.structs.replace


def cancelled(order: OrderSnapshot) -> OrderSnapshot:
    """The order with every piece cancelled; one of which anything was shipped counts as refunded."""
    if not any(line.sold for line in order.lines):
        return order
    was_sent = any(line.shipped for line in order.lines)
    status = OrderStatus.REFUNDED if was_sent else OrderStatus.CANCELLED
    return _replace(order, status=status, lines=tuple(_replace(line, cancelled=line.placed) for line in order.lines))


def shipped(order: OrderSnapshot) -> OrderSnapshot:
    """The order with every piece shipped that was still promised."""
    if not any(line.committed for line in order.lines):
        return order
    return _replace(order, status=OrderStatus.SHIPPED, lines=tuple(_sent(line) for line in order.lines))


def _sent(line: OrderLine) -> OrderLine:
    return _replace(line, shipped=line.shipped + line.committed)
