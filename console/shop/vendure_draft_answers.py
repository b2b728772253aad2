"""What Vendure 3's admin API answers about draft orders, with bounds."""

from typing import Annotated

from msgspec import Meta

from console.shop.vendure_answers import Id, Instant, NamedRow, Row, Sku
from console.shop.vendure_out_answers import Code, LeftRow, Rows, State


class IdRow(Row, frozen=True):
    """Something of which only the id matters."""

    id: Id


class StreetRow(Row, frozen=True):
    """Where an order is to go."""

    street_line1: str | None = None


class DraftRow(Row, frozen=True):
    """An order that may be a draft; `order_placed_at` is missing as long as it is none of the buyer's."""

    id: Id
    code: Annotated[str, Meta(max_length=100)]
    state: State
    order_placed_at: Instant | None
    custom_fields: NamedRow
    customer: IdRow | None
    shipping_address: StreetRow | None
    shipping_lines: list[IdRow]
    lines: list[LeftRow]


class DraftsAnswer(Row, frozen=True):
    """The answer to DRAFTS."""

    orders: Rows[DraftRow]


class CountryRow(Row, frozen=True):
    """Where the shop sends to."""

    code: Annotated[str, Meta(max_length=20)]


class ZoneRow(Row, frozen=True):
    """A group of countries."""

    members: list[CountryRow]


class ZoneOfRow(Row, frozen=True):
    """The channel's usual countries."""

    default_shipping_zone: ZoneRow | None


class OfferRow(Row, frozen=True):
    """A variant that may be ordered."""

    id: Id
    sku: Sku
    enabled: bool


class GoodsAnswer(Row, frozen=True):
    """The answer to GOODS."""

    active_channel: ZoneOfRow
    product_variants: Rows[OfferRow]


class CreatedAnswer(Row, frozen=True):
    """The answer to CREATE."""

    create_draft_order: IdRow


class NameAnswer(Row, frozen=True):
    """The answer to NAME."""

    set_order_custom_fields: IdRow | None


class MethodsAnswer(Row, frozen=True):
    """The answer to METHODS."""

    eligible_shipping_methods_for_draft_order: list[IdRow]


class StepRow(Row, frozen=True):
    """How one change ended."""

    error_code: Code = ""


class MethodAnswer(Row, frozen=True):
    """The answer to METHOD."""

    set_draft_order_shipping_method: StepRow


class MovedAnswer(Row, frozen=True):
    """The answer to CANCEL."""

    transition_order_to_state: StepRow | None


class RemovedRow(Row, frozen=True):
    """`DELETED`, or not."""

    result: Code


class RemovedAnswer(Row, frozen=True):
    """The answer to REMOVE."""

    delete_draft_order: RemovedRow


Steps = dict[str, StepRow | None]
