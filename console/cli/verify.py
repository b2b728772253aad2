"""`cuedesk verify FILE`: whether the file is what its journal says."""

from console.cli.output import print_json
from console.cli.parser import Options
from console.storage.verify import verify


def main(options: Options) -> int:
    """Print what differs; 0 if nothing does, else 1."""
    found = verify(options.show)
    if options.json:
        print_json({"file": str(options.show), "clean": not found, "differences": found})
    elif found:
        print(*found, sep="\n")
    else:
        print(f"{options.show.name} is what its journal says.")
    return 1 if found else 0
