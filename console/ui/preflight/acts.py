"""What can be done in the list before a show goes live."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

GO_THERE = Act("preflight.go_there", QT_TRANSLATE_NOOP("Acts", "Go where it is put right"), ("Return", "Enter"))
COMPARE = Act("preflight.compare", QT_TRANSLATE_NOOP("Acts", "Compare the stock with the shop now"), ("C",))

ACTS = (GO_THERE, COMPARE)
