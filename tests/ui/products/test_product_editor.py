import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from console.domain.commands import Command, SaveProduct
from console.domain.outcomes import Outcome, Unsaved
from console.domain.products import Opening
from console.ui.products.draft import Column
from console.ui.products.editor import ProductEditor
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, FakeLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints


@pytest.fixture
def editor(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> Iterator[ProductEditor]:
    acts.settle()
    made = ProductEditor(acts, look)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.variants, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(700, 560)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


def put(editor: ProductEditor, row: int, column: Column, text: str) -> None:
    assert editor.variants.setData(editor.variants.index(row, column), text)


def saves(line: FakeLine) -> list[SaveProduct]:
    return [command for command in line.asked if isinstance(command, SaveProduct)]


def test_a_new_product_is_saved_with_its_opening_stock(qtbot: QtBot, editor: ProductEditor, line: FakeLine) -> None:
    editor.open(None)
    QTest.keyClicks(editor.title, "Rice bowl")
    put(editor, 0, Column.SKU, "BOWL")
    put(editor, 0, Column.PRICE, "24.50")
    put(editor, 0, Column.OPENING, "12")
    with qtbot.waitSignals([editor.saved, editor.left], timeout=1000):
        editor.save()
    (command,) = saves(line)
    assert command.openings == (Opening("BOWL", 12),)
    assert line.show.stock["BOWL"].on_hand == 12
    assert not editor.changed


def test_an_edited_product_keeps_what_was_not_touched(editor: ProductEditor, line: FakeLine) -> None:
    product = line.catalogue["linen-shirt"]
    editor.open(product)
    editor.title.setText("Linen shirt, washed")
    editor.save()
    (command,) = saves(line)
    assert command.product.title == "Linen shirt, washed"
    assert (command.product.variants, command.product.picture) == (product.variants, product.picture)
    assert command.openings == ()


def test_stock_that_is_counted_is_not_opened_again(editor: ProductEditor, line: FakeLine) -> None:
    editor.open(line.catalogue["linen-shirt"])
    index = editor.variants.index(0, Column.OPENING)
    assert not editor.variants.flags(index) & Qt.ItemFlag.ItemIsEditable
    put(editor, 0, Column.SKU, "SHIRT-NEW")
    assert editor.variants.flags(index) & Qt.ItemFlag.ItemIsEditable


def test_a_bad_price_is_told_beside_the_table_and_nothing_is_asked(editor: ProductEditor, line: FakeLine) -> None:
    editor.open(line.catalogue["linen-shirt"])
    put(editor, 1, Column.PRICE, "59,90")
    editor.save()
    assert saves(line) == []
    assert editor._fault.value == "Variant 2, Price: “59,90” is not an amount such as 59.90."
    assert editor.variants.index(1, Column.PRICE).data(Qt.ItemDataRole.ForegroundRole) is not None
    assert editor.draft.variants[1][Column.PRICE] == "59,90"


def test_a_sku_of_another_product_is_told_at_its_row(editor: ProductEditor, line: FakeLine) -> None:
    editor.open(line.catalogue["linen-shirt"])
    put(editor, 2, Column.SKU, "MUG-SLATE")
    editor.save()
    assert editor._fault.value.startswith("Variant 3, SKU: MUG-SLATE belongs to")
    assert editor.isVisible()


def test_a_failed_save_loses_nothing_that_was_typed(qtbot: QtBot, editor: ProductEditor, line: FakeLine) -> None:
    editor.open(line.catalogue["linen-shirt"])
    editor.title.setText("Another title")
    line.unsaved = Unsaved("disk full")
    with qtbot.assertNotEmitted(editor.left, wait=20):
        editor.save()
    assert "That was not saved" in editor._fault.value
    assert editor.title.text() == "Another title"
    line.unsaved = None
    editor.save()
    assert line.show.products["linen-shirt"].title == "Another title"


def test_escape_asks_once_before_it_discards(qtbot: QtBot, editor: ProductEditor, line: FakeLine) -> None:
    editor.open(line.catalogue["linen-shirt"])
    editor.title.setText("Another title")
    with qtbot.assertNotEmitted(editor.left, wait=20):
        QTest.keyClick(editor.title, Qt.Key.Key_Escape)
    assert "Not saved yet" in editor._fault.value
    QTest.keyClicks(editor.title, "!")
    assert not editor._fault.isVisible()
    QTest.keyClick(editor.title, Qt.Key.Key_Escape)
    with qtbot.waitSignal(editor.left, timeout=1000):
        QTest.keyClick(editor.title, Qt.Key.Key_Escape)
    assert saves(line) == []


def test_another_product_waits_until_this_one_is_saved(editor: ProductEditor, line: FakeLine) -> None:
    editor.open(line.catalogue["linen-shirt"])
    editor.title.setText("Another title")
    editor.open(line.catalogue["silk-scarf"])
    assert editor.title.text() == "Another title"
    assert "not saved yet" in editor._fault.value


def test_what_is_being_typed_in_a_cell_is_saved_too(editor: ProductEditor, line: FakeLine) -> None:
    editor.open(line.catalogue["linen-shirt"])
    index = editor.variants.index(0, Column.BARCODE)
    editor.table.setCurrentIndex(index)
    editor.table.edit(index)
    cell = editor.table.findChild(QLineEdit)
    assert isinstance(cell, QLineEdit)
    cell.setText("4006381333931")
    editor.save()
    assert line.show.products["linen-shirt"].variants[0].barcode == "4006381333931"


def test_variants_are_added_and_removed(editor: ProductEditor, line: FakeLine) -> None:
    editor.open(line.catalogue["silk-scarf"])
    before = editor.variants.rowCount()
    editor._add()
    assert editor.variants.rowCount() == before + 1
    assert editor.table.currentIndex().row() == before
    editor._remove()
    assert editor.variants.rowCount() == before
    assert not editor.changed


def test_option_columns_follow_their_names(editor: ProductEditor) -> None:
    editor.open(None)
    editor.options.setText("Size, Colour")
    assert [editor.table.isColumnHidden(c) for c in (Column.OPTION_1, Column.OPTION_2, Column.OPTION_3)] == [
        False,
        False,
        True,
    ]
    assert editor.variants.headerData(Column.OPTION_2, Qt.Orientation.Horizontal) == "Colour"


async def test_a_second_press_while_saving_asks_nothing_more(
    editor: ProductEditor, line: FakeLine, acts: FakeActs, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = asyncio.Event()

    async def slow(command: Command) -> Outcome:
        await held.wait()
        return line.decide(command)

    monkeypatch.setattr(acts, "ask", slow)
    editor.open(line.catalogue["linen-shirt"])
    editor.title.setText("Another title")
    editor.save()
    await asyncio.sleep(0)
    editor.save()
    held.set()
    for _ in range(5):
        await asyncio.sleep(0)
    assert len(saves(line)) == 1
    assert not editor.changed
