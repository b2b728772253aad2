"""What can be done in the drawer of the outbox."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

AGAIN = Act("outbox.try_again", QT_TRANSLATE_NOOP("Acts", "Try it again"), ("T",))
LEAVE = Act("outbox.leave_errand", QT_TRANSLATE_NOOP("Acts", "Leave it as it is"), ("L",))
NOW = Act("outbox.ask_shop", QT_TRANSLATE_NOOP("Acts", "Ask the shop now"), ("N",))
ASIDE = Act("outbox.put_aside", QT_TRANSLATE_NOOP("Acts", "Try it no more, and keep it in the tray"), ("A",))

ACTS = (AGAIN, LEAVE, ASIDE, NOW)
