"""What Vendure 3's admin API answers, with bounds. Fields that are not named here are ignored."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from console.domain.money import MOST_MINOR
from console.domain.stock import MOST

Id = Annotated[str, Meta(min_length=1, max_length=100)]
Sku = Annotated[str, Meta(max_length=255)]
Pieces = Annotated[int, Meta(ge=0, le=MOST)]
Level = Annotated[int, Meta(ge=-MOST, le=MOST)]
Amount = Annotated[int, Meta(ge=-MOST_MINOR, le=MOST_MINOR)]
Precision = Annotated[int, Meta(ge=0, le=6)]
Currency = Annotated[str, Meta(pattern="^[A-Z]{3}$")]
Instant = Annotated[datetime, Meta(tz=True)]


class Row(msgspec.Struct, frozen=True, rename="camel"):
    """A part of an answer; its names are Vendure's, in camel case."""


class SignInRow(Row, frozen=True):
    """`CurrentUser`, or the name of what went wrong."""

    kind: str = msgspec.field(name="__typename")


class SignInAnswer(Row, frozen=True):
    """The answer to SIGN_IN."""

    login: SignInRow


class ChannelRow(Row, frozen=True):
    """The channel that the credentials open."""

    code: str
    default_currency_code: Currency


class ConfigRow(Row, frozen=True):
    """Amounts are integers with so many decimal places, whatever their currency."""

    money_strategy_precision: Precision


class SettingsRow(Row, frozen=True):
    """The settings of the whole server."""

    server_config: ConfigRow


class TotalRow(Row, frozen=True):
    """How many there are of a list."""

    total_items: Pieces


class ShopAnswer(Row, frozen=True):
    """The answer to SHOP."""

    active_channel: ChannelRow
    global_settings: SettingsRow
    products: TotalRow | None = None


class AssetRow(Row, frozen=True):
    """A picture."""

    preview: str


class OptionGroupRow(Row, frozen=True):
    """What a product comes in: Size."""

    id: Id
    name: str


class OptionRow(Row, frozen=True):
    """One value of a group: M."""

    name: str
    group_id: Id


class StockRow(Row, frozen=True):
    """Pieces of a variant at one location."""

    stock_on_hand: Level
    stock_allocated: Level = 0


class VariantRow(Row, frozen=True):
    """A variant of a product; `price_with_tax` is in minor units of the server's precision."""

    sku: Sku
    enabled: bool
    price_with_tax: Amount
    currency_code: Currency
    options: list[OptionRow]
    stock_levels: list[StockRow]


class ProductRow(Row, frozen=True):
    """A product with all its variants."""

    id: Id
    slug: Annotated[str, Meta(max_length=255)]
    name: str
    description: str
    enabled: bool
    featured_asset: AssetRow | None
    option_groups: list[OptionGroupRow]
    variants: list[VariantRow]


class ProductRows(Row, frozen=True):
    """A page of products."""

    total_items: Pieces
    items: list[ProductRow]


class ProductsAnswer(Row, frozen=True):
    """The answer to PRODUCTS."""

    products: ProductRows


class LevelRow(Row, frozen=True):
    """A variant's stock at all locations."""

    sku: Sku
    stock_levels: list[StockRow]


class LevelRows(Row, frozen=True):
    """A page of stock."""

    total_items: Pieces
    items: list[LevelRow]


class LevelsAnswer(Row, frozen=True):
    """The answer to LEVELS."""

    product_variants: LevelRows


class CustomerRow(Row, frozen=True):
    """Who ordered."""

    id: Id
    first_name: str
    last_name: str


class SkuRow(Row, frozen=True):
    """The variant of an order's line."""

    sku: Sku


class FulfilmentRow(Row, frozen=True):
    """A parcel."""

    state: str


class FulfilmentLineRow(Row, frozen=True):
    """Pieces of a line in a parcel; a cancelled parcel has none."""

    quantity: Pieces
    fulfillment: FulfilmentRow


class LineRow(Row, frozen=True):
    """A line: `order_placed_quantity` as ordered (0 = added later), `quantity` as it is after cancelling."""

    quantity: Pieces
    product_variant: SkuRow | None
    order_placed_quantity: Pieces | None = None
    fulfillment_lines: list[FulfilmentLineRow] | None = None


class RefundRow(Row, frozen=True):
    """Money going back."""

    state: str
    total: Amount


class PaymentRow(Row, frozen=True):
    """Money that came, or is promised."""

    state: str
    amount: Amount
    refunds: list[RefundRow]


class NamedRow(Row, frozen=True):
    """The name that we gave an order, if we did."""

    client_key: Annotated[str, Meta(max_length=255)] | None = None


class OrderRow(Row, frozen=True):
    """An order; `order_placed_at` is missing while it is a cart."""

    id: Id
    code: Annotated[str, Meta(max_length=100)]
    state: str
    updated_at: Instant
    order_placed_at: Instant | None
    currency_code: Currency
    total_with_tax: Amount
    customer: CustomerRow | None
    lines: list[LineRow]
    payments: list[PaymentRow] | None
    custom_fields: NamedRow | None = None


class OrderRows(Row, frozen=True):
    """A page of orders."""

    items: list[OrderRow]


class OrdersAnswer(Row, frozen=True):
    """The answer to ORDERS."""

    orders: OrderRows
