"""`cuedesk import rundown FILE --show SHOW`."""

import sys
from pathlib import Path

import msgspec

from console.cli.asking import with_desk
from console.cli.import_products import OPERATOR
from console.cli.output import one_line, placed, print_json
from console.cli.parser import Options
from console.desk.desk import Desk
from console.desk.reading import read_rundown
from console.desk.store import Store
from console.domain.commands import QueueProducts
from console.domain.outcomes import Accepted, InUse, Outcome
from console.errors import CuedeskError
from console.imports.plan import Rundown


def main(options: Options) -> int:
    """Import; 0 if every row was good, 1 if any was not."""
    path: Path = options.files[0]

    async def work(desk: Desk, store: Store) -> tuple[Rundown, Outcome]:
        rundown = await read_rundown(store, path, options.encoding)
        return rundown, await import_into(desk, rundown)

    rundown, outcome = with_desk(options.show, work)
    if isinstance(outcome, InUse):
        raise CuedeskError("This rundown has been on air.", "Begin a new show, or change its segments by hand.")
    if not isinstance(outcome, Accepted):
        raise CuedeskError(f"The rundown was not taken in: {outcome}.", "Check the file.")
    if options.json:
        problems = msgspec.to_builtins(rundown.problems)
        print_json({"segments": len(rundown.segments), "problems": problems, "remarks": rundown.remarks})
    else:
        print(f"{len(rundown.segments)} segments.")
        for remark in rundown.remarks:
            print(f"note: {one_line(remark)}")
        for problem in rundown.problems:
            print(placed(problem.file, problem.line, problem.column, problem.reason), file=sys.stderr)
    return 1 if rundown.problems else 0


async def import_into(desk: Desk, rundown: Rundown) -> Outcome:
    """Have the desk take the rundown in, and queue what it presents."""
    outcome = await desk.ask(rundown.command, OPERATOR)
    presented = tuple(dict.fromkeys(product for segment in rundown.segments for product in segment.products))
    if isinstance(outcome, Accepted) and presented:
        return await desk.ask(QueueProducts(presented), OPERATOR)
    return outcome
