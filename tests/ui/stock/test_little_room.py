"""Where there is little room, what is left stays in view: all else gives way."""

import pytest

from console.domain.commands import SetLimits
from console.ui.stock.buttons import Buttons
from console.ui.stock.panel import StockPanel
from tests.ui.conftest import FakeActs


@pytest.mark.parametrize(("height", "buttons"), [(600, True), (250, True), (249, False)])
def test_the_buttons_give_way_to_the_number(panel: StockPanel, height: int, *, buttons: bool) -> None:
    panel.body.resize(460, height)
    row = panel.body.findChild(Buttons)
    assert isinstance(row, Buttons)
    assert row.isVisibleTo(panel.body) is buttons


def test_the_last_buttons_give_way_in_a_narrow_column(panel: StockPanel) -> None:
    row = panel.body.findChild(Buttons)
    assert isinstance(row, Buttons)
    every = [button.sizeHint().width() + 4 for button in row._buttons]
    for shown in range(3, len(every) + 1):
        row.resize(sum(every[:shown]), row.height())
        assert [button.isVisibleTo(row) for button in row._buttons] == [at < shown for at in range(len(every))]
    assert row.minimumSizeHint().width() == sum(every[:3])


def test_the_age_of_the_number_stands_in_place_of_its_word(panel: StockPanel, acts: FakeActs) -> None:
    acts.line.decide(SetLimits("SHIRT-WHITE-S", 4))
    acts.settle()
    left = panel.body.left
    panel.body.tell_age("orders since 19:00 may be missing")
    assert (left.aged.isVisible(), left.word.isVisible()) == (True, False)
    panel.body.tell_age("")
    assert (left.aged.isVisible(), left.word.isVisible()) == (False, True)
    assert left.word.value == "available, 4 kept back"
