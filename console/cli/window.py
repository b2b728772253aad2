"""Opening the window from the command line."""

import gc
import time

from console.cli.parser import Options
from console.wanted import Wanted


def window(wanted: Wanted, options: Options) -> int:
    """Open it on a file; when it is closed, write the report that is wanted."""
    began = time.monotonic()
    code = open_window(wanted)
    if options.report:
        from console.headless import Ended, write_report  # noqa: PLC0415 - at the end only

        write_report(wanted.path, options.report, Ended([], time.monotonic() - began))
    return code


def open_window(wanted: Wanted | None) -> int:
    """Open it on a file, or on the start page. Until it is painted nothing is garbage, so none is collected."""
    gc.disable()
    from console.ui.quick_qt import prepare  # noqa: PLC0415 - Qt, which no other command must import

    prepare()
    from console.app import run_window  # noqa: PLC0415 - as above

    return run_window(wanted)
