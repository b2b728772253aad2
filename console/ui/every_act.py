"""Every act of the program, by where it is done: also those of drawers that nobody has opened yet."""

from PySide6.QtCore import QCoreApplication

from console.ui import console_acts, stage_acts
from console.ui.act import QT_TRANSLATE_NOOP, Act
from console.ui.anchor import acts as anchor
from console.ui.backups import acts as backups
from console.ui.bar import acts as bar
from console.ui.chat import acts as chat
from console.ui.claims import acts as claims
from console.ui.connections import acts as connections
from console.ui.cues import acts as cues
from console.ui.done import acts as done
from console.ui.exports import acts as exports
from console.ui.findings import acts as findings
from console.ui.handover import acts as handover
from console.ui.imports import acts as imports
from console.ui.layout import acts as layout
from console.ui.orders import acts as orders
from console.ui.outbox import acts as outbox
from console.ui.preflight import acts as preflight
from console.ui.products import acts as products
from console.ui.queue import acts as queue
from console.ui.roles import acts as roles
from console.ui.runbook import acts as runbook
from console.ui.rundown import acts as rundown
from console.ui.settings import acts as settings
from console.ui.start import acts as start
from console.ui.stock import acts as stock
from console.ui.stock.desk import acts as stock_desk

GROUPS: dict[str, tuple[Act, ...]] = {
    QT_TRANSLATE_NOOP("Acts", "Everywhere"): (
        *console_acts.ACTS,
        *done.ACTS,
        *bar.ACTS,
        *settings.ACTS,
        *stage_acts.ACTS,
    ),
    QT_TRANSLATE_NOOP("Acts", "Panels"): layout.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Anchor view"): anchor.WINDOW,
    QT_TRANSLATE_NOOP("Acts", "Prompter"): anchor.PROMPTER,
    QT_TRANSLATE_NOOP("Acts", "Run of show"): rundown.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Segment"): rundown.WRITING,
    QT_TRANSLATE_NOOP("Acts", "Queue"): queue.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Stock"): stock.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Stock desk"): stock_desk.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Chat"): chat.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Orders"): orders.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Claims"): claims.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Rules of claims"): claims.RULES,
    QT_TRANSLATE_NOOP("Acts", "Claim by hand"): claims.BY_HAND,
    QT_TRANSLATE_NOOP("Acts", "Findings"): findings.ACTS,
    QT_TRANSLATE_NOOP("Acts", "To the shop"): outbox.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Before going live"): preflight.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Connections"): connections.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Connection"): connections.FORM,
    QT_TRANSLATE_NOOP("Acts", "Cues"): cues.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Runbook"): runbook.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Hand-over"): handover.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Roles"): roles.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Backups"): backups.ACTS,
    QT_TRANSLATE_NOOP("Acts", "What I did"): done.LISTED,
    QT_TRANSLATE_NOOP("Acts", "Find products"): products.FINDING,
    QT_TRANSLATE_NOOP("Acts", "Product"): products.EDITING,
    QT_TRANSLATE_NOOP("Acts", "Import products"): imports.PRODUCTS,
    QT_TRANSLATE_NOOP("Acts", "Import a rundown"): imports.RUNDOWN,
    QT_TRANSLATE_NOOP("Acts", "Export"): exports.ACTS,
    QT_TRANSLATE_NOOP("Acts", "Start"): start.ACTS,
}
EVERY: dict[str, Act] = {act.id: act for acts in GROUPS.values() for act in acts}


def group_words(group: str) -> str:
    """A group's name in the person's language."""
    return QCoreApplication.translate("Acts", group)
