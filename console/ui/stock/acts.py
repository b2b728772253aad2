"""What can be done with the stock of what is explained."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

LESS = Act("stock.take_away", QT_TRANSLATE_NOOP("Acts", "Take pieces away"), ("-", "\N{MINUS SIGN}"))
MORE = Act("stock.add", QT_TRANSLATE_NOOP("Acts", "Add pieces"), ("+", "="))
COUNT = Act("stock.count", QT_TRANSLATE_NOOP("Acts", "Count"), ("C",))
WHY = Act("stock.ask_why", QT_TRANSLATE_NOOP("Acts", "Why this number?"), ("W",))
UNDO = Act("stock.undo_move", QT_TRANSLATE_NOOP("Acts", "Undo the last change of stock"), ("U",))
LIMITS = Act("stock.set_limits", QT_TRANSLATE_NOOP("Acts", "Set what is kept back, and when it is low"), ("L",))

ACTS = (LESS, MORE, COUNT, LIMITS, UNDO, WHY)
