"""What can be done in the drawer of orders."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

FIND = Act("orders.find", QT_TRANSLATE_NOOP("Acts", "Find an order"), ("/",))
CANCEL = Act("orders.cancel_order", QT_TRANSLATE_NOOP("Acts", "Cancel this order, or a part of it"), ("C",))
REFUND = Act("orders.refund_order", QT_TRANSLATE_NOOP("Acts", "Give money back"), ("B",))

ACTS = (FIND, CANCEL, REFUND)
