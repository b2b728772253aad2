"""Vendure's stock of a variant, as one level of a SKU."""

from console.domain.orders import StockLevel
from console.shop.bounds import countable
from console.shop.vendure_answers import LevelRow
from console.shop.vendure_products import on_hand


def add_level(known: StockLevel | None, row: LevelRow) -> StockLevel:
    """A variant's pieces at all locations, on top of what is `known` of its SKU; raises ShopRefused for absurd sums."""
    before = known or StockLevel(row.sku, 0, 0)
    allocated = sum(level.stock_allocated for level in row.stock_levels)
    return StockLevel(
        row.sku,
        on_hand=countable(before.on_hand + on_hand(row.stock_levels)),
        committed=countable(before.committed + allocated),
    )
