"""Stock kept the simple way: what people did, plus what each order says of itself."""

from console.domain.commands import AdjustStock, Command, CountStock, HoldStock, ReleaseStock, UndoMove
from console.domain.orders import OrderSnapshot
from console.domain.outcomes import Adjusted, NotEnough, Outcome
from console.domain.stock import Level


class Ledger:
    """What the numbers of each SKU must be, worked out anew whenever they are asked for."""

    def __init__(self) -> None:
        self.on_hand: dict[str, int] = {}
        self.reserved: dict[str, int] = {}
        self.opened: set[str] = set()
        self.orders: dict[str, OrderSnapshot] = {}
        self.moves: dict[int, tuple[dict[str, int], str, int]] = {}

    def skus(self) -> set[str]:
        """Every SKU that has numbers."""
        lines = {line.sku for order in self.orders.values() for line in order.lines if line.placed}
        return self.opened | lines

    def level(self, sku: str) -> Level:
        """The numbers of a SKU."""
        lines = [line for order in self.orders.values() for line in order.lines if line.sku == sku]
        away = sum(line.shipped - line.returned for line in lines)
        promised = sum(line.committed for line in lines)
        return Level(self.on_hand.get(sku, 0) - away, self.reserved.get(sku, 0), promised, opened=sku in self.opened)

    def open(self, sku: str, pieces: int) -> None:
        """Take in a first quantity; later ones count for nothing."""
        if sku not in self.opened:
            self.opened.add(sku)
            self.on_hand[sku] = self.on_hand.get(sku, 0) + pieces

    def see(self, orders: tuple[OrderSnapshot, ...]) -> None:
        """Take in what is newer of a page."""
        for order in sorted(orders, key=lambda each: each.version):
            known = self.orders.get(order.ref)
            if known is None or order.version > known.version:
                self.orders[order.ref] = order

    def did(self, command: Command, outcome: Outcome) -> None:
        """Take in a person's command that went well, and check its answer; a refusal must have had its reason."""
        match outcome:
            case Adjusted(sku=sku):
                before = self.level(sku)
                self._move(command, outcome)
                assert outcome.level == self.level(sku)
                assert outcome.level.available >= min(0, before.available)
            case NotEnough(sku=sku, available=available):
                assert available == max(0, self.level(sku).available)
            case _:
                return

    def _move(self, command: Command, outcome: Adjusted) -> None:
        match command:
            case AdjustStock(sku=sku, delta=delta):
                column, pieces = self.on_hand, delta
            case CountStock(sku=sku, counted=counted):
                column, pieces = self.on_hand, counted - self.level(sku).on_hand
            case HoldStock(sku=sku, quantity=quantity):
                column, pieces = self.reserved, quantity
            case ReleaseStock(sku=sku, quantity=quantity):
                column, pieces = self.reserved, -quantity
            case UndoMove(move=move):
                column, sku, done = self.moves.pop(move)
                pieces = -done
            case _:
                raise AssertionError(command)
        column[sku] = column.get(sku, 0) + pieces
        if not isinstance(command, UndoMove):
            self.moves[outcome.move] = (column, sku, pieces)
