"""Errands, folded: what is open and what is in the tray is kept in memory."""

from datetime import datetime

from msgspec.structs import replace

from console.domain.changes import (
    ErrandDone,
    ErrandDoubted,
    ErrandQueued,
    ErrandRejected,
    ErrandSent,
    ErrandSettled,
    SendingResumed,
)
from console.domain.outbox import Errand, ErrandState, Outgoing
from console.domain.show import Show
from console.domain.stock import Move


def apply_outbox(
    show: Show,
    change: ErrandQueued | ErrandSent | ErrandDoubted | ErrandDone | ErrandRejected | ErrandSettled | SendingResumed,
    at: datetime,
) -> Show:
    """The show after an errand was queued or went a step on."""
    match change:
        case ErrandQueued(errand=errand):
            after = kept(show, Outgoing(errand, at))
        case ErrandSent(errand=number, prepared=prepared):
            sent = replace(show.outbox[number], state=ErrandState.SENT, sent_at=at, prepared=prepared)
            after = kept(show, sent)
        case ErrandDoubted(errand=number, title=title):
            after = kept(show, replace(show.outbox[number], state=ErrandState.UNKNOWN, title=title))
        case ErrandRejected(errand=number, title=title, next_step=step):
            rejected = replace(show.outbox[number], state=ErrandState.REJECTED, title=title, next_step=step)
            after = kept(show, rejected)
        case ErrandSettled(errand=number, left=True):
            errand = show.outbox[number].errand
            after = replace(show, outbox=show.outbox.remove(number), moves=left_undone(show.moves, errand))
        case ErrandDone(errand=number) | ErrandSettled(errand=number):
            after = replace(show, outbox=show.outbox.remove(number))
        case SendingResumed():
            after = replace(show, held=False)
    return after


def left_undone(moves: tuple[Move, ...], errand: Errand) -> tuple[Move, ...]:
    """The moves, of which the one that the errand tells of did not come to its shop."""
    return tuple(
        replace(each, untold=tuple(sorted({*each.untold, errand.shop}))) if each.id == errand.cause else each
        for each in moves
    )


def kept(show: Show, outgoing: Outgoing) -> Show:
    """The show with the errand as it stands now; its number is not given again."""
    number = outgoing.errand.id
    return replace(show, outbox=show.outbox.insert(number, outgoing), serial=max(show.serial, number))
