"""Stopping the sale, of what is explained or of everything, and going on with it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from console.domain.changes import Entry, Pinned, Unpinned
from console.domain.claims.book import ALL
from console.domain.claims.rules import Terms, WhenSoldOut
from console.domain.commands import Pin, ResumeSale, StopSale
from console.domain.show import Show
from console.ui.acts import Acts, Deed
from console.ui.widgets.plain_text import one_line

SOLD_OUT = "sold out"


class Selling(QObject):
    """One key stops, the same key goes on. What is stopped is on record and can be undone.

    `notice` is what is said of a stop: what a person chose last, at first a sentence that is ready.
    """

    def __init__(self, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._chosen: str | None = None
        acts.bridge.shown.connect(self._shown)

    def _shown(self, show: Show, entries: Sequence[Entry]) -> None:
        """Tell that what was explained has sold out and is not explained any more, until something is again."""
        for entry in entries:
            if isinstance(entry.change, Pinned):
                self._acts.over(SOLD_OUT)
            elif isinstance(entry.change, Unpinned) and entry.change.sold_out:
                self._tell_sold_out(show, entry.change.item)

    def _tell_sold_out(self, show: Show, item: int) -> None:
        """Offer to explain the next one, if the show says so, or this one again."""
        from console.domain.decide.selling_out import next_of  # noqa: PLC0415 - the first paint sells nothing

        proposes = show.claims.rules.sold_out is WhenSoldOut.NEXT
        after = next_of(show, item) if proposes else None
        title = self.tr("{0} is sold out and is not explained any more.").format(named(show, item))
        if after is not None:
            step = self.tr("Next would be {0}.").format(named(show, after.id))
            deed = Deed(self.tr("Explain {0} now").format(after.code), lambda: self._acts.do(Pin(after.id)))
        else:
            again = self.tr("explained again after it sold out")
            step = self.tr("Nothing behind it in the queue is left.") if proposes else ""
            deed = Deed(self.tr("Explain it again"), lambda: self._acts.do(Pin(item, again)))
        self._acts.notice(SOLD_OUT, title, step, deed=deed)

    @property
    def notice(self) -> str:
        """What is said of the next stop."""
        if self._chosen is None:
            from console.ui.words.selling import ready_sentences  # noqa: PLC0415 - the first paint stops no sale

            return ready_sentences()[0]
        return self._chosen

    def say(self, skus: tuple[str, ...], notice: str) -> None:
        """Say this of a sale that is stopped, and of those that will be."""
        self._chosen = notice
        self._acts.do(StopSale(skus, notice))

    def turn_item(self) -> None:
        """Stop the sale of all that is explained, or go on with it."""
        skus = explained(self._acts.bridge.show)
        if not skus:
            title = self.tr("Nothing is being explained, so there is no item to stop.")
            self._acts.notice("stop sale", title, self.tr("Explain an item first, or stop all sales."))
        else:
            self.turn(skus)

    def turn(self, skus: tuple[str, ...]) -> bool:
        """Stop the sale of these SKUs, or go on with it. Returns whether it was asked to be stopped."""
        there = stopped(self._acts.bridge.show)
        stop = not all(sku in there for sku in skus)
        if stop and ALL in there:
            title = self.tr("All sales are stopped, so this one is, too.")
            self._acts.notice("stop sale", title, self.tr("Go on with all sales first."))
            return False
        self._acts.do(StopSale(skus, self.notice) if stop else ResumeSale(skus))
        return stop

    def turn_all(self) -> None:
        """Stop all sales, or take back what stopped them all."""
        every = ALL in stopped(self._acts.bridge.show)
        self._acts.do(ResumeSale() if every else StopSale((), self.notice))

    def go_on(self) -> None:
        """Go on with everything that is stopped: with all sales first, else with the single ones."""
        there = stopped(self._acts.bridge.show)
        if ALL in there:
            self._acts.do(ResumeSale())
        elif there:
            self._acts.do(ResumeSale(tuple(there)))


def named(show: Show, number: int) -> str:
    """An item by its code and its title."""
    item = show.item(number)
    product = show.products.get(item.product) if item else None
    return one_line(f"{item.code} {product.title if product else item.product}") if item else ""


def explained(show: Show) -> tuple[str, ...]:
    """The counted SKUs of what is explained."""
    item = show.explained
    product = show.products.get(item.product) if item else None
    return tuple(sku for sku in product.skus if sku in show.stock) if product else ()


def stopped(show: Show) -> list[str]:
    """The SKUs whose sale is stopped by themselves; "" among them if all are."""
    return [sku for sku, terms in show.claims.terms.items() if is_stopped(terms)]


def is_stopped(terms: Terms) -> bool:
    """Whether these terms stop a sale."""
    return terms.stopped is not None
