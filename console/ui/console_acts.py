"""What can be done in the console as a whole."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach

RUNDOWN = Act("rundown.go_to", QT_TRANSLATE_NOOP("Acts", "Go to the run of show"), ("F1",), Reach.WINDOW)
QUEUE = Act("queue.go_to", QT_TRANSLATE_NOOP("Acts", "Go to the queue"), ("F3",), Reach.WINDOW)
STOCK = Act("stock.go_to", QT_TRANSLATE_NOOP("Acts", "Go to the stock"), ("F4",), Reach.WINDOW)
CHAT = Act("chat.go_to", QT_TRANSLATE_NOOP("Acts", "Go to the chat"), ("F5",), Reach.WINDOW)
IMPORT_PRODUCTS = Act("import_products.open", QT_TRANSLATE_NOOP("Acts", "Import products"), ("Ctrl+I",), Reach.WINDOW)
IMPORT_RUNDOWN = Act(
    "import_rundown.open", QT_TRANSLATE_NOOP("Acts", "Import a rundown"), ("Ctrl+Shift+I",), Reach.WINDOW
)
EXPORT = Act("export.open", QT_TRANSLATE_NOOP("Acts", "Export"), ("Ctrl+E",), Reach.WINDOW)
FIND_PRODUCTS = Act("finder.open", QT_TRANSLATE_NOOP("Acts", "Find products"), ("Ctrl+P",), Reach.WINDOW)
TROUBLES = Act(
    "troubles.open", QT_TRANSLATE_NOOP("Acts", "What is wrong, and what was"), ("Ctrl+Shift+W",), Reach.WINDOW
)
BACKUPS = Act("backups.open", QT_TRANSLATE_NOOP("Acts", "Backups of this file"), ("Ctrl+Shift+B",), Reach.WINDOW)

STOCK_DESK = Act("stock_desk.open", QT_TRANSLATE_NOOP("Acts", "Stock desk"), ("Ctrl+Shift+S",), Reach.WINDOW)
STOP_ITEM = Act(
    "sale.stop_item", QT_TRANSLATE_NOOP("Acts", "Stop the sale of what is explained, or go on"), ("F8",), Reach.WINDOW
)
STOP_ALL = Act("sale.stop_all", QT_TRANSLATE_NOOP("Acts", "Stop all sales, or go on"), ("Shift+F8",), Reach.WINDOW)
CHANGE_NOTICE = Act(
    "sale.change_notice", QT_TRANSLATE_NOOP("Acts", "Change what is said of stopped sales"), ("Ctrl+F8",), Reach.WINDOW
)
CLAIM_RULES = Act("claim_rules.open", QT_TRANSLATE_NOOP("Acts", "Rules of claims"), ("Ctrl+Shift+U",), Reach.WINDOW)
CLAIM_BY_HAND = Act("claim_by_hand.open", QT_TRANSLATE_NOOP("Acts", "Claim by hand"), ("Ctrl+Shift+N",), Reach.WINDOW)
ANCHOR = Act("anchor.open", QT_TRANSLATE_NOOP("Acts", "Open the anchor view, or close it"), ("F6",), Reach.WINDOW)
CUES = Act("cues.open", QT_TRANSLATE_NOOP("Acts", "Cue the anchor"), ("F12",), Reach.WINDOW)
PROPOSALS = Act(
    "proposals.open",
    QT_TRANSLATE_NOOP("Acts", "What was proposed, and what came of it"),
    ("Ctrl+Shift+P",),
    Reach.WINDOW,
)
NOTE_CUE = Act("cues.note", QT_TRANSLATE_NOOP("Acts", "Take note of the cue, as the anchor"), ("F9",), Reach.WINDOW)
RUNBOOK = Act(
    "runbook.open", QT_TRANSLATE_NOOP("Acts", "Runbook: something goes wrong"), ("Ctrl+Shift+E",), Reach.WINDOW
)
ROLES = Act(
    "roles.open", QT_TRANSLATE_NOOP("Acts", "Roles: who I am, and who may do what"), ("Ctrl+Shift+A",), Reach.WINDOW
)
HANDOVER = Act(
    "handover.open", QT_TRANSLATE_NOOP("Acts", "Hand-over: promised, pending, low"), ("Ctrl+Shift+Y",), Reach.WINDOW
)

ACTS = (
    RUNDOWN,
    QUEUE,
    STOCK,
    CHAT,
    FIND_PRODUCTS,
    IMPORT_PRODUCTS,
    IMPORT_RUNDOWN,
    EXPORT,
    TROUBLES,
    BACKUPS,
    STOCK_DESK,
    STOP_ITEM,
    STOP_ALL,
    CHANGE_NOTICE,
    CLAIM_RULES,
    CLAIM_BY_HAND,
    ANCHOR,
    CUES,
    PROPOSALS,
    NOTE_CUE,
    RUNBOOK,
    ROLES,
    HANDOVER,
)
