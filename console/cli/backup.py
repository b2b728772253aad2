"""`cuedesk backup FILE [TO]`: a copy that is whole and checked, made beside a running console."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from console.backups.folder import BackupsFolder
from console.cli.output import print_json
from console.cli.parser import Options
from console.storage.backup import whole_copy
from console.storage.reader import reading
from console.storage.recognised import recognised


def main(options: Options) -> int:
    """Make the backup and say where it is."""
    kept = whole_copy(options.file, options.to or place_for(options.file))
    if options.json:
        print_json(msgspec.to_builtins(kept))
    else:
        print(f"{options.file} is kept as {kept.path}: {kept.bytes / 1e6:.1f} MB, checked.")
    return 0


def place_for(path: Path) -> Path:
    """A place among the backups that are made by themselves."""
    recognised(path)
    with reading(path) as reader:
        lineage = reader.lineage()
    return BackupsFolder(path, lineage).place(datetime.now(UTC))
