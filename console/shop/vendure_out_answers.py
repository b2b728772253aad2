"""What Vendure 3's admin API answers to an errand's questions and changes, with bounds."""

from typing import Annotated, Generic, TypeVar

import msgspec
from msgspec import Meta

from console.domain.stock import MOST
from console.shop.vendure_answers import Amount, Currency, Id, Level, Pieces, Row, Sku, SkuRow

State = Annotated[str, Meta(pattern="^[A-Za-z]{1,60}$")]
Code = Annotated[str, Meta(pattern="^[A-Z_]{0,60}$")]
Change = Annotated[int, Meta(ge=-2 * MOST, le=2 * MOST)]

T = TypeVar("T")


class Rows(Row, Generic[T], frozen=True):
    """A page of a list."""

    items: list[T]


class VariantRows(Row, Generic[T], frozen=True):
    """The answer to a question about variants."""

    product_variants: Rows[T]


class Changed(Row, Generic[T], frozen=True):
    """The answer to a change of variants."""

    update_product_variants: list[T]


class PlaceRow(Row, frozen=True):
    """Pieces of a variant at one location."""

    stock_location_id: Id
    stock_on_hand: Level


class CountRow(Row, frozen=True):
    """How many there are of something."""

    total_items: Pieces


class StockOfRow(Row, frozen=True):
    """A variant, its pieces by location, and how many movements they have had."""

    id: Id
    sku: Sku
    enabled: bool
    stock_levels: list[PlaceRow]
    stock_movements: CountRow


class MovementRow(Row, frozen=True):
    """One change of a variant's pieces; Vendure does not tell at which location."""

    id: Id
    type: Code
    quantity: Change


class MovementRows(Row, frozen=True):
    """A part of the movements, the oldest first, and how many there are in all."""

    total_items: Pieces
    items: list[MovementRow]


class MovedRow(Row, frozen=True):
    """A variant's pieces by location, and the last movements that made them."""

    stock_levels: list[PlaceRow]
    stock_movements: MovementRows


class MovedAnswer(Row, frozen=True):
    """The answer to MOVEMENTS."""

    product_variant: MovedRow | None


class TaxRow(Row, frozen=True):
    """A tax in per cent."""

    value: Annotated[float, Meta(ge=0, le=1000)]


class PricesIn(Row, frozen=True):
    """Whether the prices that the channel keeps have the tax in them."""

    prices_include_tax: bool


class PriceRow(Row, frozen=True):
    """A variant's price."""

    id: Id
    sku: Sku
    price_with_tax: Amount
    currency_code: Currency
    tax_rate_applied: TaxRow


class PricesAnswer(Row, frozen=True):
    """The answer to PRICES."""

    active_channel: PricesIn
    product_variants: Rows[PriceRow]


class NewPriceRow(Row, frozen=True):
    """A variant's price after it was set."""

    id: Id
    price_with_tax: Amount


class LeftRow(Row, frozen=True):
    """A line of an order: what is left of it after cancelling."""

    id: Id
    quantity: Pieces
    product_variant: SkuRow | None


class ReasonRow(Row, frozen=True):
    """What a cancellation was for, in its maker's words."""

    reason: str = ""


class CancellationRow(Row, frozen=True):
    """An entry of an order's history."""

    id: Id
    data: ReasonRow


class PiecesRow(Row, frozen=True):
    """An order's lines, and its cancellations, the latest first."""

    lines: list[LeftRow]
    history: Rows[CancellationRow]


class PiecesAnswer(Row, frozen=True):
    """The answer to ORDER_PIECES."""

    order: PiecesRow | None


class GivenBackRow(Row, frozen=True):
    """Money going back, and what for."""

    id: Id
    state: State
    total: Amount
    reason: str | None


class PaidRow(Row, frozen=True):
    """A payment and what was given back of it."""

    id: Id
    state: State
    amount: Amount
    refunds: list[GivenBackRow]


class MoneyRow(Row, frozen=True):
    """An order's money."""

    currency_code: Currency
    payments: list[PaidRow] | None


class MoneyAnswer(Row, frozen=True):
    """The answer to ORDER_MONEY."""

    order: MoneyRow | None


class EndRow(Row, frozen=True):
    """The order or refund that a change led to, or the code of what was in its way."""

    kind: State = msgspec.field(name="__typename")
    id: Id | None = None
    state: State = "None"
    error_code: Code = ""


class CancelAnswer(Row, frozen=True):
    """The answer to CANCEL."""

    cancel_order: EndRow


class RefundAnswer(Row, frozen=True):
    """The answer to REFUND."""

    refund_order: EndRow
