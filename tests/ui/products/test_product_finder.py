import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from console.domain.commands import QueueProducts, RemoveItem
from console.domain.products import Product
from console.ui.products.finder import ProductFinder
from console.ui.style.look import LiveLook
from console.ui.widgets.list_model import ROW
from tests.ui.conftest import FakeActs, FakeLine, NoPictures

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints


@pytest.fixture
def finder(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> ProductFinder:
    made = ProductFinder(acts, look, NoPictures())
    qtbot.addWidget(made)
    QAbstractItemModelTester(made._model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(360, 560)
    acts.settle()
    made.show()
    qtbot.waitExposed(made)
    return made


def titles(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_shown_it_lists_the_catalogue(finder: ProductFinder, line: FakeLine) -> None:
    assert finder._model.rowCount() == len(line.catalogue)


def test_typing_finds_after_a_short_pause(qtbot: QtBot, finder: ProductFinder) -> None:
    QTest.keyClicks(finder.search, "silk")
    qtbot.waitUntil(lambda: titles(finder._model) == ["Silk scarf 真丝丝巾"], timeout=2000)


def test_many_letters_ask_once(qtbot: QtBot, finder: ProductFinder, acts: FakeActs) -> None:
    before = len(acts.started)
    QTest.keyClicks(finder.search, "silk")
    qtbot.waitUntil(lambda: finder._model.rowCount() == 1, timeout=2000)
    assert len(acts.started) == before + 1


def test_enter_in_the_search_queues_the_chosen_product(finder: ProductFinder, line: FakeLine, acts: FakeActs) -> None:
    (first, *_) = line.show.queue
    line.decide(RemoveItem(first.id))
    acts.settle()
    row = next(r for r in range(finder._model.rowCount()) if finder._model.index(r).data(ROW).code == "")
    for _ in range(row):
        QTest.keyClick(finder.search, Qt.Key.Key_Down)
    QTest.keyClick(finder.search, Qt.Key.Key_Return)
    assert line.asked[-1] == QueueProducts((first.product,))
    acts.settle()
    assert finder._model.index(row).data(ROW).code == line.show.queue[-1].code


def test_a_product_is_handed_to_the_editor(qtbot: QtBot, finder: ProductFinder) -> None:
    with qtbot.waitSignal(finder.edit_wanted, timeout=1000) as signal:
        QTest.keyClick(finder.search, Qt.Key.Key_F2)
    assert signal.args is not None
    assert isinstance(signal.args[0], Product)
    with qtbot.waitSignal(finder.edit_wanted, timeout=1000) as signal:
        QTest.keyClick(finder.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert signal.args == [None]


def test_nothing_found_says_so(qtbot: QtBot, finder: ProductFinder) -> None:
    QTest.keyClicks(finder.search, "xyzzy")
    qtbot.waitUntil(lambda: finder._model.rowCount() == 0, timeout=2000)
    assert "No product has that" in finder._told.value


def test_escape_empties_the_search_then_leaves(qtbot: QtBot, finder: ProductFinder) -> None:
    QTest.keyClicks(finder.search, "tea")
    QTest.keyClick(finder.search, Qt.Key.Key_Escape)
    assert finder.search.text() == ""
    with qtbot.waitSignal(finder.left, timeout=1000):
        QTest.keyClick(finder.search, Qt.Key.Key_Escape)
