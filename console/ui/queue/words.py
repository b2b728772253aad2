"""A row of the queue in words: for its tooltip, and for who cannot see it."""

from PySide6.QtCore import QObject

from console.domain.stock_state import StockState
from console.ui.queue.row import QueueRow
from console.ui.widgets.plain_text import one_line, tooltip
from console.ui.words.money import money_text


class QueueWords(QObject):
    """Says what a row shows."""

    def state(self, row: QueueRow) -> str:
        """The word under the number."""
        if row.stopped:
            return self.tr("STOPPED") if row.stopped == row.options else self.tr("%n STOPPED", "", row.stopped)
        return {
            StockState.UNCOUNTED: self.tr("not counted"),
            StockState.ENOUGH: "",
            StockState.LOW: self.tr("LOW"),
            StockState.SOLD_OUT: self.tr("SOLD OUT"),
        }[row.state]

    def stopped(self, row: QueueRow) -> str:
        """That the sale is stopped, in full."""
        if not row.stopped:
            return ""
        every = row.stopped == row.options
        return self.tr("sale stopped") if every else self.tr("sale stopped of %n option(s)", "", row.stopped)

    def now(self) -> str:
        """The word of the pinned row."""
        return self.tr("NOW")

    def price(self, row: QueueRow) -> str:
        """The price, or the cheapest with a sign that others cost more."""
        if row.price is None:
            return ""
        return self.tr("from {price}").format(price=money_text(row.price)) if row.up_to else money_text(row.price)

    def options(self, row: QueueRow) -> str:
        """How many variants there are, if there is a choice."""
        return self.tr("%n options", "", row.options) if row.options > 1 else ""

    def lines(self, row: QueueRow) -> list[str]:
        """All that is known of the row, a fact a line."""
        was = self.tr("was {price}").format(price=money_text(row.was)) if row.was else ""
        left = "" if row.left is None else self.tr("{left} available").format(left=row.left)
        now = self.tr("being explained now") if row.pinned else ""
        looped = self.tr("in the loop") if row.looped else ""
        findings = self.tr("%n to settle", "", row.findings) if row.findings else ""
        title = f"{row.code} {one_line(row.title)}"
        facts = [
            title,
            self.price(row),
            was,
            self.options(row),
            left,
            self.stopped(row) or self.state(row),
            now,
            looped,
            findings,
        ]
        return [fact for fact in facts if fact]

    def spoken(self, row: QueueRow) -> str:
        """The row for a screen reader."""
        return ", ".join(self.lines(row))

    def tip(self, row: QueueRow) -> str:
        """The row's tooltip, escaped."""
        return tooltip("\n".join(self.lines(row)))
