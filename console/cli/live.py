"""`cuedesk run --show FILE`: the studio's own show, with its shop and its chats."""

import asyncio

from console.cli.headless import run_headless, write_report
from console.cli.parser import Options
from console.domain.connections import Connection, ConnectionKind
from console.errors import CuedeskError
from console.setup import Live


def main(options: Options) -> int:
    """Run the show; 1 if something failed on the way."""
    setup = Live(connections(options), options.show.stem, options.currency)
    if not options.headless:
        from console.app import run_window  # noqa: PLC0415 - Qt, which a headless run must not import

        return run_window(options.show, lambda: setup)
    ended = run_headless(options.show, setup, asyncio.Event(), options.minutes)
    if options.report:
        write_report(options.show, options.report, ended)
    for error in ended.errors:
        raise CuedeskError(error, f"What happened until then is in {options.show}.")
    return 0


def connections(options: Options) -> list[Connection]:
    """The connections named on the command line: they are remembered in the file."""
    chats = [Connection(each, ConnectionKind.CHAT, each) for each in options.chat]
    shops = [Connection(options.shop.partition("+")[0], ConnectionKind.SHOP, options.shop)] if options.shop else []
    return [*shops, *chats]
