"""The counter's parts are made when something is pinned, and then tell what was told before."""

import pytest
from pytestqt.qtbot import QtBot

from console.domain.commands import Pin
from console.ui.stock.body import Body
from console.ui.stock.panel import StockPanel
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, NoPictures


@pytest.fixture
def bare(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> StockPanel:
    """A counter without anything pinned."""
    made = StockPanel(acts, look, NoPictures(), acts.line.clock)
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_anything_pinned_only_the_words_for_it_are_made(bare: StockPanel) -> None:
    assert bare.findChildren(Body) == []
    bare.prepare()
    assert len(bare.findChildren(Body)) == 1
    assert not bare.body.isVisible()


def test_what_was_told_of_the_age_is_shown_with_the_first_item(bare: StockPanel, acts: FakeActs) -> None:
    bare.tell_age("orders since 19:00 may be missing")
    assert bare.findChildren(Body) == []
    acts.line.decide(Pin(acts.line.show.queue[0].id))
    acts.settle()
    assert bare.body.isVisible()
    assert bare.body.left.aged.isVisible()
    assert bare.body.headline.title.value == "Linen shirt 亚麻衬衫"
