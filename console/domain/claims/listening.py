"""Reading the lines of a show as it stands: its queue, its pinned item, its grammar."""

from console.domain.claims.grammar import Grammar
from console.domain.claims.lexicon import Lexicon
from console.domain.claims.offers import Offers
from console.domain.claims.read import Reader
from console.domain.claims.reading import Reading
from console.domain.products import Product
from console.domain.show import Show

MOST_KNOWN = 2_000

Offered = list[tuple[str, Product]]


class Listening:
    """Reads lines against the show of their moment. What the queue offers is worked out anew only when it changes.

    Viewers say much the same: what a text was read as is known while what it was read against stays.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._show = Show()
        self._grammar = Grammar()
        self._offered: Offered = []
        self._reader = Reader(lexicon, self._grammar, Offers((), lexicon))
        self._known: dict[tuple[str, str], Reading] = {}

    def read(self, text: str, show: Show, grammar: Grammar) -> Reading:
        """A line as it is read while the show is like that."""
        pinned = show.explained
        reader, said = self._of(show, grammar), (text, pinned.code if pinned else "")
        known = self._known.get(said)
        if known is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            known = self._known[said] = reader.read(*said)
        return known

    def _of(self, show: Show, grammar: Grammar) -> Reader:
        untouched = show.queue is self._show.queue and show.products is self._show.products
        offered = self._offered if untouched else offered_in(show)
        if offered != self._offered or grammar != self._grammar:
            self._offered, self._grammar = offered, grammar
            self._reader = Reader(self._lexicon, grammar, Offers(offered, self._lexicon))
            self._known.clear()
        self._show = show
        return self._reader


def offered_in(show: Show) -> Offered:
    """The codes of the queue with their products."""
    return [(item.code, show.products[item.product]) for item in show.queue if item.product in show.products]
