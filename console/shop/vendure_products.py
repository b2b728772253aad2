"""Vendure's products as the catalogue keeps them."""

from collections.abc import Iterable

from console.desk.ports import CataloguePage
from console.domain.html_text import plain_text
from console.domain.products import Opening, Product, Variant
from console.shop.bounds import countable
from console.shop.vendure_answers import ProductRow, StockRow, VariantRow
from console.shop.vendure_money import money
from console.shop.words import one_line

MOST_TITLE = 300
MOST_OPTION = 100
MOST_ADDRESS = 2000


def catalogue_page(rows: Iterable[ProductRow], precision: int) -> CataloguePage:
    """What is for sale among `rows`: disabled products and variants, and variants without a SKU, are left out.

    Pieces on hand are taken where the shop does not track them, too. A shelf holds no fewer than none.
    """
    offers = [(row, variants) for row in rows if row.enabled and (variants := _for_sale(row))]
    openings = tuple(
        Opening(_sku(variant), max(0, on_hand(variant.stock_levels))) for _, variants in offers for variant in variants
    )
    return CataloguePage(tuple(_product(row, variants, precision) for row, variants in offers), openings)


def on_hand(levels: Iterable[StockRow]) -> int:
    """Pieces on hand at all locations; raises ShopRefused for an absurd sum."""
    return countable(sum(level.stock_on_hand for level in levels))


def _for_sale(row: ProductRow) -> list[VariantRow]:
    return [variant for variant in row.variants if variant.enabled and _sku(variant)]


def _sku(variant: VariantRow) -> str:
    return one_line(variant.sku, 255)


def _product(row: ProductRow, variants: Iterable[VariantRow], precision: int) -> Product:
    groups = {group.id: position for position, group in enumerate(row.option_groups)}
    return Product(
        id=row.slug or row.id,
        title=one_line(row.name, MOST_TITLE) or row.slug or row.id,
        variants=tuple(_variant(variant, groups, precision) for variant in variants),
        description=plain_text(row.description),
        option_names=tuple(one_line(group.name, MOST_OPTION) for group in row.option_groups),
        picture=_picture(row),
    )


def _variant(row: VariantRow, groups: dict[str, int], precision: int) -> Variant:
    options = sorted(row.options, key=lambda option: groups.get(option.group_id, len(groups)))
    return Variant(
        sku=_sku(row),
        price=money(row.price_with_tax, row.currency_code, precision),
        options=tuple(one_line(option.name, MOST_OPTION) for option in options),
    )


def _picture(row: ProductRow) -> str:
    address = row.featured_asset.preview if row.featured_asset is not None else ""
    return address if address.startswith(("https://", "http://")) and len(address) <= MOST_ADDRESS else ""
