"""`cuedesk rehearse`: the sample show, or a copy of one's own, with simulated viewers and orders."""

from pathlib import Path
from typing import TYPE_CHECKING

from console.cli.parser import SAMPLE, Options
from console.cli.window import window
from console.errors import CuedeskError
from console.settings import new_rehearsal, resources
from console.wanted import Wanted

if TYPE_CHECKING:
    import asyncio

    from console.rehearsal.surprises import Surprises
    from console.setup_rehearsal import Rehearsal

SAMPLE_MINUTES = 60


def main(options: Options) -> int:
    """Rehearse; 1 if something failed on the way."""
    path: Path = options.show or new_rehearsal()
    if options.source:
        copied(options.source, path)
    if options.headless:
        return headless(path, options)
    return window(Wanted(path, lambda: rehearsal(options)), options)


def copied(source: Path, to: Path) -> None:
    """Make the copy that is rehearsed on."""
    from console.storage.files import copy_for_rehearsal  # noqa: PLC0415 - the window need not wait for it

    if to.exists():
        raise CuedeskError(f"{to} exists already.", "Name another file for the copy.")
    if not to.absolute().parent.is_dir():
        raise CuedeskError(f"The folder {to.parent} does not exist.", "Make it, or choose another place for the copy.")
    copy_for_rehearsal(source, to)


def rehearsal(options: Options, stop: "asyncio.Event | None" = None) -> "Rehearsal":
    """The rehearsal that is wanted; `stop` is set at its end."""
    from console.setup_rehearsal import Rehearsal, Wishes  # noqa: PLC0415 - slow to import

    alone = options.headless or options.by_itself
    wishes = Wishes(
        speed=options.speed,
        seed=options.seed,
        minutes=options.minutes or SAMPLE_MINUTES,
        by_itself=alone,
        ends=alone,
        watched=not options.headless,
        surprises=surprises(options),
    )
    return Rehearsal(resources() / "sample", wishes, stop.set if stop else None)


def surprises(options: Options) -> "Surprises":
    """What is to go wrong. Raises CuedeskError for a file that says nothing of the kind."""
    from console.rehearsal.surprises import NO_SURPRISES, SurprisesError, read_surprises  # noqa: PLC0415 - as above

    if options.surprises is None:
        return NO_SURPRISES
    path: Path = resources() / "sample" / "surprises.json" if options.surprises is SAMPLE else options.surprises
    try:
        return read_surprises(path.read_bytes())
    except SurprisesError as error:
        step = f"Take the sample's for a pattern: {resources() / 'sample' / 'surprises.json'}"
        raise CuedeskError(f"{path.name} holds no surprises: {error}.", step) from error


def headless(path: Path, options: Options) -> int:
    """Rehearse without a window, as fast as is wanted, to the end."""
    import asyncio  # noqa: PLC0415 - as above

    from console.headless import run_headless, write_report  # noqa: PLC0415 - as above

    stop = asyncio.Event()
    ended = run_headless(path, rehearsal(options, stop), stop)
    if options.report:
        write_report(path, options.report, ended)
    for error in ended.errors:
        raise CuedeskError(error, f"What happened until then is in {path}.")
    print(f"Rehearsed in {path}")
    return 0
