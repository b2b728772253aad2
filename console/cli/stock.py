"""`cuedesk stock FILE [SKU]`: the numbers, or one with the movements that make it."""

import msgspec

from console.cli.output import one_line, print_json
from console.cli.parser import Options
from console.domain.why import Explained, Numbers
from console.errors import CuedeskError
from console.storage.reader import reading
from console.storage.recognised import readable

COLUMNS = ("on_hand", "reserved", "committed", "available")


def main(options: Options) -> int:
    """Print the stock of a file, also while a console has it open."""
    readable(options.show)
    with reading(options.show) as reader:
        numbers = reader.stock(options.sku)
        movements = reader.why(options.sku) if options.sku else []
    if options.sku and not numbers:
        raise CuedeskError(f"There is no SKU {options.sku} in this file.", f"Try cuedesk stock {options.show}")
    if options.json and options.sku:
        told = [msgspec.structs.asdict(each) for each in movements]
        print_json({**msgspec.structs.asdict(numbers[0]), "movements": told})
    elif options.json:
        print_json([msgspec.structs.asdict(each) for each in numbers])
    else:
        print_table(numbers, movements)
    return 0


def print_table(numbers: list[Numbers], movements: list[Explained]) -> None:
    """Print for people."""
    width = max([3, *(len(each.sku) for each in numbers)])
    print(f"{'sku':{width}}  " + "  ".join(f"{name:>9}" for name in COLUMNS))
    for each in numbers:
        print(f"{each.sku:{width}}  " + "  ".join(f"{getattr(each, name):9}" for name in COLUMNS))
    for move in movements:
        about = " ".join(part for part in (move.reason, move.reference) if part)
        who = f"{move.actor or move.role}"
        print(f"{move.time}  {move.counter:9} {move.delta:+6}  {move.kind:8} {one_line(about)}  ({one_line(who)})")
