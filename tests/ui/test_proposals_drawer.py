"""The list of what was proposed: the answer, and what came of it, as time goes on."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from console.domain.commands import AdjustStock, AnswerProposal, GoLive, ImportRundown, Propose, Take
from console.domain.rundown import Segment
from console.ui.proposals.drawer import ProposalsDrawer
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, FakeLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints


@pytest.fixture
def drawer(qtbot: QtBot, acts: FakeActs, look: LiveLook, line: FakeLine) -> Iterator[ProposalsDrawer]:
    rows = tuple(Segment(item.product, timedelta(minutes=5), products=(item.product,)) for item in line.show.queue[:2])
    for command in (ImportRundown("plan", "d", rows), GoLive(), Take()):
        line.decide(command)
    made = ProposalsDrawer(acts, look, line.clock)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made._model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(480, 640)
    made.show()
    acts.settle()
    yield made
    made.hide()


def told(drawer: ProposalsDrawer, acts: FakeActs) -> list[str]:
    acts.settle()
    return [drawer._model.index(row).data() for row in range(drawer._model.rowCount())]


def sell_out(line: FakeLine) -> None:
    """Nothing is left of what the live segment presents."""
    show = line.show
    segment = show.segment(show.live.segment) if show.live else None
    for product in segment.products if segment else ():
        for sku in show.products[product].skus:
            if (left := line.show.stock[sku].available) > 0:
                line.decide(AdjustStock(sku, -left, "gone"))


def test_nothing_was_proposed(drawer: ProposalsDrawer, acts: FakeActs) -> None:
    assert told(drawer, acts) == []
    assert drawer.what.accessibleName() == "Nothing was proposed in this show yet."


def test_a_proposal_is_told_with_its_answer_and_what_came(
    drawer: ProposalsDrawer, acts: FakeActs, line: FakeLine
) -> None:
    sell_out(line)
    line.decide(Propose())
    (waits,) = told(drawer, acts)
    assert "it is sold out. waits. foretold" in waits
    assert waits.count("not over yet") == 1
    line.now += timedelta(seconds=30)
    line.decide(AnswerProposal(1, accept=True))
    line.decide(Take())
    (done,) = told(drawer, acts)
    assert "it is sold out. done. foretold" in done
    assert ", was −" in done
    assert "sold" in done
    drawer.list.setCurrentIndex(drawer._model.index(0))
    assert drawer.came.accessibleName() in done
    assert drawer.numbers.accessibleName().startswith("0 a minute · 0 left")
