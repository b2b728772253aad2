"""Vendure's session as errands use it: only the shop's own no to a request is a no."""

from collections.abc import Mapping
from typing import TypeVar

from console.desk.ports import Concluded, ShopError, ShopRefused, ShopUnreachable
from console.shop.refusals import Faulted, NotAllowed, NotUnderstood
from console.shop.vendure_session import VendureSession

MARK = "Cuedesk"
NOT_SOLD = Concluded("not sold there")
ALREADY = Concluded("already so")
MOST_VARIANTS = 100

T = TypeVar("T")


class OutLine:
    """Asks and changes. Raises ShopRefused for the shop's no, after which nothing has changed.

    What only the line, the address or another version refuses is an outage: the errand can wait for its end. What the
    user has no right to is a no: other errands may go on.
    """

    def __init__(self, session: VendureSession) -> None:
        self._session = session

    async def ask(self, document: str, kind: type[T], variables: Mapping[str, object]) -> T:
        """The answer to a question."""
        try:
            return (await self._session.ask(document, kind, variables)).answer
        except NotAllowed as error:
            raise _refusal(error) from error
        except ShopRefused as error:
            raise _outage(error) from error

    async def ask_if_known(self, document: str, kind: type[T], variables: Mapping[str, object]) -> T | None:
        """The answer to a question, or None where this shop does not know what is asked about."""
        try:
            return (await self._session.ask(document, kind, variables)).answer
        except NotUnderstood:
            return None
        except NotAllowed as error:
            raise _refusal(error) from error
        except ShopRefused as error:
            raise _outage(error) from error

    async def send(self, request: str, kind: type[T]) -> T:
        """The answer to a change, which is sent exactly so."""
        try:
            return (await self._session.send(request, kind)).answer
        except NotAllowed as error:
            raise (_refusal(error) if error.nothing_done else _outage(error)) from error
        except Faulted as error:
            if error.nothing_done:
                raise
            raise _outage(error) from error
        except ShopRefused as error:
            raise _outage(error) from error


def mark(key: str) -> str:
    """How an errand is named in the shop's own records."""
    return f"{MARK} {key}"


def of_sku(sku: str) -> dict[str, object]:
    """The variables of a question about the variants of a SKU; some databases overlook a difference of case."""
    return {"options": {"take": MOST_VARIANTS, "filter": {"sku": {"eq": sku}}}}


def _refusal(error: ShopError) -> ShopRefused:
    return ShopRefused(error.title, error.next_step, nothing_done=error.nothing_done)


def _outage(error: ShopError) -> ShopUnreachable:
    return ShopUnreachable(error.title, error.next_step, nothing_done=error.nothing_done)
