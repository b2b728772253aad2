"""A running show in which viewers claim, and the drawer of claims on it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from console.domain.claims.claim import Claim
from console.domain.claims.reading import Asked, Verdict
from console.domain.commands import FinishErrand, GoLive, SeeOrders
from console.domain.outbox import Made
from console.ui.claims.drawer import ClaimsDrawer
from console.ui.style.look import LiveLook
from tests.domain.claiming import claiming
from tests.domain.drafting import LINKED
from tests.domain.goods import NOON, SHOP
from tests.ui.conftest import FakeActs, FakeLine

SHIRT, MUG = "SHIRT-WHITE-M", "MUG-SLATE"
Said = Callable[..., Claim]


@pytest.fixture
def live(line: FakeLine) -> FakeLine:
    """The sample show on air."""
    line.decide(GoLive())
    line.asked.clear()
    return line


@pytest.fixture
def said(live: FakeLine) -> Said:
    """Have a viewer claim pieces of a SKU with a line."""

    def say(
        buyer: str = "mia", sku: str = SHIRT, pieces: int = 1, verdict: Verdict = Verdict.GRANT, name: str = ""
    ) -> Claim:
        known = set(live.show.claims.by_id)
        number = f"line {len(known)}"
        live.decide(claiming(number, buyer, Asked(sku, pieces), verdict=verdict, name=name))
        live.asked.clear()
        (new,) = set(live.show.claims.by_id) - known
        claim = live.show.claims.by_id.get(new)
        assert claim is not None
        return claim

    return say


@pytest.fixture
def drawer(qtbot: QtBot, acts: FakeActs, look: LiveLook, live: FakeLine) -> Iterator[ClaimsDrawer]:
    made = ClaimsDrawer(acts, look, live.clock)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made._model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(400, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)  # only then do keys arrive
    acts.settle()
    yield made
    made.hide()


def linked(line: FakeLine) -> None:
    """Link a shop, which takes the orders of claims."""
    line.decide(LINKED)
    line.decide(SeeOrders(SHOP, (), linked=NOON))


def drafted(line: FakeLine, code: str = "ABC123") -> None:
    """Have the shop make what it was asked to make."""
    for each in line.show.open_errands:
        line.decide(FinishErrand(each.errand.id, "drafted", Made("7", code)))
