"""`cuedesk export KIND FILE --show SHOW`."""

from zoneinfo import ZoneInfo

from tzlocal import get_localzone_name

from console.cli.output import print_json
from console.cli.parser import Options
from console.cli.progress import shown
from console.exports.kinds import Export
from console.exports.writing import export


def main(options: Options) -> int:
    """Export, also while a console has the file open."""
    kind = Export(options.kind)
    zone = ZoneInfo(get_localzone_name())
    with shown("exporting", kind) as course:
        rows = export(kind, options.show, options.file, zone, course, replace=options.replace)
    if options.json:
        print_json({"file": str(options.file), "rows": rows})
    else:
        print(f"{rows} rows.")
    return 0
