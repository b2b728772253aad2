"""`cuedesk run --show FILE`: the studio's own show, with its shop and its chats."""

from typing import TYPE_CHECKING

from console.cli.parser import Options
from console.cli.window import window
from console.domain.connections import Connection, ConnectionKind
from console.errors import CuedeskError
from console.wanted import Wanted

if TYPE_CHECKING:
    from console.setup import Live


def main(options: Options) -> int:
    """Run the show; 1 if something failed on the way."""
    if options.headless:
        return headless(options)
    return window(Wanted(options.show, lambda: live(options)), options)


def live(options: Options) -> "Live":
    """The live show that is wanted."""
    from console.setup import Live  # noqa: PLC0415 - slow to import

    return Live(connections(options), options.show.stem, options.currency or "")


def headless(options: Options) -> int:
    """Run without a window until the system asks to end, or the minutes are over."""
    import asyncio  # noqa: PLC0415 - as above

    from console.headless import run_headless, write_report  # noqa: PLC0415 - as above

    ended = run_headless(options.show, live(options), asyncio.Event(), options.minutes)
    if options.report:
        write_report(options.show, options.report, ended)
    for error in ended.errors:
        raise CuedeskError(error, f"What happened until then is in {options.show}.")
    return 0


def connections(options: Options) -> list[Connection]:
    """The connections named on the command line: they are remembered in the file."""
    chats = [Connection(named(each), ConnectionKind.CHAT, each) for each in options.chat]
    shops = [Connection(options.shop.partition("+")[0], ConnectionKind.SHOP, options.shop)] if options.shop else []
    return [*shops, *chats]


def named(chat: str) -> str:
    """A name for a chat, without the slashes that no name may hold: `irc chat.example #room` for its address."""
    kind, _, place = chat.partition("://")
    return " ".join((kind.partition("+")[0], *place.split("/"))) if place else chat
