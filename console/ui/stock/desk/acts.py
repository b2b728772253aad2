"""What can be done at the stock desk, with the SKU that is chosen there."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

FIND = Act("stock_desk.find_sku", QT_TRANSLATE_NOOP("Acts", "Find a SKU"), ("/",))
LESS = Act("stock_desk.take_away", QT_TRANSLATE_NOOP("Acts", "Take pieces away"), ("-", "\N{MINUS SIGN}"))
MORE = Act("stock_desk.add", QT_TRANSLATE_NOOP("Acts", "Add pieces"), ("+", "="))
COUNT = Act("stock_desk.count", QT_TRANSLATE_NOOP("Acts", "Count"), ("C",))
LIMITS = Act("stock_desk.set_limits", QT_TRANSLATE_NOOP("Acts", "Set what is kept back, and when it is low"), ("L",))
RELEASE = Act("stock_desk.release_more", QT_TRANSLATE_NOOP("Acts", "Release more pieces to claims"), ("R",))
FENCE = Act("stock_desk.ring_fence", QT_TRANSLATE_NOOP("Acts", "Keep pieces for this show"), ("K",))
STOP = Act("stock_desk.stop_sale", QT_TRANSLATE_NOOP("Acts", "Stop its sale, or go on"), ("S",))
NOTICE = Act("stock_desk.change_notice", QT_TRANSLATE_NOOP("Acts", "Change what is said of the stop"), ("N",))
UNDO = Act("stock_desk.undo_move", QT_TRANSLATE_NOOP("Acts", "Undo the last change of stock"), ("U",))
WHY = Act("stock_desk.ask_why", QT_TRANSLATE_NOOP("Acts", "Why this number?"), ("W",))

ACTS = (FIND, LESS, MORE, COUNT, LIMITS, RELEASE, FENCE, STOP, NOTICE, UNDO, WHY)
