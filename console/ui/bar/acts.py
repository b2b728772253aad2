"""What can be done from the bar."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach

GO = Act("show.begin_or_end", QT_TRANSLATE_NOOP("Acts", "Begin or end the show (twice)"), ("Ctrl+L",), Reach.WINDOW)
ORDERS = Act("orders.open", QT_TRANSLATE_NOOP("Acts", "Orders"), ("Ctrl+Shift+O",), Reach.WINDOW)
FINDINGS = Act("findings.open", QT_TRANSLATE_NOOP("Acts", "Findings"), ("Ctrl+Shift+F",), Reach.WINDOW)
CLAIMS = Act("claims.open", QT_TRANSLATE_NOOP("Acts", "Claims"), ("Ctrl+Shift+M",), Reach.WINDOW)
OUTBOX = Act("outbox.open", QT_TRANSLATE_NOOP("Acts", "To the shop"), ("Ctrl+Shift+T",), Reach.WINDOW)
RETRY = Act(
    "connections.try_again", QT_TRANSLATE_NOOP("Acts", "Try connections in trouble again"), ("Ctrl+R",), Reach.WINDOW
)
KEYS = Act("keys.open", QT_TRANSLATE_NOOP("Acts", "All keys"), ("?",), Reach.WINDOW)
PALETTE = Act("palette.open", QT_TRANSLATE_NOOP("Acts", "All commands"), ("Ctrl+K",), Reach.WINDOW)
CONNECTIONS = Act("connections.open", QT_TRANSLATE_NOOP("Acts", "Connections"), ("Ctrl+Shift+C",), Reach.WINDOW)
PREFLIGHT = Act(
    "preflight.open", QT_TRANSLATE_NOOP("Acts", "Look at everything before going live"), ("Ctrl+Shift+G",), Reach.WINDOW
)

ACTS = (GO, ORDERS, FINDINGS, OUTBOX, CLAIMS, RETRY, PALETTE, KEYS, CONNECTIONS, PREFLIGHT)
