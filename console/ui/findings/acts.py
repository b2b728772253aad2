"""What can be done in the drawer of findings."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

THEIRS = Act("findings.take_theirs", QT_TRANSLATE_NOOP("Acts", "Take what the shop says"), ("T",))
OURS = Act("findings.keep_ours", QT_TRANSLATE_NOOP("Acts", "Keep what is here"), ("K",))
CANCEL = Act("findings.cancel_orders", QT_TRANSLATE_NOOP("Acts", "Cancel the proposed orders at the shop"), ("C",))

ACTS = (CANCEL, THEIRS, OURS)
