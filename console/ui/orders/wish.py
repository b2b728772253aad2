"""What a person wants of an order: fewer pieces, money back; as commands, or what is wrong with the words typed."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QCoreApplication

from console.domain.commands import CancelOrder, RefundOrder
from console.domain.money import Money, MoneyError, parse_money
from console.domain.orders import Order
from console.ui.words.money import money_text

_tr = QCoreApplication.translate


Wanted = tuple[CancelOrder | RefundOrder, ...]


class Wish(msgspec.Struct, frozen=True):
    """The commands that a form comes to and what they do in words; or `fault`, what is wrong in it."""

    commands: Wanted = ()
    words: str = ""
    fault: str = ""


def wish(order: Order, keep: Mapping[str, int], refund: str) -> Wish:
    """What is wanted, if of each SKU so many pieces are kept and `refund` is given back in all ("" = no matter)."""
    cancels = [
        (CancelOrder(order.key, line.sku, keep[line.sku]), line.sold - keep[line.sku])
        for line in order.snapshot.lines
        if keep.get(line.sku, line.sold) < line.sold
    ]
    words = [_tr("Orders", "cancel {0} of {1}").format(pieces, command.sku) for command, pieces in cancels]
    commands: list[CancelOrder | RefundOrder] = [command for command, _ in cancels]
    if refund.strip():
        total = _total(order, refund)
        if isinstance(total, str):
            return Wish(fault=total)
        if total.minor > order.snapshot.refunded:
            commands.append(RefundOrder(order.key, total))
            words.append(_tr("Orders", "give back {0} in all").format(money_text(total)))
    return Wish(tuple(commands), ", ".join(words))


def paid(order: Order) -> Money:
    """The money that came for an order."""
    return Money(order.snapshot.paid, order.snapshot.total.currency)


def refunded(order: Order) -> Money:
    """The money that went back."""
    return Money(order.snapshot.refunded, order.snapshot.total.currency)


def _total(order: Order, text: str) -> Money | str:
    """The sum that is to have gone back, or why it cannot be."""
    try:
        total = parse_money(text, order.snapshot.total.currency)
    except MoneyError as error:
        return f"{error}."
    if total > paid(order):
        return _tr("Orders", "Only {0} was paid.").format(money_text(paid(order)))
    if total < refunded(order):
        return _tr("Orders", "{0} has gone back already.").format(money_text(refunded(order)))
    return total
