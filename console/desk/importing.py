"""Taking a catalogue in beside the desk: put down part by part, accepted at once, then taken in part by part."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

import msgspec

from console.desk.desk import THE_FILE_S, Desk
from console.desk.store import Store
from console.domain.actors import Actor
from console.domain.commands import ImportCatalogue
from console.domain.outcomes import Imported, Outcome, Unsaved
from console.domain.products import Opening, Product
from console.imports.catalogue import Catalogue
from console.imports.course import Course
from console.storage import stages
from console.storage.stages import Stage

VARIANTS_A_PART = 250
FILE = "file"


async def take_in(desk: Desk, store: Store, catalogue: Catalogue, actor: Actor, course: Course) -> Outcome:
    """Take a catalogue in, all of it or nothing. Raises GivenUp if the course says so before it is decided.

    A crash before that leaves nothing of it; one after it leaves the rest to `resume`.
    """
    course.begin(len(catalogue.products))
    if len(small := list(islice(parts(catalogue), 2))) == 1:
        return await desk.ask(small[0], actor)
    try:
        stage = await _put_down(store, catalogue, actor, course)
    except THE_FILE_S as error:
        return Unsaved(f"{type(error).__name__}: {error}")
    course.begin(len(catalogue.products))
    return await _finish(desk, store, stage, course)


async def resume(desk: Desk, store: Store) -> None:
    """Finish the imports that were accepted when the program ended, and forget those that were not."""
    for stage in await store.keep(stages.stages):
        if stage.accepted:
            await _finish(desk, store, stage, Course())
        else:
            await _drop(store, stage)


async def _put_down(store: Store, catalogue: Catalogue, actor: Actor, course: Course) -> Stage:
    stage = await store.keep(partial(stages.begin, actor=actor))
    try:
        for number, part in enumerate(parts(catalogue)):
            await store.keep(partial(stages.put, stage=stage, number=number, part=part))
            course.went(course.done + len(part.products))
            stage = msgspec.structs.replace(stage, parts=number + 1)
        course.decided = True
        await store.keep(partial(stages.accept, stage=stage))
    except Exception:
        course.decided = False
        await _drop(store, stage)
        raise
    return stage


async def _finish(desk: Desk, store: Store, stage: Stage, course: Course) -> Outcome:
    """Have the desk take every part in; one that it took before the program ended is answered as then."""
    outcomes: list[Imported] = []
    for number in range(stage.parts):
        command = await store.keep(partial(stages.part, stage=stage, number=number))
        outcome = await desk.ask(command, stage.actor, f"import-{stage.token}-{number}")
        if not isinstance(outcome, Imported):
            return outcome
        outcomes.append(outcome)
        course.done += len(command.products)
    await _drop(store, stage)
    return together(outcomes)


async def _drop(store: Store, stage: Stage) -> None:
    while await store.keep(partial(stages.drop, stage=stage)):
        pass


def parts(catalogue: Catalogue) -> Iterator[ImportCatalogue]:
    """The catalogue in parts of some 250 variants, each with the quantities of its own SKUs."""
    named = {opening.sku: opening for opening in catalogue.openings}
    some: list[Product] = []
    variants = 0
    for product in catalogue.products:
        some.append(product)
        variants += len(product.variants)
        if variants >= VARIANTS_A_PART:
            yield _part(catalogue, some, named)
            some, variants = [], 0
    if some:
        yield _part(catalogue, some, named)


def _part(catalogue: Catalogue, products: Sequence[Product], named: dict[str, Opening]) -> ImportCatalogue:
    openings = tuple(named[sku] for product in products for sku in product.skus if sku in named)
    return ImportCatalogue(catalogue.name, catalogue.digest, FILE, tuple(products), openings)


def together(outcomes: Sequence[Imported]) -> Imported:
    """The outcome of all parts."""
    return Imported(
        new=sum(each.new for each in outcomes),
        changed=sum(each.changed for each in outcomes),
        same=sum(each.same for each in outcomes),
        opened=sum(each.opened for each in outcomes),
        differences=tuple(difference for each in outcomes for difference in each.differences),
        conflicts=tuple(conflict for each in outcomes for conflict in each.conflicts),
        withheld=tuple(product for each in outcomes for product in each.withheld),
    )
