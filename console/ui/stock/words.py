"""The counter's words: movements, findings, numbers with their signs."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QObject

from console.domain.actors import Role
from console.domain.findings import Finding, FindingKind
from console.domain.stock import Move, MovementKind
from console.domain.stock_state import StockState
from console.ui.stock.numbers import Given, PinnedStock, VariantRow
from console.ui.stock.story import BY_HAND, HELD, ORDERED, WAITS, Asked, StoryLine
from console.ui.words.money import MINUS, money_text
from console.ui.words.times import clock_text


def number_text(pieces: int) -> str:
    """A number of pieces, grouped as the locale does."""
    return QLocale().toString(abs(pieces)) if pieces >= 0 else f"{MINUS}{QLocale().toString(abs(pieces))}"


def signed_number(pieces: int) -> str:
    """A change of pieces with its sign."""
    return number_text(pieces) if pieces <= 0 else f"+{number_text(pieces)}"


class StockWords(QObject):
    """Says what the counter shows."""

    def variant(self, row: VariantRow) -> str:
        """The options of a variant, its SKU if it has none; for all together, so many."""
        if not row.sku:
            return self.tr("All variants")
        return " / ".join(row.options) or row.sku

    def state(self, row: VariantRow) -> str:
        """The word of a state."""
        if row.stopped:
            return self.tr("STOPPED")
        return {
            StockState.UNCOUNTED: self.tr("not counted"),
            StockState.ENOUGH: "",
            StockState.LOW: self.tr("LOW"),
            StockState.SOLD_OUT: self.tr("SOLD OUT"),
        }[row.state]

    def asked(self, asked: Asked) -> str:
        """A number's name."""
        return {
            Asked.AVAILABLE: self.tr("available"),
            Asked.RESERVED: self.tr("reserved"),
            Asked.COMMITTED: self.tr("committed"),
            Asked.ON_HAND: self.tr("on hand"),
            Asked.WAITING: self.tr("waiting"),
        }[asked]

    def place(self, rank: int) -> str:
        """A place among those who wait."""
        return self.tr("number {0}").format(number_text(rank))

    def given(self, given: Given, available: int | None) -> str:
        """How much of what was released has been taken, what can still be claimed, and how many there really are."""
        if given.released is None:
            return ""
        words = self.tr("{released} released, {taken} taken, {room} to claim now; {available} there are")
        numbers = {"released": given.released, "taken": given.taken, "room": given.room, "available": available or 0}
        return words.format(**{name: number_text(pieces) for name, pieces in numbers.items()})

    def fenced(self, given: Given, available: int | None) -> str:
        """What is kept for this show's claims, and how much of that is not there."""
        if not given.fenced:
            return ""
        words = self.tr("{fenced} for this show, {left} of them still to come").format(
            fenced=number_text(given.fenced), left=number_text(given.fence)
        )
        short = given.fence - max(0, available or 0)
        return f"{words}; {self.tr('{0} missing').format(number_text(short))}" if short > 0 else words

    def kind(self, kind: str) -> str:
        """A movement's word."""
        return {
            MovementKind.OPENING: self.tr("opened"),
            MovementKind.ADJUST: self.tr("adjusted"),
            MovementKind.COUNT: self.tr("counted"),
            MovementKind.UNDO: self.tr("undone"),
            MovementKind.HOLD: self.tr("held"),
            MovementKind.RELEASE: self.tr("released"),
            MovementKind.ORDER: self.tr("ordered"),
            MovementKind.CANCEL: self.tr("cancelled"),
            MovementKind.SHIP: self.tr("shipped"),
            MovementKind.RETURN: self.tr("returned"),
            HELD: self.tr("claim"),
            ORDERED: self.tr("order"),
            WAITS: self.tr("claim"),
            BY_HAND: self.tr("held by hand"),
        }[kind]

    def actor(self, line: StoryLine) -> str:
        """Who did it."""
        if not line.role:
            return line.actor
        roles = {Role.SHOP: self.tr("shop"), Role.VIEWER: self.tr("viewer"), Role.DESK: self.tr("desk")}
        return line.actor or roles.get(Role(line.role), line.role)

    def time(self, at: datetime, now: datetime) -> str:
        """The time of day; of another day, with the date."""
        local = at.astimezone()
        if local.date() == now.astimezone().date():
            return clock_text(at)
        day = QDate(local.year, local.month, local.day)
        return f"{QLocale().toString(day, QLocale.FormatType.ShortFormat)} {clock_text(at)}"

    def undo(self, move: Move | None) -> str:
        """What Undo would take back."""
        if move is None:
            return self.tr("Nothing to undo")
        return self.tr("Undo {delta} {sku}: {reason}").format(
            delta=signed_number(move.delta), sku=move.sku, reason=move.reason
        )

    def finding(self, finding: Finding, stock: PinnedStock) -> str:
        """What does not add up."""
        row = next((row for row in stock.rows if row.sku == finding.subject), None)
        name = self.variant(row) if row else stock.product.title
        match finding.kind:
            case FindingKind.OVERSOLD:
                return self._oversold(name, finding.ours if row is None or row.available is None else row.available)
            case FindingKind.STOCK_DIFFERS:
                text = self.tr("{name}: the shop counted {theirs} on hand, we had {ours}.")
            case FindingKind.PRODUCT_DIFFERS:
                return self.tr("The shop changed this product: {what}.").format(what=self._changed(finding, stock))
            case FindingKind.UNKNOWN_SKU:
                text = self.tr("{name} was sold but has never been counted here.")
            case FindingKind.FENCE_EATEN:
                text = self.tr("{name}: an order took of the {ours} kept for this show; {theirs} are left.")
            case FindingKind.REFUNDED_NOT_CANCELLED:
                text = self.tr("{name}: the money went back, the pieces are still promised.")
        return text.format(name=name, theirs=number_text(finding.theirs), ours=number_text(abs(finding.ours)))

    def _oversold(self, name: str, available: int) -> str:
        """By how much now."""
        if available >= 0:
            return self.tr("{name} was oversold. There is enough again.").format(name=name)
        return self.tr("{name} is oversold by {ours}.").format(name=name, ours=number_text(-available))

    def _changed(self, finding: Finding, stock: PinnedStock) -> str:
        offer = finding.offer
        if offer is None or not offer.variants:
            return self.tr("see the shop")
        old, new = stock.product.variants[0].price, offer.variants[0].price
        if old != new:
            return f"{money_text(old)} → {money_text(new)}"
        return f"“{offer.title}”" if offer.title != stock.product.title else self.tr("its details")
