"""`cuedesk import stock FILE --show SHOW`: what was counted becomes what is on hand, all of it or nothing."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from console.cli.asking import with_desk
from console.cli.import_products import OPERATOR
from console.cli.output import one_line, placed, print_json
from console.cli.parser import Options
from console.desk.desk import Desk
from console.desk.store import Store
from console.domain.commands import CountStock, Together
from console.domain.outcomes import Accepted, NotEnough
from console.domain.why import Numbers
from console.errors import CuedeskError
from console.imports.findings import Problem
from console.imports.stock_sheet import StockSheet, read_stock_sheet

MOST_AT_ONCE = 10_000


class Plan(NamedTuple):
    """The counts that change a number, how many do not, and what cannot be counted."""

    counts: tuple[CountStock, ...]
    same: int
    problems: tuple[Problem, ...]


def main(options: Options) -> int:
    """Count; 0 if every row was good, 1 if any was left out."""
    path: Path = options.files[0]
    sheet = read_stock_sheet(path, options.encoding)

    async def work(desk: Desk, store: Store) -> Plan:
        plan = planned(sheet, {each.sku: each for each in await store.read(lambda reader: reader.stock())})
        if not options.preview:
            await count(desk, plan)
        return plan

    plan = with_desk(options.show, work)
    if options.json:
        print_json(
            {"moved": [told(each) for each in plan.counts], "same": plan.same, "remarks": sheet.remarks}
            | {"problems": msgspec.to_builtins(plan.problems), "preview": options.preview}
        )
    else:
        print_words(plan, sheet, preview=options.preview)
    return 1 if plan.problems else 0


def planned(sheet: StockSheet, known: dict[str, Numbers]) -> Plan:
    """Compare the sheet with the numbers of the file."""
    problems, counts = list(sheet.problems), []
    for each in sheet.counts:
        now = known.get(each.sku)
        if now is None:
            problems.append(Problem(sheet.name, each.line, sheet.column, f"there is no SKU “{each.sku[:80]}” here"))
        elif each.pieces < 0 and each.pieces != now.on_hand:
            problems.append(Problem(sheet.name, each.line, sheet.column, f"{each.pieces} pieces cannot be counted"))
        elif each.pieces != now.on_hand:
            counts.append(CountStock(each.sku, each.pieces, now.on_hand, f"counted in {sheet.name[:100]}"))
    same = len(sheet.counts) - len(counts) - (len(problems) - len(sheet.problems))
    return Plan(tuple(counts), same, tuple(sorted(problems, key=lambda problem: problem.line)))


async def count(desk: Desk, plan: Plan) -> None:
    """Have the desk count. Raises CuedeskError, and nothing is counted then."""
    if len(plan.counts) > MOST_AT_ONCE:
        raise CuedeskError(f"More than {MOST_AT_ONCE:,} numbers would change.", "Check the file, or count in several.")
    if plan.counts:
        outcome = await desk.ask(Together(plan.counts), OPERATOR)
        if isinstance(outcome, NotEnough):
            title = f"Nothing was counted: {one_line(outcome.sku)} has more pieces promised than were counted."
            raise CuedeskError(title, "Look at its holds and orders, and try again.")
        if not isinstance(outcome, Accepted):
            raise CuedeskError(f"Nothing was counted: {one_line(str(outcome))}.", "Look at that SKU, and try again.")


def told(count: CountStock) -> dict[str, str | int]:
    """A change for programs."""
    return {"sku": count.sku, "was": count.seen, "counted": count.counted}


def lines(plan: Plan) -> Iterator[str]:
    """A line for each change."""
    for each in plan.counts:
        yield f"{one_line(each.sku)}: {each.seen} → {each.counted}"


def print_words(plan: Plan, sheet: StockSheet, *, preview: bool) -> None:
    """The changes for people; what is wrong goes to stderr, a line each."""
    for line in lines(plan):
        print(line)
    for remark in sheet.remarks:
        print(f"note: {one_line(remark)}")
    print(f"{len(plan.counts)} numbers {'would change' if preview else 'changed'}, {plan.same} as before.")
    for problem in plan.problems:
        print(placed(problem.file, problem.line, problem.column, problem.reason), file=sys.stderr)
