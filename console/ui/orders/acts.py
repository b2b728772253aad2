"""What can be done in the drawer of orders."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

FIND = Act("orders.find", QT_TRANSLATE_NOOP("Acts", "Find an order"), ("/",))

ACTS = (FIND,)
