"""Findings: what does not add up, kept open until a person settles it."""

from enum import StrEnum

import msgspec

from console.domain.products import Product


class FindingKind(StrEnum):
    """What was found."""

    OVERSOLD = "oversold"
    UNKNOWN_SKU = "unknown_sku"
    STOCK_DIFFERS = "stock_differs"
    PRODUCT_DIFFERS = "product_differs"
    REFUNDED_NOT_CANCELLED = "refunded_not_cancelled"
    FENCE_EATEN = "fence_eaten"


class Finding(msgspec.Struct, frozen=True):
    """Something about `subject` (a SKU, a product, an order). `theirs` and `ours` are the two numbers, if any.

    `reference` is the order that brought it up, or the shop whose number differs.

    `offer` is the product as the shop now has it, withheld while the show is on air.
    """

    id: int
    kind: FindingKind
    subject: str
    theirs: int = 0
    ours: int = 0
    reference: str = ""
    offer: Product | None = None
    settled: bool = False

    @property
    def key(self) -> str:
        """There is one finding of a kind about a subject; of numbers that differ, one for each shop."""
        shop = f"@{self.reference}" if self.kind is FindingKind.STOCK_DIFFERS and self.reference else ""
        return f"{self.kind}:{self.subject}{shop}"


class Cut(msgspec.Struct, frozen=True):
    """An order, by its key here, of which `pieces` of a SKU are cancelled, so that `keep` stay sold."""

    order: str
    sku: str
    keep: int
    pieces: int


class Proposal(msgspec.Struct, frozen=True):
    """What would make the sum of an oversold SKU good again, of the pieces that are `missing`.

    `coming` are being cancelled already, `stuck` of them wait in the tray; `left` is what no order can give back.
    """

    missing: int = 0
    cuts: tuple[Cut, ...] = ()
    coming: int = 0
    stuck: int = 0
    left: int = 0


class Settlement(StrEnum):
    """How a finding ends."""

    THEIRS = "theirs"
    OURS = "ours"
    AGREES = "agrees"
