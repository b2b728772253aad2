"""Products and their variants, as the catalogue keeps them."""

import msgspec

from console.domain.money import Money


class Variant(msgspec.Struct, frozen=True, gc=False):
    """What is sold and counted. `sku` is its one name in every layer; `options` are its values, e.g. ("M", "Red")."""

    sku: str
    price: Money
    compare_at: Money | None = None
    options: tuple[str, ...] = ()
    barcode: str = ""


class Product(msgspec.Struct, frozen=True, gc=False):
    """What is shown and talked about. `id` is its handle at the shop; `picture` is a path, an address or nothing."""

    id: str
    title: str
    variants: tuple[Variant, ...]
    description: str = ""
    vendor: str = ""
    kind: str = ""
    option_names: tuple[str, ...] = ()
    picture: str = ""

    @property
    def skus(self) -> tuple[str, ...]:
        """The SKUs of all variants, in their order."""
        return tuple(variant.sku for variant in self.variants)


class Opening(msgspec.Struct, frozen=True, gc=False):
    """A quantity that a catalogue names for a SKU, in pieces: stock on hand, if the SKU is new here."""

    sku: str
    quantity: int
