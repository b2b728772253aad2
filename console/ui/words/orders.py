"""Where orders stand, in words."""

from PySide6.QtCore import QCoreApplication

from console.domain.orders import OrderStatus

_tr = QCoreApplication.translate


def status_word(status: OrderStatus) -> str:
    """Where an order stands."""
    return {
        OrderStatus.PLACED: _tr("Orders", "placed"),
        OrderStatus.PAID: _tr("Orders", "paid"),
        OrderStatus.SHIPPED: _tr("Orders", "shipped"),
        OrderStatus.CANCELLED: _tr("Orders", "cancelled"),
        OrderStatus.REFUNDED: _tr("Orders", "refunded"),
    }[status]
