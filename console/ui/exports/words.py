"""What can be exported, in words."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from console.exports.kinds import Export

_tr = QCoreApplication.translate


class Told(NamedTuple):
    """What a table is called, what stands in it, and what its file is called at first."""

    name: str
    about: str
    file: str


def told(kind: Export) -> Told:
    """The words of one kind."""
    match kind:
        case Export.PRODUCTS:
            about = _tr("Exports", "Every variant with its price and its pieces on hand; can be imported again.")
            return Told(_tr("Exports", "Products"), about, _tr("Exports", "products"))
        case Export.STOCK:
            about = _tr("Exports", "Every SKU with all its numbers.")
            return Told(_tr("Exports", "Stock"), about, _tr("Exports", "stock"))
        case Export.RUNDOWN:
            about = _tr("Exports", "Every segment of this show; can be imported again.")
            return Told(_tr("Exports", "Run of show"), about, _tr("Exports", "rundown"))
        case Export.ORDERS:
            about = _tr("Exports", "Every order with its buyer, a row for each SKU.")
            return Told(_tr("Exports", "Orders"), about, _tr("Exports", "orders"))
        case Export.CLAIMS:
            about = _tr("Exports", "Every claim with its buyer and what became of it, a row for each SKU.")
            return Told(_tr("Exports", "Claims"), about, _tr("Exports", "claims"))
        case Export.CHAT:
            about = _tr("Exports", "Every line that was not taken away.")
            return Told(_tr("Exports", "Chat"), about, _tr("Exports", "chat"))
        case Export.INCIDENTS:
            about = _tr("Exports", "What went wrong in this show and what was done about it, as it happened.")
            return Told(_tr("Exports", "Incidents"), about, _tr("Exports", "incidents"))
        case Export.PICKLIST:
            about = _tr("Exports", "What each buyer of this show has got by claims, with the order's code and state.")
            return Told(_tr("Exports", "Pick list"), about, _tr("Exports", "picklist"))
