"""`cuedesk restore BACKUP TO`: a backup, or a file from another computer, as a file to go on with."""

import msgspec

from console.cli.output import print_json
from console.cli.parser import Options
from console.domain.connections import ConnectionKind
from console.settings import secret_of, variable
from console.storage.backup import Kept, whole_copy

HELD = "Nothing is sent to a shop from it until you have seen how it differs from the shop."


def main(options: Options) -> int:
    """Restore, and say what does not come with the file."""
    kept = whole_copy(options.backup, options.to)
    shops = [each for each in kept.connections if each.kind is ConnectionKind.SHOP]
    missing = [each.name for each in shops if secret_of(each.name, each.address) is None]
    if options.json:
        print_json({**msgspec.to_builtins(kept), "secrets_missing": missing})
    else:
        print_words(kept, missing)
    return 0


def print_words(kept: Kept, missing: list[str]) -> None:
    """The result for people."""
    print(f"Restored as {kept.path}: {kept.bytes / 1e6:.1f} MB, checked. {HELD}")
    print("Products, stock, orders, rundown, chat and connections are in it; passwords are not.")
    for name in missing:
        print(f"Not known on this computer: the password of {name}. Enter it in the window, or set {variable(name)}")
