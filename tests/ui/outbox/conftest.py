"""A linked shop, and errands for it that stand where a test wants them."""

from collections.abc import Callable

import pytest

from console.domain.commands import (
    AdjustStock,
    DoubtErrand,
    ImportCatalogue,
    LinkShop,
    RejectErrand,
    SeeOrders,
    SendErrand,
    SetConnection,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.outbox import ErrandState, Outgoing, Prepared
from tests.ui.conftest import EVENING, FakeLine

SKU = "SHIRT-WHITE-M"
Queued = Callable[..., Outgoing]


@pytest.fixture
def linked(line: FakeLine) -> FakeLine:
    """The same desk with a shop that it counts with."""
    line.decide(SetConnection(Connection("shop", ConnectionKind.SHOP, "vendure+https://shop.example")))
    goods = ImportCatalogue("shop", "0" * 64, "shop", (), ())
    line.decide(LinkShop(goods, SeeOrders("shop", (), (), "", EVENING)))
    line.asked.clear()
    return line


@pytest.fixture
def queue(linked: FakeLine) -> Queued:
    """Take pieces off the shelf, and have the errand of it stand in a state."""

    def queued(state: ErrandState = ErrandState.PENDING, delta: int = -3, title: str = "", sku: str = SKU) -> Outgoing:
        known = set(linked.show.outbox)
        linked.decide(AdjustStock(sku, delta, "broken"))
        (number,) = set(linked.show.outbox) - known
        if state in {ErrandState.SENT, ErrandState.UNKNOWN}:
            linked.decide(SendErrand(number, Prepared("request", "seen")))
        if state is ErrandState.UNKNOWN:
            linked.decide(DoubtErrand(number, title))
        if state is ErrandState.REJECTED:
            linked.decide(RejectErrand(number, title or "The shop said no", "Look at the shop."))
        linked.asked.clear()
        outgoing = linked.show.outbox.get(number)
        assert outgoing is not None
        return outgoing

    return queued
