"""`cuedesk rehearse`: the sample show, or a copy of one's own, with simulated viewers and orders."""

import asyncio
from datetime import datetime
from pathlib import Path

from console.cli.headless import run_headless, write_report
from console.cli.parser import Options
from console.errors import CuedeskError
from console.settings import rehearsals_folder, resources
from console.setup_rehearsal import Rehearsal, Wishes
from console.storage.files import copy_for_rehearsal

SAMPLE_MINUTES = 60


def main(options: Options) -> int:
    """Rehearse; 1 if something failed on the way."""
    path = options.show or new_file()
    if options.source:
        if path.exists():
            raise CuedeskError(f"{path} exists already.", "Name another file for the copy.")
        copy_for_rehearsal(options.source, path)
    wishes = Wishes(options.speed, options.seed, options.minutes or SAMPLE_MINUTES, options.headless)
    if not options.headless:
        from console.app import run_window  # noqa: PLC0415 - Qt, which a headless run must not import

        return run_window(path, lambda: Rehearsal(resources() / "sample", wishes))
    stop = asyncio.Event()
    ended = run_headless(path, Rehearsal(resources() / "sample", wishes, stop.set), stop)
    if options.report:
        write_report(path, options.report, ended)
    for error in ended.errors:
        raise CuedeskError(error, f"What happened until then is in {path}.")
    print(f"Rehearsed in {path}")
    return 0


def new_file() -> Path:
    """A new file in the user's folder of rehearsals, named by the time."""
    return rehearsals_folder() / f"{datetime.now().astimezone():%Y-%m-%d %H-%M-%S}.cuedesk"
