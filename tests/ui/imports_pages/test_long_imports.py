"""Imports that take long, and files in other encodings: how far they are, how they are given up, how judged."""

import asyncio
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.domain.show import Show
from console.imports.course import Course, GivenUp
from console.imports.encodings import Encoding
from console.ui.imports.products_page import ProductsPage
from console.ui.imports.rundown_page import RundownPage
from console.ui.style.look import LiveLook
from console.ui.widgets.course_view import CourseView
from tests.ui.conftest import FakeActs, FakeLine

GOODS = "Handle,Title,Variant Price\ncup,瓷杯 青花,5\ntea,龙井茶叶 礼盒装,8\n"


@pytest.fixture
def empty() -> FakeLine:
    return FakeLine(Show(title="Evening", id=1, currency="USD"))


@pytest.fixture
def page(qtbot: QtBot, empty: FakeLine, look: LiveLook) -> ProductsPage:
    acts = FakeActs(empty)
    made = ProductsPage(acts, look)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    acts.settle()
    return made


@pytest.fixture
def chinese(tmp_path: Path) -> Path:
    path = tmp_path / "goods.csv"
    path.write_bytes(GOODS.encode("gbk"))
    return path


def shown(page: ProductsPage | RundownPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def titles(page: ProductsPage) -> list[str]:
    return [page.products.index(row, 0).data() for row in range(page.products.rowCount())]


def test_a_file_in_another_encoding_is_tried_and_said_to_be_a_guess(page: ProductsPage, chinese: Path) -> None:
    assert not page.frame.encoding.isVisible()
    page.choose([chinese])
    assert titles(page) == ["瓷杯 青花", "龙井茶叶 礼盒装"]
    assert page.frame.encoding.value is Encoding.GB18030
    assert page.frame.encoding.isVisible()
    assert "It was read as GB18030" in shown(page)


def test_another_encoding_can_be_chosen(page: ProductsPage, chinese: Path) -> None:
    page.choose([chinese])
    page.frame.encoding.set_value(Encoding.BIG5)
    page.frame.encoding.chosen.emit()
    assert titles(page) != ["瓷杯 青花", "龙井茶叶 礼盒装"]
    assert "It was read as BIG5" in shown(page)


def test_the_next_file_is_asked_anew(page: ProductsPage, chinese: Path, tmp_path: Path) -> None:
    page.choose([chinese])
    plain = tmp_path / "plain.csv"
    plain.write_text(GOODS, "utf-8")
    page.choose([plain])
    assert page.frame.encoding.value is None
    assert not page.frame.encoding.isVisible()
    assert "It was read as" not in shown(page)


def test_a_rundown_in_another_encoding_is_tried_too(
    qtbot: QtBot, empty: FakeLine, look: LiveLook, tmp_path: Path
) -> None:
    made = RundownPage(FakeActs(empty), look)
    qtbot.addWidget(made)
    made.show()
    path = tmp_path / "plan.csv"
    path.write_bytes("Title,Duration\n欢迎 大家 晚上好,5\n".encode("gbk"))
    made.choose([path])
    assert made.preview.segments.index(0, 2).data() == "欢迎 大家 晚上好"
    assert made.frame.encoding.value is Encoding.GB18030


async def test_reading_can_be_given_up(
    page: ProductsPage, empty: FakeLine, chinese: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    courses: list[Course] = []
    slow: Future[object] = Future()

    def read(_paths: object, _currency: object, _encoding: object, course: Course) -> "Future[object]":
        courses.append(course)
        return slow

    monkeypatch.setattr(empty, "read_products", read)
    page.choose([chinese])
    await asyncio.sleep(0)
    courses[0].begin(200)
    courses[0].went(50)
    page.frame.course._look_at()
    assert page.frame.course.share.value == "25 %"
    QTest.mouseClick(page.frame.course.cancel, Qt.MouseButton.LeftButton)
    with pytest.raises(GivenUp):
        courses[0].check()
    slow.set_exception(GivenUp())
    for _ in range(5):
        await asyncio.sleep(0)
    assert "The import was given up." in shown(page)
    assert not page.frame.main.isVisible()


async def test_what_is_taken_in_can_be_given_up_and_is_still_shown(
    page: ProductsPage, empty: FakeLine, chinese: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow: Future[object] = Future()
    monkeypatch.setattr(empty, "take_in", lambda *_: slow)
    page.choose([chinese])
    for _ in range(5):
        await asyncio.sleep(0)
    QTest.mouseClick(page.frame.main, Qt.MouseButton.LeftButton)
    await asyncio.sleep(0)
    assert page.frame.course.isVisible()
    slow.set_exception(GivenUp())
    for _ in range(5):
        await asyncio.sleep(0)
    assert "Nothing of it was taken in." in shown(page)
    assert page.frame.main.isVisible()
    assert titles(page) == ["瓷杯 青花", "龙井茶叶 礼盒装"]


def test_what_is_decided_offers_no_way_back(qtbot: QtBot, look: LiveLook) -> None:
    view = CourseView(look)
    qtbot.addWidget(view)
    view.show()
    course = Course()
    course.begin(10)
    view.follow(course, "Taking in goods.csv")
    assert view.cancel.isVisible()
    course.decided = True
    course.went(4)
    view._look_at()
    assert not view.cancel.isVisible()
    assert (view.bar.value(), view.share.value) == (400, "40 %")


def test_what_has_no_known_end_is_counted(qtbot: QtBot, look: LiveLook) -> None:
    view = CourseView(look)
    qtbot.addWidget(view)
    view.show()
    course = Course()
    view.follow(course, "Writing stock.csv")
    course.went(300)
    view._look_at()
    assert not view.bar.isVisible()
    assert view.share.value == "300 rows"
