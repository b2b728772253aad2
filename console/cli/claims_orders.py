"""`cuedesk claims orders FILE`: the pick list of the show, also while a console has the file open."""

import msgspec

from console.cli.output import one_line, print_json
from console.cli.parser import Options
from console.domain.claims.picking import picks
from console.storage.reader import reading
from console.storage.recognised import readable


def main(options: Options) -> int:
    """Print what each buyer has got of each SKU, with the order's code and state."""
    readable(options.show)
    with reading(options.show) as reader:
        show = reader.show()
        names = reader.claims_told(show.id).names
    found = picks(show)
    if options.json:
        print_json([{**msgspec.to_builtins(each), "name": names.get(each.buyer, "")} for each in found])
        return 0
    for each in found:
        told = (f"{each.held + each.paid:>5}", f"{each.sku:20}", f"{each.order or '-':18}", f"{each.state:10}")
        print("  ".join((*told, one_line(names.get(each.buyer) or each.buyer))))
    return 0
