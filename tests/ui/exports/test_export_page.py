"""The page of exports."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from console.domain.claims.claim import ClaimState
from console.domain.claims.sieve import Sieve
from console.errors import CuedeskError
from console.exports.kinds import Export
from console.ui.exports.page import ExportPage
from console.ui.exports.words import told
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, FakeLine


@pytest.fixture
def page(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> ExportPage:
    made = ExportPage(acts, look)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def shown(page: ExportPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def dialog_of(page: ExportPage) -> QFileDialog:
    (dialog,) = page.findChildren(QFileDialog)
    return dialog


@pytest.mark.parametrize("kind", Export)
def test_each_kind_has_a_button_with_words(page: ExportPage, kind: Export) -> None:
    assert page.buttons[kind].isVisible()
    assert told(kind).about in shown(page)
    assert page.buttons[kind].accessibleDescription() == told(kind).about


def test_a_place_is_asked_and_the_table_written_there(page: ExportPage, line: FakeLine, tmp_path: Path) -> None:
    QTest.mouseClick(page.buttons[Export.STOCK], Qt.MouseButton.LeftButton)
    dialog = dialog_of(page)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "stock.csv"))
    assert line.exported == [(Export.STOCK, tmp_path / "stock.csv")]
    assert "3 rows are in stock.csv." in shown(page).replace("%n", "3")
    assert str(tmp_path) in shown(page)


def test_a_workbook_gets_its_ending(page: ExportPage) -> None:
    page.ask_place(Export.PRODUCTS)
    dialog = dialog_of(page)
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "xlsx"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (CuedeskError("A text of row 2 is too long.", "Export it as CSV."), "A text of row 2 is too long.\nExport it"),
        (PermissionError(13, "Permission denied"), "out.xlsx cannot be written: Permission denied."),
    ],
)
def test_what_went_wrong_is_said_with_a_next_step(
    page: ExportPage, line: FakeLine, tmp_path: Path, error: Exception, words: str
) -> None:
    line.export_fails = error
    page.export(Export.RUNDOWN, tmp_path / "out.xlsx")
    assert words in shown(page)
    assert page.buttons[Export.RUNDOWN].isVisible()


def test_it_can_be_left(qtbot: QtBot, page: ExportPage) -> None:
    with qtbot.waitSignal(page.left, timeout=1000):
        QTest.keyClick(page.buttons[Export.STOCK], Qt.Key.Key_Escape)


def test_claims_are_exported_that_a_person_asks_for(page: ExportPage, line: FakeLine, tmp_path: Path) -> None:
    page.ask_claims("sku:mug state:waiting")
    assert dialog_of(page).isVisible()
    page.export(Export.CLAIMS, tmp_path / "claims.csv")
    assert line.sieved == Sieve(sku="mug", states=(ClaimState.WAITING,))
