"""A SKU as the stock desk lists it, worked out from the show and from what the file has."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from console.domain.found import FoundSku
from console.domain.show import Show
from console.ui.stock.numbers import VariantRow, row_of


class DeskRow(msgspec.Struct, frozen=True):
    """One SKU. `code` is its item's in the queue, if it is there."""

    product: str
    title: str
    code: str
    numbers: VariantRow

    @property
    def sku(self) -> str:
        """Its one name."""
        return self.numbers.sku


def desk_rows(show: Show, found: Iterable[FoundSku]) -> list[DeskRow]:
    """What was found, with the numbers of now."""
    codes = {item.product: item.code for item in show.queue}
    return [desk_row(show, each, codes) for each in found]


def desk_row(show: Show, found: FoundSku, codes: Mapping[str, str]) -> DeskRow:
    """One of them; the show knows better than the file what it has used."""
    numbers = row_of(show, found.sku, found.options, found.level)
    return DeskRow(found.product, found.title, codes.get(found.product, ""), numbers)


def queued_skus(show: Show) -> Iterator[FoundSku]:
    """The SKUs of the queue, in its order."""
    for item in show.queue:
        if (product := show.products.get(item.product)) is None:
            continue
        for variant in product.variants:
            yield FoundSku(variant.sku, item.product, product.title, variant.options)
