"""Errands: one row each for good, which only goes forwards."""

from console.domain.changes import (
    ErrandDone,
    ErrandDoubted,
    ErrandQueued,
    ErrandRejected,
    ErrandSent,
    ErrandSettled,
    SendingResumed,
)
from console.domain.outbox import Errand
from console.storage.rows.gathered import Gathered
from console.storage.rows.place import Place

QUEUED = """INSERT INTO outbox (id, shop, key, body, again, turn, cause, undoes, queued_at, state)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')"""
SENT = "UPDATE outbox SET state = 'sent', sent_at = ?, request = ?, seen = ? WHERE id = ?"
DOUBTED = "UPDATE outbox SET state = 'unknown', title = ? WHERE id = ?"
DONE = "UPDATE outbox SET state = 'done', answer = ?, open = 0 WHERE id = ?"
REJECTED = "UPDATE outbox SET state = 'rejected', title = ?, next_step = ? WHERE id = ?"
SETTLED = "UPDATE outbox SET open = 0, was_left = ? WHERE id = ?"


def write_errand(
    gathered: Gathered,
    change: ErrandQueued | ErrandSent | ErrandDoubted | ErrandDone | ErrandRejected | ErrandSettled | SendingResumed,
    place: Place,
) -> None:
    """Bring the outbox up to date; a batch may go on with what it has just queued."""
    if isinstance(change, ErrandQueued):
        gathered.add(QUEUED, (*columns(change.errand), place.at))
        return
    gathered.write(QUEUED)
    run = gathered.connection.execute
    match change:
        case ErrandSent(errand=number, prepared=prepared):
            run(SENT, (place.at, prepared.request, prepared.seen, number))
        case ErrandDoubted(errand=number, title=title):
            run(DOUBTED, (title, number))
        case ErrandDone(errand=number, answer=answer):
            run(DONE, (answer, number))
        case ErrandRejected(errand=number, title=title, next_step=step):
            run(REJECTED, (title, step, number))
        case ErrandSettled(errand=number, left=left):
            run(SETTLED, (left, number))
        case SendingResumed():
            run("INSERT INTO releases VALUES (?, ?)", (place.origin, place.at))


def columns(errand: Errand) -> tuple[object, ...]:
    """What an errand is, as it stays."""
    return (errand.id, errand.shop, errand.key, errand.body, errand.again, errand.turn, errand.cause, errand.undoes)
