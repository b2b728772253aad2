"""Products as one file tells them, before SKUs are made and files are compared."""

from datetime import datetime

import msgspec

from console.domain.money import Money
from console.imports.findings import Note, Place, Problem


class Terms(msgspec.Struct, frozen=True):
    """On which terms product files are read: the currency of their prices, and the present on the wall's clock here."""

    currency: str
    now: datetime


class DraftVariant(msgspec.Struct, frozen=True, gc=False):
    """A variant whose cells were all good. `sku` may still be missing (""), `quantity` is None where none is named."""

    options: tuple[str, ...]
    sku: str
    price: Money
    compare_at: Money | None
    barcode: str
    quantity: int | None


class Draft(msgspec.Struct, frozen=True, gc=False):
    """A product whose rows were all good."""

    handle: str
    title: str
    variants: tuple[DraftVariant, ...]
    description: str
    vendor: str
    kind: str
    option_names: tuple[str, ...]
    picture: str


class VariantAt(msgspec.Struct, frozen=True, gc=False):
    """A row of a variant, good or bad: what it calls itself, and where it stands.

    `name` is what a SKU made for it would be called, "" if it has a SKU.
    """

    place: Place
    handle: str
    options: tuple[str, ...]
    sku: str
    name: str


class FileReading(msgspec.Struct, frozen=True):
    """All that one file says.

    `products` has the first place of each handle, good or bad; `columns` the headers as written, by field.
    `remarks` are about the file as a whole.
    """

    name: str
    digest: str
    drafts: tuple[Draft, ...]
    products: dict[str, Place]
    rows: tuple[VariantAt, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
    columns: dict[str, str]
    remarks: tuple[str, ...] = ()
