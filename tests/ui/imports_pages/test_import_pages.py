import asyncio
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from console.domain.commands import AdjustStock, GoLive, ImportCatalogue, ImportRundown, QueueProducts, Take
from console.domain.outcomes import Unsaved
from console.domain.show import Show
from console.imports.catalogue import Catalogue, read_catalogue
from console.ui.imports.currencies import currencies
from console.ui.imports.products_page import ProductsPage
from console.ui.imports.remarks_view import RemarksView
from console.ui.imports.rundown_page import RundownPage
from console.ui.imports.table import ReadModel
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_label import PlainLabel
from tests.ui.conftest import SAMPLE, FakeActs, FakeLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints

BAD = """Handle,Title,Variant SKU,Variant Inventory Qty,Variant Price
tea,Tea,TEA,5,12.50
mug,Mug,,7,9.999
cup,Cup,,7,9.90
"""


@pytest.fixture
def empty() -> FakeLine:
    return FakeLine(Show(title="Evening", id=1))


@pytest.fixture
def page(qtbot: QtBot, empty: FakeLine, look: LiveLook) -> ProductsPage:
    acts = FakeActs(empty)
    made = ProductsPage(acts, look)
    qtbot.addWidget(made)
    for model in (made.products, made.preview.model, made.result.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(900, 600)
    made.show()
    acts.settle()
    return made


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.csv"
    path.write_text(BAD, encoding="utf-8")
    return path


def rows(model: ReadModel) -> list[list[str]]:
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def shown(widget: ProductsPage | RundownPage) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press_main(page: ProductsPage | RundownPage) -> None:
    QTest.mouseClick(page.frame.main, Qt.MouseButton.LeftButton)


def test_the_currency_is_asked_before_anything_is_read(page: ProductsPage, bad: Path) -> None:
    page.choose([bad])
    assert page.currency.currentIndex() == -1
    assert "In which currency" in shown(page)
    assert not page.frame.main.isVisible()
    page.currency.setCurrentText("USD")
    assert page.frame.main.isVisible()


def test_the_shows_own_currency_is_chosen(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> None:
    made = ProductsPage(acts, look)
    qtbot.addWidget(made)
    acts.settle()
    assert made.currency.currentText() == "USD"


def test_the_preview_names_each_problem_by_its_place(page: ProductsPage, bad: Path) -> None:
    page.currency.setCurrentText("USD")
    page.choose([bad])
    told = rows(page.preview.model)
    assert told[0][:3] == ["withheld", "bad.csv:3", "Variant Price"]
    assert ["SKU made", "cup"] in [row[:2] for row in told]
    assert [row[0] for row in rows(page.products)] == ["Tea", "Cup"]
    assert page.frame.main.accessibleName() == "Import 2 products"


def test_a_chosen_remark_is_told_in_full(page: ProductsPage, bad: Path) -> None:
    page.currency.setCurrentText("USD")
    page.choose([bad])
    page.preview._table.selectRow(0)
    assert page.preview.whole.text() == "“9.999” has more than 2 decimal places, which USD does not have"


def test_nothing_is_taken_in_before_the_button(page: ProductsPage, empty: FakeLine, bad: Path) -> None:
    page.currency.setCurrentText("USD")
    page.choose([bad])
    assert empty.asked == []


def test_it_imports_then_queues(qtbot: QtBot, page: ProductsPage, empty: FakeLine) -> None:
    page.currency.setCurrentText("USD")
    page.choose([SAMPLE / "products.csv"])
    press_main(page)
    assert [type(command) for command in empty.asked] == [ImportCatalogue]
    assert "They are in the catalogue now." in shown(page)
    imported = read_catalogue([SAMPLE / "products.csv"], "USD").products
    empty.catalogue |= {product.id: product for product in imported}
    with qtbot.waitSignal(page.left, timeout=1000):
        press_main(page)
    assert empty.asked[-1] == QueueProducts(tuple(product.id for product in imported))
    assert len(empty.show.queue) == len(imported)


def test_numbers_stand_by_what_they_count_where_nothing_is_remarked(qtbot: QtBot, look: LiveLook) -> None:
    view = RemarksView(look, ("new", "changed"), ("Of",), "They are in the catalogue now.")
    qtbot.addWidget(view)
    view.resize(600, 900)
    view.set_values((40, 0), ())
    view.show()
    number, name = (label for label in view._tiles.findChildren(PlainLabel) if label.x() == 0)
    assert name.y() - number.geometry().bottom() <= STEP
    assert view.summary.y() < 20 * STEP


def test_a_second_import_lists_the_quantities_that_differ(
    qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook
) -> None:
    line.decide(AdjustStock("SHIRT-WHITE-M", -20, "sold at the door"))
    made = ProductsPage(acts, look)
    qtbot.addWidget(made)
    acts.settle()
    made.choose([SAMPLE / "products.csv"])
    made._accept()
    assert rows(made.result.model) == [
        ["note", "SHIRT-WHITE-M", "", "the file says 120, on hand are 100: left as it is"]
    ]
    assert line.show.stock["SHIRT-WHITE-M"].on_hand == 100


def test_a_file_that_cannot_be_read_says_why_and_what_next(page: ProductsPage, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a,b\n1,2\n")
    page.currency.setCurrentText("USD")
    page.choose([wrong])
    assert "wrong.csv has no column" in shown(page)
    assert "Check that it is the right file" in shown(page)
    assert not page.frame.main.isVisible()


def test_a_failed_save_keeps_the_preview_for_another_try(page: ProductsPage, empty: FakeLine, bad: Path) -> None:
    page.currency.setCurrentText("USD")
    page.choose([bad])
    empty.unsaved = Unsaved("disk full")
    press_main(page)
    assert "That was not saved" in shown(page)
    empty.unsaved = None
    press_main(page)
    assert "They are in the catalogue now." in shown(page)


def test_escape_leaves_and_forgets_the_file(qtbot: QtBot, page: ProductsPage, bad: Path) -> None:
    page.currency.setCurrentText("USD")
    page.choose([bad])
    with qtbot.waitSignal(page.left, timeout=1000):
        QTest.keyClick(page.frame.main, Qt.Key.Key_Escape)
    assert "No file is chosen." in shown(page)
    assert not page.frame.main.isVisible()


async def test_what_is_read_too_late_is_not_shown(
    page: ProductsPage, empty: FakeLine, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow: list[Future[Catalogue]] = []

    def read(*_: object) -> "Future[Catalogue]":
        slow.append(Future())
        return slow[-1]

    monkeypatch.setattr(empty, "read_products", read)
    page.currency.setCurrentText("USD")
    page.choose([bad])
    await asyncio.sleep(0)
    assert "Reading bad.csv" in page.frame.course.lamp.accessibleName()
    page.frame.left.emit()
    slow[0].set_result(read_catalogue([bad], "USD"))
    for _ in range(5):
        await asyncio.sleep(0)
    assert not page.frame.main.isVisible()


@pytest.fixture
def rundown(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> RundownPage:
    made = RundownPage(acts, look)
    qtbot.addWidget(made)
    for model in (made.preview.segments, made.preview.problems):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(900, 600)
    made.show()
    acts.settle()
    return made


def test_a_rundown_is_shown_then_taken_in(qtbot: QtBot, rundown: RundownPage, line: FakeLine) -> None:
    rundown.choose([SAMPLE / "rundown.csv"])
    count = rundown.preview.segments.rowCount(QModelIndex())
    assert rundown.frame.main.accessibleName() == f"Import {count} segments"
    with qtbot.waitSignal(rundown.left, timeout=1000):
        press_main(rundown)
    assert isinstance(line.asked[-1], ImportRundown)
    assert len(line.show.segments) == count


def test_a_rundowns_problems_are_named(rundown: RundownPage, tmp_path: Path) -> None:
    path = tmp_path / "evening.csv"
    path.write_text("Duration,Title,Products\n5:00,Tea,NOPE\nlater,Mugs,\n")
    rundown.choose([path])
    assert [row[:3] for row in rows(rundown.preview.problems)] == [
        ["withheld", "evening.csv:3", "Duration"],
        ["left out", "evening.csv:2", "Products"],
    ]
    assert rundown.frame.main.accessibleName() == "Import one segment"


def test_a_rundown_that_was_played_is_not_replaced(rundown: RundownPage, line: FakeLine, acts: FakeActs) -> None:
    rundown.choose([SAMPLE / "rundown.csv"])
    rundown._accept()
    line.decide(GoLive())
    line.decide(Take())
    acts.settle()
    rundown.choose([SAMPLE / "rundown.csv"])
    assert "takes the place of the whole rundown" in shown(rundown)
    press_main(rundown)
    assert "The rundown has been played already." in shown(rundown)


def test_every_label_is_plain_text(page: ProductsPage, rundown: RundownPage) -> None:
    labels = [*page.findChildren(QLabel), *rundown.findChildren(QLabel)]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_currencies_are_codes_each_once() -> None:
    codes = currencies()
    assert len(set(codes)) == len(codes) > 100
    assert all(len(code) == 3 and code.isupper() for code in codes)


def test_the_choice_of_files_blocks_nothing(qtbot: QtBot, page: ProductsPage, bad: Path) -> None:
    page.currency.setCurrentText("USD")
    page.frame.ask_files()
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    qtbot.waitUntil(dialog.isVisible, timeout=2000)
    dialog.filesSelected.emit([str(bad)])
    dialog.close()
    assert "bad.csv" in shown(page)
