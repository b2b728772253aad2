"""A catalogue from product files: what each of them says, compared with the others, with a SKU for every variant."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from console.domain.products import Opening, Product, Variant
from console.imports.compare import Told, refuse_twins, repeated_handles, repeated_skus
from console.imports.course import Course
from console.imports.drafts import Draft, FileReading, Terms
from console.imports.encodings import Encoding
from console.imports.files import named, opened, size_of
from console.imports.findings import Note, Problem
from console.imports.made_skus import Key, make_skus
from console.imports.pictures import with_own_pictures
from console.imports.product_file import product_steps
from console.imports.steps import Steps, finish

PRODUCTS_A_STEP = 100


class MadeSku(msgspec.Struct, frozen=True, gc=False):
    """A SKU that the file does not name and the import made."""

    handle: str
    options: tuple[str, ...]
    sku: str


class Catalogue(msgspec.Struct, frozen=True):
    """What one or several files offer. `digest` is the SHA-256 of the file; of several, that of their digests.

    A product is here only if all its rows are good; `problems` name every cell that withheld one.
    """

    products: tuple[Product, ...]
    openings: tuple[Opening, ...]
    made_skus: tuple[MadeSku, ...]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]
    digest: str
    name: str
    remarks: tuple[str, ...] = ()


_Offered = tuple[tuple[Product, ...], tuple[Opening, ...], tuple[MadeSku, ...]]


def read_catalogue(
    paths: Sequence[Path], currency: str, encoding: Encoding | None = None, course: Course | None = None
) -> Catalogue:
    """Read product files as one catalogue, with prices in `currency`.

    Raises ImportRefused if any cannot be read, GivenUp if the course says so.
    """
    if course is not None:
        course.begin(sum(size_of(name, path) for name, path in named(paths)))
    return finish(catalogue_steps(paths, currency, encoding), course)


def catalogue_steps(paths: Sequence[Path], currency: str, encoding: Encoding | None = None) -> Steps[Catalogue]:
    """As `read_catalogue`, in steps; each yields the bytes that were read by then."""
    terms = Terms(currency, datetime.now())  # noqa: DTZ005 - a shop's export has the wall's time without a zone
    readings = []
    before = 0
    for name, path in named(paths):
        with opened(name, path) as stream:
            reading = yield from _by_bytes(product_steps(stream, name, terms, encoding), stream, before)
            readings.append(with_own_pictures(reading, path.absolute().parent))
            before += stream.tell()
    return (yield from catalogue_of(readings))


def _by_bytes(steps: Steps[FileReading], stream: BinaryIO, before: int) -> Steps[FileReading]:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            reading: FileReading = end.value
            return reading
        yield before + stream.tell()


def catalogue_of(readings: Sequence[FileReading]) -> Steps[Catalogue]:
    """Compare what files say, in their order, and make the SKUs that they lack. Raises ImportRefused for twins."""
    refuse_twins(readings)
    handles = list(repeated_handles(readings))
    yield len(handles)
    skus = list(repeated_skus(readings, {told for told, _ in handles}))
    yield len(skus)
    repeated = [*handles, *skus]
    made = yield from _made(readings)
    drafts = _together(readings, {told for told, _ in repeated})
    offered = yield from _offered(drafts.values(), made)
    notes = tuple(note for reading in readings for note in reading.notes if (note.file, note.product) in drafts)
    yield len(notes)
    return Catalogue(
        *offered,
        notes=notes,
        problems=tuple(_in_order(readings, [problem for _, problem in repeated])),
        digest=_digest(readings),
        name=", ".join(reading.name for reading in readings),
        remarks=tuple(remark for reading in readings for remark in reading.remarks),
    )


def _made(readings: Sequence[FileReading]) -> Steps[Mapping[Key, str]]:
    """SKUs for all rows without one, the bad rows too: to correct them changes no other SKU."""
    rows = [row for reading in readings for row in reading.rows]
    taken = {row.sku for row in rows if row.sku}
    yield len(taken)
    names = {(row.handle, row.options): row.name for row in rows if not row.sku}
    yield len(names)
    made = make_skus(names, taken)
    yield len(made)
    return made


def _together(readings: Sequence[FileReading], withheld: AbstractSet[Told]) -> Mapping[Told, Draft]:
    told = {(reading.name, draft.handle): draft for reading in readings for draft in reading.drafts}
    return {key: draft for key, draft in told.items() if key not in withheld}


def _offered(drafts: Iterable[Draft], made: Mapping[Key, str]) -> Steps[_Offered]:
    products: list[Product] = []
    openings: list[Opening] = []
    nameless: list[MadeSku] = []
    for count, draft in enumerate(drafts, start=1):
        product = _product(draft, made)
        products.append(product)
        for variant, sku in zip(draft.variants, product.skus, strict=True):
            if variant.quantity is not None:
                openings.append(Opening(sku, variant.quantity))
            if not variant.sku:
                nameless.append(MadeSku(draft.handle, variant.options, sku))
        if count % PRODUCTS_A_STEP == 0:
            yield count
    return tuple(products), tuple(openings), tuple(nameless)


def _product(draft: Draft, made: Mapping[Key, str]) -> Product:
    variants = (
        Variant(
            sku=variant.sku or made[draft.handle, variant.options],
            price=variant.price,
            compare_at=variant.compare_at,
            options=variant.options,
            barcode=variant.barcode,
        )
        for variant in draft.variants
    )
    return Product(
        id=draft.handle,
        title=draft.title,
        variants=tuple(variants),
        description=draft.description,
        vendor=draft.vendor,
        kind=draft.kind,
        option_names=draft.option_names,
        picture=draft.picture,
    )


def _in_order(readings: Sequence[FileReading], repeated: list[Problem]) -> Iterator[Problem]:
    for reading in readings:
        here = [problem for problem in repeated if problem.file == reading.name]
        yield from sorted([*reading.problems, *here], key=lambda problem: problem.line)


def _digest(readings: Sequence[FileReading]) -> str:
    digests = [reading.digest for reading in readings]
    return digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()
