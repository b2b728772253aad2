"""Rows and targets have the size that a role needs, and what matters keeps its room on a small screen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyleOptionViewItem

from console.domain.chat import SourceState, SourceStatus
from console.domain.connections import ShopState, ShopStatus
from console.domain.status import FileState, FileStatus
from console.ui.layout.values import LayoutName
from console.ui.stock.buttons import Buttons
from console.ui.style.apply import apply_style
from console.ui.style.look import LiveLook
from console.ui.style.palette import Theme
from tests.ui.layout.conftest import Console


@pytest.fixture
def dressed(console: Console, qapp: QApplication) -> Console:
    """The window in its sheet, as a person sees it."""
    wear(qapp, console.look, 1)
    return console


def wear(app: QApplication, look: LiveLook, factor: float) -> None:
    """Enlarge all text."""
    look.set_value(apply_style(app, Theme.DARK, factor, calm=True))
    QApplication.processEvents()


def row_heights(console: Console) -> tuple[int, int]:
    """The heights of a row of the queue and of one of the rundown."""
    lists = (console.view.queue.view, console.view.rundown.segments)
    return tuple(  # type: ignore[return-value]
        each.itemDelegate().sizeHint(QStyleOptionViewItem(), each.model().index(0, 0)).height() for each in lists
    )


@pytest.mark.parametrize(
    ("layout", "heights"),
    [(LayoutName.OPERATOR, (28, 28)), (LayoutName.ASSISTANT, (36, 36)), (LayoutName.ANCHOR, (56, 48))],
)
def test_rows_are_as_high_as_the_role_needs(console: Console, layout: LayoutName, heights: tuple[int, int]) -> None:
    console.places.layouts.choose(layout)
    assert row_heights(console) == heights


def test_the_assistant_s_buttons_are_large_targets(dressed: Console) -> None:
    row = dressed.view.stock.body.findChild(Buttons)
    assert isinstance(row, Buttons)
    buttons = row.findChildren(QAbstractButton)
    assert max(each.sizeHint().height() for each in buttons) < 40
    dressed.do("view.layout_assistant")
    assert min(each.sizeHint().height() for each in buttons) >= 44
    dressed.do("view.layout_operator")
    assert max(each.sizeHint().height() for each in buttons) < 40


def test_the_anchor_sees_what_is_on_air_and_hardly_more(dressed: Console) -> None:
    dressed.do("view.layout_anchor")
    stock, rundown = dressed.view.stock.body, dressed.view.rundown
    seen = (stock.headline, stock.left, rundown.block, rundown.reading.script, rundown.next)
    unseen = (stock.figures, stock.table, rundown.segments, rundown.foot, rundown.controls)
    assert [part.isVisible() for part in (*seen, *unseen)] == [True] * 5 + [False] * 5
    assert stock.left.counter.pixels() > 200
    dressed.do("view.layout_operator")
    assert all(part.isVisible() for part in unseen)


def test_the_keyboard_is_on_the_script_while_the_segments_are_out_of_sight(dressed: Console) -> None:
    dressed.do("view.layout_anchor")
    assert QApplication.focusWidget() is dressed.view.rundown.reading.script
    dressed.do("view.layout_operator")
    assert QApplication.focusWidget() is dressed.view.rundown.segments


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("layout", LayoutName)
def test_nothing_that_matters_is_cut_off_on_a_small_screen(
    dressed: Console, qapp: QApplication, layout: LayoutName, factor: float
) -> None:
    wear(qapp, dressed.look, factor)
    chats = [SourceStatus(f"chat {at}", SourceState.LISTENING, dressed.line.now) for at in range(2)]
    dressed.line.tell(ShopStatus("shop", ShopState.READY), FileStatus("a file", FileState.SAVED), *chats)
    dressed.acts.settle()
    dressed.places.layouts.choose(layout)
    dressed.stage.resize(1366, 768)
    QApplication.processEvents()
    assert dressed.stage.size() == QSize(1366, 768)
    left, bar = dressed.view.stock.body.left, dressed.view.bar
    assert left.counter.height() >= left.counter.minimumHeight() > 0
    for part in (left, dressed.view.stock.body.headline, bar.badge, bar.go, bar.panels):
        assert part.isVisible()
        assert part.window().rect().contains(part.mapTo(part.window(), part.rect().bottomRight()))
    assert bar.badge.width() == bar.badge.sizeHint().width()


def test_the_end_of_the_show_gives_way_before_the_mode_is_cut_off(dressed: Console, qapp: QApplication) -> None:
    wear(qapp, dressed.look, 2)
    dressed.line.tell(*(ShopStatus(f"shop {at}", ShopState.READY) for at in range(4)))
    dressed.acts.settle()
    dressed.stage.resize(1100, 768)
    QApplication.processEvents()
    bar = dressed.view.bar
    assert not bar.figures.ends.isVisible()
    assert bar.badge.width() == bar.badge.sizeHint().width()
    assert bar.figures.clock.isVisible()
