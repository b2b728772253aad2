"""The queue: order, codes and the pin."""

from typing import assert_never

from console.domain.changes import (
    AiredDespite,
    Change,
    CodeSet,
    ItemMoved,
    PinLoopSet,
    Pinned,
    Queued,
    RoleSet,
    Unpinned,
    Unqueued,
)
from console.domain.commands import MoveItem, Pin, QueueProducts, RemoveItem, RestoreItem, SetCode, SetRole, Unpin
from console.domain.decide.decision import Decision, too_long
from console.domain.gates import Gate, gates
from console.domain.outcomes import CodeTaken, Done, InUse, Invalid, MayNotAir, Missing
from console.domain.queue import MOST_CODE, QueueItem, next_code
from console.domain.rules import Rule
from console.domain.show import Show
from console.domain.stock import MOST_REASON


def decide_queue(
    show: Show, command: QueueProducts | RemoveItem | RestoreItem | MoveItem | SetCode | SetRole | Pin | Unpin
) -> Decision:
    """Change the queue."""
    match command:
        case QueueProducts(products=products):
            return queue_products(show, products)
        case RestoreItem(item=item, at=at):
            return restore_item(show, item, at)
        case Unpin():
            return Decision(Done(), (*unpinned(show), *unlooped(show)))
        case RemoveItem() | MoveItem() | SetCode() | SetRole() | Pin():
            if show.item(command.item) is None:
                return Decision(Missing("item", str(command.item)))
            return decide_item(show, command)
        case _:
            assert_never(command)


def decide_item(show: Show, command: RemoveItem | MoveItem | SetCode | SetRole | Pin) -> Decision:
    """Change something about an item that is there."""
    match command:
        case RemoveItem(item=item):
            return Decision(InUse("pinned")) if show.pinned == item else Decision(Done(), (Unqueued(item),))
        case MoveItem(item=item, to=to):
            return move_item(show, item, to)
        case SetCode(item=item, code=code):
            return set_code(show, item, code.strip())
        case SetRole(item=item, role=role):
            same = any(each.id == item and each.role is role for each in show.queue)
            return Decision(Done(), () if same else (RoleSet(item, role),))
        case Pin(item=item, despite=despite):
            return pin(show, item, despite)
        case _:
            assert_never(command)


def queue_products(show: Show, products: tuple[str, ...]) -> Decision:
    """Put products that are not in the queue yet at its end."""
    unknown = next((product for product in products if product not in show.products), None)
    if unknown is not None:
        return Decision(Missing("product", unknown))
    queue = list(show.queue)
    changes: list[Change] = []
    for product in dict.fromkeys(products):
        if any(item.product == product for item in queue):
            continue
        item = QueueItem(show.serial + len(changes) + 1, next_code(queue), product)
        queue.append(item)
        changes.append(Queued(item, show.products[product]))
    return Decision(Done(), tuple(changes))


def restore_item(show: Show, item: QueueItem, at: int) -> Decision:
    """Put an item back where it was, unless its number, its code or its product is there again."""
    product = show.products.get(item.product)
    if product is None:
        return Decision(Missing("product", item.product))
    if item.id > show.serial or show.item(item.id) or show.item_of(item.product):
        return Decision(InUse("queued"))
    if any(each.code.casefold() == item.code.casefold() for each in show.queue):
        return Decision(CodeTaken(item.code))
    last = len(show.queue)
    moved = (ItemMoved(item.id, max(0, at)),) if at < last else ()
    return Decision(Done(), (Queued(item, product), *moved))


def move_item(show: Show, item: int, to: int) -> Decision:
    """Put an item elsewhere; a position beyond the ends is the end."""
    to = max(0, min(to, len(show.queue) - 1))
    if show.queue[to].id == item:
        return Decision(Done())
    return Decision(Done(), (ItemMoved(item, to),))


def set_code(show: Show, item: int, code: str) -> Decision:
    """Give an item a code that no other item has."""
    if not code or len(code) > MOST_CODE or any(letter.isspace() for letter in code):
        return Decision(Invalid("code", Rule.CODE, (MOST_CODE,)))
    for each in show.queue:
        if each.code.casefold() == code.casefold() and each.id != item:
            return Decision(CodeTaken(code))
    same = any(each.id == item and each.code == code for each in show.queue)
    return Decision(Done(), () if same else (CodeSet(item, code),))


def unpinned(show: Show) -> tuple[Change, ...]:
    """The end of what is being explained."""
    return () if show.pinned is None else (Unpinned(show.pinned),)


def unlooped(show: Show) -> tuple[Change, ...]:
    """The end of the loop: who stops explaining does not want it to go on by itself."""
    return (PinLoopSet((), show.loop.every),) if show.loop.items else ()


def pin(show: Show, number: int, despite: str) -> Decision:
    """Explain an item, if it may air."""
    item = show.item(number)
    product = show.products.get(item.product) if item else None
    if product is None or show.pinned == number:
        return Decision(Done(), pinned(show, number))
    return let_air(product.title, gates(show, product), despite, pinned(show, number))


def let_air(name: str, found: tuple[Gate, ...], despite: str, changes: tuple[Change, ...]) -> Decision:
    """These changes, if nothing stands against them or a person says why they are made all the same."""
    if not found:
        return Decision(Done(), changes)
    if invalid := too_long(reason=(despite, MOST_REASON)):
        return Decision(invalid)
    if not despite.strip():
        return Decision(MayNotAir(name, found))
    return Decision(Done(), (AiredDespite(name, found, despite.strip()), *changes))


def pinned(show: Show, item: int) -> tuple[Change, ...]:
    """An item explained from now on, in place of the one before."""
    return () if show.pinned == item else (*unpinned(show), Pinned(item))
