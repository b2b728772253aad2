"""One errand, taken as far as it goes now: prepared, put on record, sent once; looked up where its end is unknown."""

import asyncio
from collections.abc import Awaitable, Callable

from console.desk.ports import Concluded, NotThere, ShopError, ShopOut, ShopRefused, Unclear
from console.domain.commands import Command, DoubtErrand, FinishErrand, RejectErrand, SendErrand
from console.domain.outbox import Errand, ErrandState, Outgoing, Prepared
from console.domain.outcomes import Done, Outcome

INTERRUPTED = "The console ended before the shop had answered."
LOST = "It did not arrive at the shop."
ANEW = "It is tried again by itself."
LOOK = "Look at the shop, then try again or leave it."


class Carrier:
    """Carries errands to one shop. Whatever the shop answers, an errand is sent at most once.

    What may have arrived is looked up, and tried again under another key only when two looks, `apart` by so many
    seconds, found nothing: a request may still be on its way. Doubt goes to a person. `ask` raises ShopError if the
    desk cannot save. `later` holds when an errand may be looked up again, by the loop's time.
    """

    def __init__(self, shop: ShopOut, ask: Callable[[Command], Awaitable[Outcome]], apart: float) -> None:
        self._shop = shop
        self._ask = ask
        self._apart = apart
        self.later: dict[int, float] = {}

    async def carry(self, outgoing: Outgoing) -> None:
        """Take the errand one step on. Raises ShopError if the shop is to be left alone for a while."""
        errand = outgoing.errand
        match outgoing:
            case Outgoing(state=ErrandState.PENDING):
                await self._begin(errand)
            case Outgoing(state=ErrandState.SENT):
                await self._ask(DoubtErrand(errand.id, INTERRUPTED))
            case Outgoing(state=ErrandState.UNKNOWN, prepared=Prepared() as prepared):
                await self._look(errand, prepared)

    async def _begin(self, errand: Errand) -> None:
        """Prepare; then send, if that is on record."""
        try:
            prepared = await self._shop.prepare(errand)
        except ShopRefused as error:
            await self._reject(errand, error.title, error.next_step)
        except ShopError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours must not stop the others: nothing was sent
            await self._reject(errand, f"It could not be prepared ({type(error).__name__}).", LOOK)
        else:
            if isinstance(prepared, Concluded):
                await self._finish(errand, prepared)
            elif await self._ask(SendErrand(errand.id, prepared)) == Done():
                await self._send(errand, prepared)

    async def _send(self, errand: Errand, prepared: Prepared) -> None:
        """Send once; anything but a clear answer leaves it unknown, unless it is certain that nothing was done."""
        try:
            concluded = await self._shop.send(errand, prepared)
        except ShopRefused as error:
            await self._reject(errand, error.title, error.next_step)
        except ShopError as error:
            if error.nothing_done:
                await self._reject(errand, error.title, ANEW, again=True)
            else:
                await self._ask(DoubtErrand(errand.id, error.title))
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, the request may have left
            await self._ask(DoubtErrand(errand.id, f"Sending failed ({type(error).__name__})."))
        else:
            await self._finish(errand, concluded)

    async def _look(self, errand: Errand, prepared: Prepared) -> None:
        """Find out from the shop's records what became of it."""
        try:
            found = await self._shop.probe(errand, prepared)
        except ShopRefused as error:
            found = Unclear(error.title, error.next_step)
        except ShopError:
            raise
        except Exception as error:  # noqa: BLE001 - a look-up that cannot be read tells nothing: a person has to look
            found = Unclear(f"It could not be looked up ({type(error).__name__}).", LOOK)
        match found:
            case Concluded():
                await self._finish(errand, found)
            case Unclear(title=title, next_step=step):
                await self._reject(errand, title, step)
            case NotThere():
                await self._not_there(errand)

    async def _not_there(self, errand: Errand) -> None:
        """Look again later; found missing twice, it is tried anew."""
        now = asyncio.get_running_loop().time()
        if errand.id not in self.later:
            self.later[errand.id] = now + self._apart
        elif self.later[errand.id] <= now:
            await self._reject(errand, LOST, ANEW, again=True)

    async def _finish(self, errand: Errand, concluded: Concluded) -> None:
        await self._ask(FinishErrand(errand.id, concluded.answer, concluded.made))
        self.later.pop(errand.id, None)

    async def _reject(self, errand: Errand, title: str, next_step: str, *, again: bool = False) -> None:
        await self._ask(RejectErrand(errand.id, title, next_step, again))
        self.later.pop(errand.id, None)
