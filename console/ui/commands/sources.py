"""The entries of a show: what is in its queue, its rundown and its orders; and products that were found."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from console.domain.products import Product
from console.domain.queue import QueueItem
from console.domain.show import Show
from console.ui.commands.entry import Entry, Kind
from console.ui.widgets.plain_text import one_line
from console.ui.words.prices import prices_text

MOST_CODES = 60
MOST_WORDS = 300


def of_show(show: Show) -> Iterator[Entry]:
    """Everything of a show that has a name."""
    for item in show.queue:
        yield of_item(show, item)
    for segment in show.segments:
        detail = one_line(segment.owner)
        yield Entry(Kind.SEGMENT, str(segment.id), one_line(segment.title) or _tr("untitled"), detail)
    for order in show.orders.values():
        code = one_line(order.snapshot.code)
        codes = (code, code.lstrip("#"), order.snapshot.ref)
        yield Entry(Kind.ORDER, order.key, code or order.snapshot.ref, order.snapshot.shop, codes=codes)


def of_item(show: Show, item: QueueItem) -> Entry:
    """A queue item: found by its code, its product's SKUs and barcodes, its title."""
    product = show.products.get(item.product)
    if product is None:
        return Entry(Kind.ITEM, str(item.id), f"{item.code} {one_line(item.product)}", codes=(item.code,))
    detail = " · ".join(part for part in (prices_text(product), " ".join(product.skus[:3])) if part)
    codes = (item.code, *codes_of(product))
    return Entry(Kind.ITEM, str(item.id), one_line(product.title), detail, item.code, codes=codes, more=(item.code,))


def of_products(products: Iterable[Product], show: Show) -> Iterator[Entry]:
    """Products of the catalogue that are not in the queue."""
    queued = {item.product for item in show.queue}
    for product in products:
        if product.id not in queued:
            detail = " · ".join(part for part in (prices_text(product), " ".join(product.skus[:3])) if part)
            codes = (product.id, *codes_of(product))
            yield Entry(Kind.PRODUCT, product.id, one_line(product.title), detail, codes=codes, more=(product.vendor,))


def of_script(lines: Sequence[str]) -> Iterator[Entry]:
    """The lines that the prompter shows, for going there."""
    for at, line in enumerate(lines):
        if words := one_line(line[:MOST_WORDS]):
            yield Entry(Kind.LINE, str(at), words, _tr("script"))


def codes_of(product: Product) -> tuple[str, ...]:
    """The exact names of a product's variants."""
    codes = (code for variant in product.variants[:MOST_CODES] for code in (variant.sku, variant.barcode))
    return tuple(code for code in codes if code)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)
