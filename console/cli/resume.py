"""`cuedesk resume FILE`: how a copied or restored file differs from its shops; with --yes, it sends again."""

from collections.abc import Iterator

import msgspec

from console.cli.asking import with_desk
from console.cli.output import one_line, print_json
from console.cli.parser import Options
from console.desk.desk import Desk
from console.desk.ports import ShopIn
from console.desk.store import Store
from console.domain.commands import ResumeSending
from console.domain.connections import Connection
from console.domain.decide.errands import recipients
from console.domain.outbox import Outgoing, is_of
from console.domain.show import Show
from console.domain.stock import Level
from console.setup import connected, known_secret, require
from console.shop.chunks import chunks
from console.storage.recognised import recognised

AT_ONCE = 100
MOST_PRINTED = 50


class Differs(msgspec.Struct, frozen=True):
    """A SKU of which a shop counts another number on hand."""

    shop: str
    sku: str
    theirs: int
    ours: int


class Found(msgspec.Struct, frozen=True):
    """What a person should see: whether the file is held, what differs, and what was on its way when it was copied."""

    held: bool
    differences: tuple[Differs, ...] = ()
    open: tuple[str, ...] = ()
    resumed: bool = False


def main(options: Options) -> int:
    """Print what differs; with --yes let the file send again. 1 if it is held still. Raises CuedeskError."""
    recognised(options.show)
    found = with_desk(options.show, lambda desk, store: looked(desk, store, go_on=options.yes))
    if options.json:
        print_json(msgspec.to_builtins(found))
    else:
        print_words(found, options)
    return int(found.held and not found.resumed)


async def looked(desk: Desk, store: Store, *, go_on: bool) -> Found:
    """What is found; a file that is not held is asked nothing about."""
    show = desk.show
    if not show.held:
        return Found(held=False)
    numbers = await store.read(lambda reader: reader.stock())
    ours = {each.sku: Level(each.on_hand) for each in numbers}
    differences: list[Differs] = []
    for connection in show.connections:
        if connection.name in recipients(show):
            differences += await compared(connection, ours, desk)
    if go_on:
        await require(desk, ResumeSending())
    return Found(True, tuple(differences), tuple(left_open(show)), go_on)


async def compared(connection: Connection, ours: dict[str, Level], desk: Desk) -> list[Differs]:
    """The SKUs whose number on hand is another one at that shop."""
    shop: ShopIn = connected(connection, known_secret(connection), desk.clock)
    found: list[Differs] = []
    try:
        await shop.connect()
        for skus in chunks(sorted(ours), AT_ONCE):
            told = await shop.levels(skus)
            pairs = ((each, ours[each.sku].on_hand) for each in told)
            found += [
                Differs(connection.name, each.sku, each.on_hand, here) for each, here in pairs if each.on_hand != here
            ]
    finally:
        await shop.aclose()
    return found


def left_open(show: Show) -> Iterator[str]:
    """What was on its way to shops when the file was copied: nobody knows from here whether it was done."""
    for each in show.open_errands:
        if not is_of(each.errand, show.origin):
            yield said(each)


def said(outgoing: Outgoing) -> str:
    """An errand in a line."""
    errand = outgoing.errand
    return f"{errand.shop}: {type(errand.task).__name__} {errand.body}"


def print_words(found: Found, options: Options) -> None:
    """The result for people."""
    if not found.held:
        print("This file is not held: what is changed in it is sent.")
        return
    for each in found.differences[:MOST_PRINTED]:
        print(f"{one_line(each.sku)}: {each.theirs} on hand at {one_line(each.shop)}, {each.ours} here")
    if len(found.differences) > MOST_PRINTED:
        print(f"and {len(found.differences) - MOST_PRINTED} more; --json has them all")
    for errand in found.open:
        print(f"on its way when it was copied: {one_line(errand)}")
    print(f"{len(found.differences)} SKUs differ, {len(found.open)} errands were on their way.")
    if found.resumed:
        print(
            "What is changed from now on is sent. What was on its way waits in the tray, and differences are findings."
        )
    else:
        print("Nothing is sent yet. Where another copy is in use, leave this one.")
        print(f"To go on: cuedesk resume {options.show} --yes")
