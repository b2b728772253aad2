"""`cuedesk claims receipt FILE CLAIM`: why a claim won, waited or lost, from the file alone."""

import msgspec

from console.cli.claims_list import as_data
from console.cli.output import print_json
from console.cli.parser import Options
from console.cli.receipt_words import receipt_words
from console.errors import CuedeskError
from console.storage.reader import reading
from console.storage.recognised import readable


def main(options: Options) -> int:
    """Print why a claim won, waited or lost."""
    readable(options.show)
    with reading(options.show) as reader:
        found = reader.receipt(options.claim)
    if found is None:
        raise CuedeskError(
            f"There is no claim {options.claim} in this file.", f"Try cuedesk claims list {options.show}"
        )
    if options.json:
        print_json({"claim": as_data(found.claim), "lines": msgspec.to_builtins(found.lines)})
    else:
        print(*receipt_words(found), sep="\n")
    return 0
