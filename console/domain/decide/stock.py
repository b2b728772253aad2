"""Stock by a person: deltas, counts, holds, and their undoing."""

from typing import assert_never

from msgspec.structs import replace

from console.domain.changes import Change, LimitsSet, StockMoved
from console.domain.commands import AdjustStock, CountStock, HoldStock, ReleaseStock, SetLimits, UndoMove
from console.domain.decide.decision import Decision, too_long
from console.domain.decide.errands import made_good, of_movements, told
from console.domain.outcomes import (
    Adjusted,
    CountedMeanwhile,
    Done,
    Invalid,
    Missing,
    NotEnough,
    UnknownSku,
)
from console.domain.rules import Rule
from console.domain.show import Show
from console.domain.stock import MOST, MOST_REASON, Counter, Level, Move, Movement, MovementKind, moved


def decide_stock(
    show: Show, command: AdjustStock | CountStock | UndoMove | HoldStock | ReleaseStock | SetLimits
) -> Decision:
    """Move stock, or refuse what would promise pieces that are not there."""
    match command:
        case AdjustStock(sku=sku, delta=delta, reason=reason):
            return shift(show, Movement(sku, Counter.ON_HAND, MovementKind.ADJUST, delta, reason))
        case CountStock():
            return count(show, command)
        case HoldStock(sku=sku, quantity=quantity, reason=reason):
            return hold(show, sku, Movement(sku, Counter.RESERVED, MovementKind.HOLD, quantity, reason))
        case ReleaseStock(sku=sku, quantity=quantity, reason=reason):
            return hold(show, sku, Movement(sku, Counter.RESERVED, MovementKind.RELEASE, -quantity, reason))
        case UndoMove(move=move):
            return undo(show, move)
        case SetLimits():
            return set_limits(show, command)
        case _:
            assert_never(command)


def shift(show: Show, movement: Movement, undone: Move | None = None) -> Decision:
    """Make one movement, if its SKU is known and nothing promised would go missing."""
    level = show.stock.get(movement.sku)
    if level is None:
        return Decision(UnknownSku(movement.sku))
    if invalid := problem(movement, level):
        return Decision(invalid)
    after = moved(level, movement)
    if after.available < min(0, level.available) or after.on_hand < min(0, level.on_hand) or after.reserved < 0:
        return Decision(NotEnough(movement.sku, max(0, level.available)))
    move = show.serial + 1
    moving = StockMoved(move, (movement,), undone.id if undone else 0)
    return Decision(Adjusted(movement.sku, after, move), (moving, *to_shops(show, movement, move, undone)))


def to_shops(show: Show, movement: Movement, move: int, undone: Move | None) -> tuple[Change, ...]:
    """What shops are told of a movement; of an undoing, no more than what they need."""
    tasks = of_movements((movement,))
    if undone is None:
        return told(show, tasks, move, move)
    return tuple(change for task in tasks for change in made_good(show, undone, move, task))


def problem(movement: Movement, level: Level) -> Invalid | None:
    """What is wrong with a movement in itself."""
    if movement.delta == 0:
        return Invalid("delta", Rule.NO_CHANGE)
    if abs(movement.delta) > MOST or moved(level, movement).on_hand > MOST:
        return Invalid("delta", Rule.PIECES_UP_TO, (MOST,))
    if not movement.reason.strip():
        return Invalid("reason", Rule.SAY_WHY)
    return too_long(reason=(movement.reason, MOST_REASON))


def count(show: Show, command: CountStock) -> Decision:
    """Set the number on hand, if it is still what the person saw."""
    level = show.stock.get(command.sku)
    if level is None:
        return Decision(UnknownSku(command.sku))
    if level.on_hand != command.seen:
        return Decision(CountedMeanwhile(command.sku, command.seen, level.on_hand))
    if not 0 <= command.counted <= MOST:
        return Decision(Invalid("counted", Rule.PIECES, (MOST,)))
    delta = command.counted - level.on_hand
    if delta == 0:
        return Decision(Done())
    return shift(show, Movement(command.sku, Counter.ON_HAND, MovementKind.COUNT, delta, command.reason))


def hold(show: Show, sku: str, movement: Movement) -> Decision:
    """Reserve or release: a positive number of pieces, and never more released than reserved."""
    quantity = abs(movement.delta)
    if (movement.kind is MovementKind.HOLD) != (movement.delta > 0):
        return Decision(Invalid("quantity", Rule.PIECES_POSITIVE))
    level = show.stock.get(sku)
    if level and movement.kind is MovementKind.RELEASE and level.reserved < quantity:
        return Decision(Invalid("quantity", Rule.RESERVED, (level.reserved,)))
    if level and movement.kind is MovementKind.HOLD:
        free = level.available - show.claims.fence(sku)
        if quantity > free:
            return Decision(NotEnough(sku, max(0, free)))
    return shift(show, movement)


def undo(show: Show, move: int) -> Decision:
    """Make the opposite movement of a person's, once."""
    done = next((each for each in show.moves if each.id == move), None)
    if done is None or done.undone:
        return Decision(Missing("move", str(move)))
    level = show.stock.get(done.sku)
    if level is None:
        return Decision(UnknownSku(done.sku))
    movement = Movement(
        done.sku, done.counter, MovementKind.UNDO, -done.delta, f"undo: {done.reason}"[:MOST_REASON], f"move {move}"
    )
    return shift(show, movement, done)


def set_limits(show: Show, command: SetLimits) -> Decision:
    """Keep pieces back, unless they are promised already, and name the number at which they are low."""
    level = show.stock.get(command.sku)
    if level is None:
        return Decision(UnknownSku(command.sku))
    for field, pieces in (("buffer", command.buffer), ("low", command.low or 0)):
        if not 0 <= pieces <= MOST:
            return Decision(Invalid(field, Rule.PIECES, (MOST,)))
    after = replace(level, buffer=command.buffer, low=command.low)
    if after.available < min(0, level.available):
        return Decision(NotEnough(command.sku, max(0, level.available + level.buffer)))
    return Decision(Done(), () if after == level else (LimitsSet(command.sku, command.buffer, command.low),))
