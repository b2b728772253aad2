"""Reading the lines of a show as it stands: its queue, its pinned item, its grammar."""

from collections.abc import Mapping

from console.domain.claims.grammar import Grammar
from console.domain.claims.lexicon import Lexicon
from console.domain.claims.offers import Offers
from console.domain.claims.read import Reader
from console.domain.claims.reading import Reading
from console.domain.products import Product
from console.domain.queue import QueueItem
from console.domain.show import Show


class Listening:
    """Reads lines against the show of their moment. What the queue offers is worked out anew only when it changes."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._queue: tuple[QueueItem, ...] = ()
        self._products: Mapping[str, Product] | None = None
        self._grammar = Grammar()
        self._reader = Reader(lexicon, self._grammar, Offers((), lexicon))

    def read(self, text: str, show: Show, grammar: Grammar) -> Reading:
        """A line as it is read while the show is like that."""
        pinned = show.item(show.pinned) if show.pinned else None
        return self._of(show, grammar).read(text, pinned.code if pinned else "")

    def _of(self, show: Show, grammar: Grammar) -> Reader:
        same = show.queue is self._queue and show.products is self._products and grammar == self._grammar
        if not same:
            items = [(item.code, show.products[item.product]) for item in show.queue if item.product in show.products]
            self._queue, self._products, self._grammar = show.queue, show.products, grammar
            self._reader = Reader(self._lexicon, grammar, Offers(items, self._lexicon))
        return self._reader
