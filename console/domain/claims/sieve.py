"""Which claims are meant: by what they say, whose they are, of what, from where and how they stand."""

import re
from collections.abc import Iterator

import msgspec

from console.domain.claims.claim import Claim, ClaimState

HAND = "hand"
_TERM = re.compile(r'(?:(?P<key>sku|buyer|source|state):)?(?:"(?P<quoted>[^"]*)"|(?P<plain>\S+))')


class Sieve(msgspec.Struct, frozen=True):
    """Lets through the claims that have all of this; what is empty lets all through.

    `words` stand somewhere in number, SKUs, buyer or line, `sku`, `buyer` and `source` in these. The source of a claim
    by hand is "hand".
    """

    words: tuple[str, ...] = ()
    sku: str = ""
    buyer: str = ""
    source: str = ""
    states: tuple[ClaimState, ...] = ()

    def passes(self, claim: Claim, name: str = "", words: str = "") -> bool:
        """Whether a claim is meant, with the name of its buyer and the words of its line as far as they are known."""
        if self.states and claim.state not in self.states:
            return False
        if self.source not in (claim.source if claim.line else f"{HAND} {claim.source}").casefold():
            return False
        buyer = f"{name} {claim.buyer}".casefold()
        skus = [part.sku.casefold() for part in claim.parts]
        if self.buyer not in buyer or (self.sku and not any(self.sku in sku for sku in skus)):
            return False
        everything = " ".join((str(claim.id), *skus, buyer, words.casefold())) if self.words else ""
        return all(word in everything for word in self.words)


EVERY = Sieve()


def sieve_of(text: str) -> Sieve:
    """The sieve that a person types: words, and `sku:`, `buyer:`, `source:` or `state:` before what is meant by them.

    States that do not exist let nothing through.
    """
    words: list[str] = []
    known: dict[str, str] = {}
    for found in _TERM.finditer(text.casefold()):
        meant = found["quoted"] if found["quoted"] is not None else found["plain"]
        if found["key"]:
            known[found["key"]] = meant
        elif meant:
            words.append(meant)
    states = known.pop("state", "")
    return Sieve(tuple(words), states=tuple(states_in(states)), **known)


def states_in(text: str) -> Iterator[ClaimState]:
    """The states that a person names, with commas between them."""
    for name in filter(None, text.split(",")):
        if name in set(ClaimState):
            yield ClaimState(name)


def text_of(sieve: Sieve) -> str:
    """A sieve as a person would type it."""
    named = (("sku", sieve.sku), ("buyer", sieve.buyer), ("source", sieve.source), ("state", ",".join(sieve.states)))
    return " ".join((*map(_quoted, sieve.words), *(f"{key}:{_quoted(meant)}" for key, meant in named if meant)))


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search(r"\s|:", text) else text
