"""`cuedesk export KIND FILE --show SHOW`."""

from console.cli.output import print_json
from console.cli.parser import Options
from console.cli.progress import shown
from console.domain.claims.sieve import sieve_of
from console.exports.here import export_here
from console.exports.kinds import Export


def main(options: Options) -> int:
    """Export, also while a console has the file open."""
    with shown("exporting", options.kind) as course:
        rows = export_here(
            Export(options.kind), options.show, options.file, course, sieve_of(options.only), replace=options.replace
        )
    if options.json:
        print_json({"file": str(options.file), "rows": rows})
    else:
        print(f"{rows} rows.")
    return 0
