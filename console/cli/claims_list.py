"""`cuedesk claims list FILE`: all claims of a file, also while a console has it open."""

from typing import Any

import msgspec

from console.cli.output import one_line, print_json
from console.cli.parser import Options
from console.domain.claims.claim import Claim
from console.domain.claims.sieve import sieve_of
from console.storage.reader import reading
from console.storage.recognised import readable


def main(options: Options) -> int:
    """Print the claims that are asked for, in their order."""
    readable(options.show)
    with reading(options.show) as reader:
        words = reader.claims_words() if options.only else {}
        sieve = sieve_of(options.only)
        found = [each for each in reader.claims() if sieve.passes(*each, words.get(each[0].id, ""))]
    if options.json:
        print_json([as_data(claim, name) for claim, name in found])
        return 0
    for claim, name in found:
        asked = ", ".join(f"{part.quantity} × {part.sku}" for part in claim.parts)
        told = (f"{claim.id:>6}", f"{claim.at:%Y-%m-%d %H:%M:%S}", f"{claim.state:9}", one_line(asked))
        print("  ".join((*told, one_line(name or claim.buyer))))
    return 0


def as_data(claim: Claim, name: str | None = None) -> dict[str, Any]:
    """A claim for JSON, with how it stands as a whole."""
    named = {} if name is None else {"name": name}
    told: dict[str, Any] = msgspec.to_builtins(claim)
    return {**told, "state": claim.state.value, **named}
