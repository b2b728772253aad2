"""What a trial found, and what a removal leaves behind, in words."""

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from console.domain.connections import Connection, ConnectionKind
from console.domain.health import Check, State, of_clock
from console.domain.show import Show
from console.domain.trials import RoomJoined, ShopFound, TrialFailed, Verdict
from console.ui.words.times import age_text

_NAME = "trial"


def verdict_check(verdict: Verdict, now: datetime) -> Check:
    """What a trial found: whether it is good, and what to do."""
    match verdict:
        case ShopFound():
            return _shop(verdict, now)
        case RoomJoined(said_at=None):
            words = _tr("Joined. Nobody has spoken yet.")
            return Check(_NAME, State.OK, words, _tr("If people talk there now, check the room's name."))
        case RoomJoined(said_at=said_at):
            age = age_text(now - said_at) if said_at else ""
            return Check(_NAME, State.OK, _tr("Joined. The last line is {age} old.").format(age=age))
        case TrialFailed(title=title, next_step=step):
            return Check(_NAME, State.BAD, title.rstrip(".") + ".", step)
        case _:
            assert_never(verdict)


def _shop(found: ShopFound, now: datetime) -> Check:
    if found.currency != found.wanted:
        words = _tr("{name} sells in {theirs}, this show in {ours}.")
        step = _tr("Connect another shop, or begin a show in the shop's currency.")
        return Check(_NAME, State.BAD, words.format(name=found.name, theirs=found.currency, ours=found.wanted), step)
    parts = [_tr("Signed in at {name}, {currency}").format(name=found.name, currency=found.currency)]
    if found.products is not None:
        parts.append(_tr("{n} products").format(n=QLocale().toString(found.products)))
    if not found.drafts:
        parts.append(_tr("it cannot take the orders of claims"))
        step = _tr("Have the custom field clientKey (string, unique) added to the shop's orders.")
        return Check(_NAME, State.ATTENTION, ", ".join(parts) + ".", step)
    clock = of_clock(_tr("the shop"), now, now + found.ahead) if found.ahead is not None else None
    if clock:
        parts.append(_tr("the clock {words}").format(words=clock.words))
    state, step = (clock.state, clock.next_step) if clock else (State.OK, "")
    return Check(_NAME, state, ", ".join(parts) + ".", step)


def left_behind(connection: Connection, show: Show) -> str:
    """What stays when a connection is removed."""
    if connection.kind is ConnectionKind.CHAT:
        return _tr("What was said there stays in the file; nothing more is heard.")
    orders = sum(each.snapshot.shop == connection.name and not each.final for each in show.orders.values())
    errands = sum(each.errand.shop == connection.name for each in show.open_errands)
    told = [_tr("Its orders and numbers stay in the file, its password in the keyring; nothing more is heard of it.")]
    if orders:
        told.append(
            _tr("{n} of its orders are still open: their shipping and cancelling will not be seen.").format(n=orders)
        )
    if errands:
        told.append(_tr("{n} errands for it wait and will not be done.").format(n=errands))
    return " ".join(told)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Connections", text)
