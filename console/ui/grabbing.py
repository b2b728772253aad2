"""Pictures of the window as it stands: whole, by panel, with each drawer open."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage

from console.ui.anchor.acts import SCRIPT_ONLY
from console.ui.claims.acts import RECEIPT
from console.ui.claims.drawer import ClaimsDrawer
from console.ui.console_view import ConsoleView
from console.ui.keys.sheet import KeysSheet
from console.ui.layout.values import LayoutName, PanelName
from console.ui.stage import Stage

SETTLING = 0.6

Shots = list[tuple[str, QImage]]


def speak(language: str) -> None:
    """Write numbers and dates in the manner of a language."""
    QLocale.setDefault(QLocale(language))


async def parts_of(stage: Stage, view: ConsoleView, size: tuple[int, int]) -> Shots:
    """The panels alone, then the drawers and the sheet of keys over the window."""
    panels = {"bar": view.bar, "rundown": view.rundown, "queue": view.queue, "stock": view.stock, "chat": view.chat}
    taken = [(name, panel.grab().toImage()) for name, panel in panels.items()]
    openings = {
        "stock-desk": view.drawers.open_stock_desk,
        "claims": view.drawers.open_claims,
        "claim-receipt": lambda: receipt_in(view),
        "claim-rules": view.drawers.open_claim_rules,
        "claim-by-hand": view.drawers.open_by_hand,
        "orders": view.drawers.open_orders,
        "findings": view.drawers.open_findings,
        "outbox": view.drawers.open_outbox,
        "connections": view.drawers.open_connections,
        "preflight": view.drawers.open_preflight,
        "troubles": view.drawers.open_troubles,
        "cues": view.drawers.open_cues,
        "proposals": view.drawers.open_proposals,
        "runbook": view.drawers.open_runbook,
        "roles": view.drawers.open_roles,
        "handover": view.drawers.open_handover,
        "finder": view.drawers.open_finder,
        "import-products": view.drawers.open_products_import,
        "import-rundown": view.drawers.open_rundown_import,
        "export": view.drawers.open_export,
        "settings": view.tools.open_settings,
        "done": view.tools.open_done,
    }
    for name, opening in openings.items():
        opening()
        taken.append((name, await grabbed(stage, size)))
    view.drawers.frame.close_page()
    view.open_palette()
    taken.append(("palette", await grabbed(stage, size)))
    view.open_palette()
    view.open_keys()
    taken.append(("keys", await grabbed(stage, size)))
    if (sheet := view.findChild(KeysSheet)) is not None:
        sheet.leave()
    return taken


def receipt_in(view: ConsoleView) -> None:
    """Have the receipt of the chosen claim shown."""
    drawer = view.findChild(ClaimsDrawer)
    if isinstance(drawer, ClaimsDrawer):
        drawer.deeds.actions[RECEIPT].trigger()


async def layouts_of(stage: Stage, view: ConsoleView, size: tuple[int, int]) -> Shots:
    """Each layout, then a panel that floats."""
    places, taken = view.places, []
    for name in LayoutName:
        places.layouts.choose(name)
        taken.append((f"layout-{name}", await grabbed(stage, size)))
    places.arrangement.float(PanelName.CHAT)
    await asyncio.sleep(SETTLING)
    return [*taken, ("floating-chat", view.chat.window().grab().toImage()), *await anchor_of(view, size)]


async def anchor_of(view: ConsoleView, size: tuple[int, int]) -> Shots:
    """The anchor's window, then its script alone."""
    anchoring = view.anchoring
    anchoring.show()
    anchoring.window.setWindowState(Qt.WindowState.WindowNoState)
    anchoring.window.resize(*size)
    await asyncio.sleep(SETTLING)
    taken = [("anchor", anchoring.window.grab().toImage())]
    anchoring.actions[SCRIPT_ONLY.id].trigger()
    anchoring.window.setWindowState(Qt.WindowState.WindowNoState)
    anchoring.window.resize(*size)
    await asyncio.sleep(SETTLING)
    taken.append(("prompter", anchoring.window.grab().toImage()))
    anchoring.close()
    return taken


async def grabbed(stage: Stage, size: tuple[int, int]) -> QImage:
    """The window at a size, once all that comes late has come."""
    stage.resize(*size)
    stage.show()
    await asyncio.sleep(SETTLING)
    return stage.grab().toImage()


def keep(image: QImage, path: Path) -> Path:
    """Write a picture."""
    image.save(str(path))
    return path
