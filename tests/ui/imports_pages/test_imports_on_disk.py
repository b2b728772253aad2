"""The pages of imports and exports at a real engine: what they say is what the file has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.engine import Engine
from console.engine_thread import EngineThread
from console.exports.kinds import Export
from console.setup import Live
from console.storage.reader import reading
from console.storage.verify import verify
from console.ui.bridge import Bridge
from console.ui.exports.page import ExportPage
from console.ui.imports.products_page import ProductsPage
from console.ui.style.look import LiveLook
from tests.ui.conftest import OPERATOR
from tests.ui.test_undo_on_disk import RealActs, failed

PRODUCTS = 900


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "show.cuedesk"


@pytest.fixture
def acts(qtbot: QtBot, path: Path) -> Iterator[RealActs]:
    engine = EngineThread(lambda: Engine(path, Live((), "Friday", "USD"), failed))
    bridge = Bridge(engine, OPERATOR)
    engine.start()
    qtbot.waitUntil(lambda: bridge.show.id == 1, timeout=30_000)
    yield RealActs(bridge)
    engine.close()


@pytest.fixture
def page(qtbot: QtBot, acts: RealActs, look: LiveLook) -> ProductsPage:
    made = ProductsPage(acts, look)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.csv"
    rows = (f"p{n},Product {n},SKU-{n},4,1.50\n" for n in range(PRODUCTS))
    path.write_text("Handle,Title,Variant SKU,Variant Inventory Qty,Variant Price\n" + "".join(rows), "utf-8")
    return path


def shown(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def pieces(path: Path) -> tuple[int, int]:
    with reading(path) as reader:
        stock = reader.stock()
    return len(stock), sum(each.on_hand for each in stock)


def test_what_the_page_takes_in_is_in_the_file(page: ProductsPage, path: Path, many: Path) -> None:
    page.currency.setCurrentText("USD")
    page.choose([many])
    assert pieces(path) == (0, 0)
    QTest.mouseClick(page.frame.main, Qt.MouseButton.LeftButton)
    assert "They are in the catalogue now." in shown(page)
    assert pieces(path) == (PRODUCTS, 4 * PRODUCTS)
    assert verify(path) == []


def test_what_is_given_up_is_not_in_the_file(
    page: ProductsPage, path: Path, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.currency.setCurrentText("USD")
    page.choose([many])
    follow = page.frame.course.follow

    def impatient(course: object, words: str) -> None:
        follow(course, words)  # type: ignore[arg-type]
        page.frame.course.left.emit()

    monkeypatch.setattr(page.frame.course, "follow", impatient)
    QTest.mouseClick(page.frame.main, Qt.MouseButton.LeftButton)
    assert "The import was given up." in shown(page)
    assert pieces(path) == (0, 0)
    assert verify(path) == []


def test_an_export_is_where_it_was_wanted(
    qtbot: QtBot, page: ProductsPage, acts: RealActs, look: LiveLook, many: Path, tmp_path: Path
) -> None:
    page.currency.setCurrentText("USD")
    page.choose([many])
    QTest.mouseClick(page.frame.main, Qt.MouseButton.LeftButton)
    exports = ExportPage(acts, look)
    qtbot.addWidget(exports)
    exports.show()
    exports.export(Export.PRODUCTS, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text("utf-8-sig").count("\n") == PRODUCTS + 1
    assert "out.csv" in shown(exports)
    page.choose([tmp_path / "out.csv"])
    QTest.mouseClick(page.frame.main, Qt.MouseButton.LeftButton)
    assert "They are in the catalogue now." in shown(page)
