"""`cuedesk backup FILE TO`: a copy that is whole and checked, made beside a running console."""

import msgspec

from console.cli.output import print_json
from console.cli.parser import Options
from console.storage.backup import whole_copy


def main(options: Options) -> int:
    """Make the backup and say where it is."""
    kept = whole_copy(options.file, options.to)
    if options.json:
        print_json(msgspec.to_builtins(kept))
    else:
        print(f"{options.file} is kept as {kept.path}: {kept.bytes / 1e6:.1f} MB, checked.")
    return 0
