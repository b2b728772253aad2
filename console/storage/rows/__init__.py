"""What each change does to the tables."""

from console.domain.changes import (
    CatalogueImported,
    CodeSet,
    ConnectionRemoved,
    ConnectionSet,
    CursorMoved,
    FindingOpened,
    FindingSettled,
    ItemMoved,
    Journaled,
    OrderRecorded,
    Pinned,
    ProductSaved,
    Queued,
    RundownImported,
    SegmentAdded,
    SegmentChanged,
    SegmentMoved,
    SegmentRemoved,
    SegmentSkipped,
    ShopLinked,
    ShowEnded,
    ShowOpened,
    StockMoved,
    Taken,
    Unpinned,
    Unqueued,
    WentLive,
)
from console.storage.rows.catalogue import write_import, write_product
from console.storage.rows.orders import write_order
from console.storage.rows.place import Place
from console.storage.rows.queue import write_queue
from console.storage.rows.rundown import write_rundown
from console.storage.rows.show import write_show
from console.storage.rows.stock import write_movements
from console.storage.sqlite import Connection


def write(connection: Connection, change: Journaled, place: Place) -> None:
    """Bring the tables up to date with one change."""
    match change:
        case StockMoved(movements=movements, move=move, undoes=undoes):
            write_movements(connection, movements, place, move, undoes)
        case OrderRecorded():
            write_order(connection, change, place)
        case CatalogueImported():
            write_import(connection, change, place)
        case ProductSaved():
            write_product(connection, change, place)
        case Queued() | Unqueued() | ItemMoved() | CodeSet() | Pinned() | Unpinned():
            write_queue(connection, change, place)
        case (
            SegmentAdded()
            | SegmentChanged()
            | SegmentRemoved()
            | SegmentMoved()
            | RundownImported()
            | SegmentSkipped()
            | Taken()
        ):
            write_rundown(connection, change, place)
        case (
            ShowOpened()
            | WentLive()
            | ShowEnded()
            | CursorMoved()
            | ShopLinked()
            | FindingOpened()
            | FindingSettled()
            | ConnectionSet()
            | ConnectionRemoved()
        ):
            write_show(connection, change, place)
