"""The command line."""

import sys
from collections.abc import Sequence

from console.errors import CuedeskError
from console.quick_msgspec import import_msgspec

import_msgspec()

from console.cli.parser import parse  # noqa: E402 - which imports msgspec


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0, 1 for what was found or failed, 2 for a wrong use."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        code: int = options.run(options)
    except CuedeskError as error:
        print(f"cuedesk: {error.title} {error.next_step}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
