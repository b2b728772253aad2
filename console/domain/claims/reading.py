"""What a chat line was read as: whether it claims something, what, how surely and why."""

from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """What is to be done about a line."""

    GRANT = "grant"
    REVIEW = "review"
    IGNORE = "ignore"


class ReasonCode(StrEnum):
    """Why a line was read as it was. Names are kept in the journal: new ones may join, none changes."""

    MATCHED = "matched"
    PINNED = "pinned"
    TYPO = "typo"
    UNSURE = "unsure"
    SEVERAL = "several"
    UNKNOWN_CODE = "unknown_code"
    UNKNOWN_OPTION = "unknown_option"
    OPTION_MISSING = "option_missing"
    TOO_MANY = "too_many"
    NOT_ARMED = "not_armed"
    NOTHING_PINNED = "nothing_pinned"
    QUESTION = "question"
    REFUSAL = "refusal"
    CONDITION = "condition"
    PAST = "past"
    PRICE = "price"
    TIME = "time"
    JOKE = "joke"
    QUOTE = "quote"
    NOT_A_BUYER = "not_a_buyer"
    NOTHING_ASKED = "nothing_asked"


class Reason(msgspec.Struct, frozen=True):
    """Why, and about what: `detail` names a form, a code or an option of ours, never the viewer's own words."""

    code: ReasonCode
    detail: str = ""


class Asked(msgspec.Struct, frozen=True):
    """So many pieces of a SKU that somebody asked for."""

    sku: str
    quantity: int


class Reading(msgspec.Struct, frozen=True):
    """A line as it was read: `confidence` from 0 to 1, `form` is the named form of the grammar that it had."""

    decision: Verdict
    items: tuple[Asked, ...]
    confidence: float
    reason: Reason
    form: str = ""


class LineClaim(msgspec.Struct, frozen=True):
    """What a line of a source was read as when it came, on its way to the desk with the line."""

    source: str
    line: str
    reading: Reading
