"""`cuedesk import products FILE... --show SHOW --currency USD`."""

import sys
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec

from console.cli.asking import with_desk
from console.cli.output import one_line, placed, print_json
from console.cli.parser import Options
from console.cli.progress import shown
from console.desk.desk import Desk
from console.desk.importing import take_in
from console.desk.store import Store
from console.domain.actors import Actor, Role
from console.domain.commands import NewShow
from console.domain.outcomes import Accepted, Imported, Outcome
from console.errors import CuedeskError
from console.imports.catalogue import Catalogue, read_catalogue
from console.imports.course import Course

OPERATOR = Actor("", Role.OPERATOR, "command line")


def main(options: Options) -> int:
    """Import; 0 if every row was good, 1 if rows were withheld."""
    with shown("reading", "products") as course:
        catalogue = read_catalogue(options.files, options.currency, options.encoding, course)

    async def work(desk: Desk, store: Store) -> Outcome:
        with shown("taking in", "products") as course:
            return await import_into(desk, store, catalogue, options.show, options.currency, course)

    outcome = with_desk(options.show, work, create=True)
    if not isinstance(outcome, Imported):
        raise CuedeskError(f"The products were not taken in: {outcome}.", "Try again.")
    if options.json:
        print_json(told(catalogue, outcome))
    else:
        print_words(catalogue, outcome)
    return 1 if catalogue.problems or outcome.conflicts else 0


async def import_into(
    desk: Desk, store: Store, catalogue: Catalogue, path: Path, currency: str, course: Course
) -> Outcome:
    """Have the desk take the catalogue in; a new file begins a show in its currency."""
    if desk.show.id == 0:
        begun = await desk.ask(NewShow(path.stem, currency), OPERATOR)
        if not isinstance(begun, Accepted):
            return begun
    elif desk.show.currency != currency:
        raise CuedeskError(
            f"This show is in {desk.show.currency}, the prices would be in {currency}.",
            f"Import with --currency {desk.show.currency}, or into another file.",
        )
    return await take_in(desk, store, catalogue, OPERATOR, course)


def told(catalogue: Catalogue, outcome: Imported) -> dict[str, Any]:
    """The result as JSON."""
    return {
        **msgspec.to_builtins(outcome),
        "products": len(catalogue.products),
        "variants": sum(len(product.variants) for product in catalogue.products),
        "made_skus": msgspec.to_builtins(catalogue.made_skus),
        "notes": msgspec.to_builtins(catalogue.notes),
        "problems": msgspec.to_builtins(catalogue.problems),
        "remarks": catalogue.remarks,
    }


def print_words(catalogue: Catalogue, outcome: Imported) -> None:
    """The result for people; what is wrong goes to stderr, a line each."""
    print(f"{outcome.new} products new, {outcome.changed} changed, {outcome.same} as before.")
    print(f"Stock opened for {outcome.opened} SKUs.")
    for remark in catalogue.remarks:
        print(f"note: {one_line(remark)}")
    if catalogue.made_skus:
        print(f"{len(catalogue.made_skus)} variants had no SKU and got one made of handle and options, such as")
        print(f"  {one_line(catalogue.made_skus[0].sku)}")
    for kind, notes in groupby(sorted(catalogue.notes, key=attrgetter("kind")), attrgetter("kind")):
        told = list(notes)
        first = placed(told[0].file, told[0].line, told[0].product, told[0].text)
        print(f"note: {first}" if len(told) == 1 else f"note ({kind}, {len(told)} times): {first}, …")
    for each in outcome.differences:
        print(f"left as it is: {one_line(each.sku)} has {each.on_hand} on hand, the file says {each.named}")
    for conflict in outcome.conflicts:
        print(f"{one_line(conflict.product)}: SKU {one_line(conflict.sku)} is {conflict.owner}'s", file=sys.stderr)
    for problem in catalogue.problems:
        print(placed(problem.file, problem.line, problem.column, problem.reason), file=sys.stderr)
