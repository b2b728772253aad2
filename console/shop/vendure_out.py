"""What Vendure can be asked to do, one step for each kind of task."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import assert_never

from console.desk.ports import Concluded, Probe
from console.domain.claims.draft import DraftSeen
from console.domain.outbox import CancelTo, DraftTo, Errand, Prepared, PriceAt, RefundTo, StockBy
from console.shop.vendure_cancel_to import CancelStep
from console.shop.vendure_draft_to import DraftStep, draft_seen, find_drafts
from console.shop.vendure_out_line import OutLine
from console.shop.vendure_price_at import PriceStep
from console.shop.vendure_refund_to import RefundStep
from console.shop.vendure_session import VendureSession
from console.shop.vendure_stock_by import StockStep

Step = DraftStep | StockStep | CancelStep | RefundStep | PriceStep


class VendureOut:
    """The outbound half of a Vendure shop. `decimals` gives the decimal places of its amounts."""

    def __init__(self, session: VendureSession, decimals: Callable[[], Awaitable[int]]) -> None:
        self._line = OutLine(session)
        self._decimals = decimals
        self._making = asyncio.Lock()

    async def prepare(self, errand: Errand) -> Prepared | Concluded:
        """Read what the shop has now, and write the exact request."""
        return await self._step(errand).prepare()

    async def send(self, errand: Errand, prepared: Prepared) -> Concluded:
        """Send exactly that request, once."""
        return await self._step(errand).send(prepared)

    async def probe(self, errand: Errand, prepared: Prepared) -> Probe:
        """Whether it was carried out, by the shop's own records."""
        return await self._step(errand).probe(prepared)

    async def drafts(self, keys: Sequence[str]) -> list[DraftSeen]:
        """What these drafts, by our names, are now."""
        return [draft_seen(row) for row in await find_drafts(self._line, keys)]

    def _step(self, errand: Errand) -> Step:
        match errand.task:
            case StockBy() as task:
                return StockStep(self._line, task)
            case CancelTo() as task:
                return CancelStep(self._line, task, errand.key)
            case RefundTo() as task:
                return RefundStep(self._line, task, errand.key, self._decimals)
            case PriceAt() as task:
                return PriceStep(self._line, task, self._decimals)
            case DraftTo() as task:
                return DraftStep(self._line, task, self._making, again=errand.again > 0)
            case _ as never:
                assert_never(never)
