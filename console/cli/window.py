"""Opening the window from the command line."""

import gc

from console.wanted import Wanted


def open_window(wanted: Wanted | None) -> int:
    """Open it on a file, or on the start page. Until it is painted nothing is garbage, so none is collected."""
    gc.disable()
    from console.app import run_window  # noqa: PLC0415 - Qt, which no other command must import

    return run_window(wanted)
