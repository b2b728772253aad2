"""One way to read a line, as it grows from word to word."""

from __future__ import annotations

from typing import NamedTuple

from console.domain.claims.lexicon import Kind, Phrase
from console.domain.claims.offers import Chosen, Offer

PINNED, CODE, NAME, SKU = "pinned", "code", "name", "sku"


class Said(NamedTuple):
    """One thing that is asked for. `offer` None: the pinned item is meant, and nothing is pinned.

    `pieces` 0: no number was said. `foreign` counts the options that the product does not come in.
    """

    offer: Offer | None
    named: str = PINNED
    chosen: frozenset[Chosen] = frozenset()
    pieces: int = 0
    foreign: int = 0

    @property
    def complete(self) -> bool:
        """Whether one variant is meant."""
        return self.offer is not None and len(self.offer.variants(self.chosen)) == 1

    def with_option(self, phrase: Phrase) -> Said | None:
        """With an option that a phrase names; None where that contradicts what was chosen."""
        meanings = self.offer.options.of(phrase) if self.offer else ()
        if not meanings:
            return self._replace(foreign=self.foreign + 1)
        taken = {each.place for each in self.chosen}
        free = next((each for each in meanings if each in self.chosen or each.place not in taken), None)
        return self._replace(chosen=self.chosen | {free}) if free else None


class Way(NamedTuple):
    """What a line says so far. `against` adds up what makes the way unlikely, `unknown` counts words without a part.

    `before` is a number of pieces and `options` are options that wait for what they are about; `joint`: a word that
    joins two things came last.
    """

    said: tuple[Said, ...] = ()
    against: float = 0.0
    signs: frozenset[str] = frozenset()
    unknown: int = 0
    before: int = 0
    options: tuple[Phrase, ...] = ()
    joint: bool = False

    @property
    def last(self) -> Said | None:
        """What was said last."""
        return self.said[-1] if self.said else None

    def worse(self, by: float) -> Way:
        """Less likely."""
        return self._replace(against=self.against + by)

    def having(self, *signs: str) -> Way:
        """With signs that speak for a claim."""
        return self._replace(signs=self.signs.union(signs))

    def begun(self, said: Said) -> Way:
        """With one thing more, which takes what waited for it."""
        said = said._replace(pieces=self.before or said.pieces)
        for phrase in self.options:
            said = said.with_option(phrase) or said._replace(foreign=said.foreign + 1)
        return self._replace(said=(*self.said, said), before=0, options=(), joint=False)

    def changed(self, said: Said) -> Way:
        """With the last thing as it is now known."""
        return self._replace(said=(*self.said[:-1], said), joint=False)

    def shared(self) -> Way:
        """With the number said last for each thing that has none, if the line says `each`."""
        if Kind.EACH not in self.signs or self.last is None:
            return self
        pieces = self.last.pieces
        return self._replace(said=tuple(each._replace(pieces=each.pieces or pieces) for each in self.said))
