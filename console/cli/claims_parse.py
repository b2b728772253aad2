"""`cuedesk claims parse --show FILE`: what lines of chat would be read as, one a line."""

import json
import sys
from collections.abc import Iterable

import msgspec

from console.cli.output import one_line
from console.cli.parser import Options
from console.domain.claims.listening import Listening
from console.domain.claims.reading import Reading
from console.domain.show import Show
from console.errors import CuedeskError
from console.imports.claim_words import claim_words
from console.storage.reader import reading
from console.storage.recognised import readable


def main(options: Options) -> int:
    """Read the lines of the standard input as the show would now, also while a console has the file open."""
    readable(options.show)
    with reading(options.show) as reader:
        show = reader.show()
    if options.pinned:
        show = with_pinned(show, options.pinned)
    listening = Listening(claim_words())
    for line in typed():
        read = listening.read(line, show, show.claims.rules.grammar)
        print(as_json(read) if options.json else in_words(read), flush=True)
    return 0


def with_pinned(show: Show, code: str) -> Show:
    """The show with the item of that code pinned."""
    item = next((each for each in show.queue if each.code == code), None)
    if item is None:
        codes = ", ".join(each.code for each in show.queue[:30])
        raise CuedeskError(f"There is no item {one_line(code)} in the queue.", f"Its codes are {codes}.")
    return msgspec.structs.replace(show, pinned=item.id)


def typed() -> Iterable[str]:
    """The lines of the standard input; what is no UTF-8 is read as unknown letters."""
    return (line.decode(errors="replace").rstrip("\r\n") for line in sys.stdin.buffer)


def as_json(read: Reading) -> str:
    """One reading as one line of JSON."""
    told = {
        "decision": read.decision,
        "items": [{"sku": each.sku, "quantity": each.quantity} for each in read.items],
        "confidence": read.confidence,
        "reason": read.reason.code,
        "detail": read.reason.detail,
        "form": read.form,
    }
    return json.dumps(told, ensure_ascii=False)


def in_words(read: Reading) -> str:
    """One reading for people."""
    items = ", ".join(f"{each.quantity} × {each.sku}" for each in read.items)
    why = " ".join(each for each in (read.reason.code.replace("_", " "), read.reason.detail) if each)
    return one_line(f"{read.decision:7} {read.confidence:4.2f}  {items or '-'}  ({why})")
