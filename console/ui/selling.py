"""Stopping the sale, of what is explained or of everything, and going on with it."""

from PySide6.QtCore import QObject

from console.domain.claims.book import ALL
from console.domain.claims.rules import Terms
from console.domain.commands import ResumeSale, StopSale
from console.domain.show import Show
from console.ui.acts import Acts


class Selling(QObject):
    """One key stops, the same key goes on. What is stopped is on record and can be undone.

    `notice` is what is said of a stop: what a person chose last, at first a sentence that is ready.
    """

    def __init__(self, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._chosen: str | None = None

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


def explained(show: Show) -> tuple[str, ...]:
    """The counted SKUs of what is explained."""
    item = show.item(show.pinned) if show.pinned is not None else None
    product = show.products.get(item.product) if item else None
    return tuple(sku for sku in product.skus if sku in show.stock) if product else ()


def stopped(show: Show) -> list[str]:
    """The SKUs whose sale is stopped by themselves; "" among them if all are."""
    return [sku for sku, terms in show.claims.terms.items() if is_stopped(terms)]


def is_stopped(terms: Terms) -> bool:
    """Whether these terms stop a sale."""
    return terms.stopped is not None
