"""Who cannot see the window hears what everything is, and what changes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.domain.chat import ChatLine
from console.domain.commands import CountStock, EndShow, GoLive, HearChat
from console.domain.queue import QueueItem
from console.domain.status import FileState, FileStatus
from console.ui.style.look import LiveLook
from console.ui.widgets.announce import announce
from console.ui.widgets.notice import NoticeValue
from console.ui.widgets.spoken import Speaks
from tests.ui.conftest import EVENING, FakeActs, FakeLine
from tests.ui.whole import Whole, start_page

Name, Value = QAccessible.Text.Name, QAccessible.Text.Value


@pytest.fixture
def whole(qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> Whole:
    return Whole(qtbot, line, acts, look)


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What a screen reader is told: words, and whether at once."""
    heard: list[tuple[str, bool]] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            urgent = event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
            heard.append((event.message(), urgent))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def spoken(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def focusable(within: QWidget) -> Iterator[QWidget]:
    """What the keyboard can be on now."""
    for widget in within.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if reached and widget.isVisible() and widget.isEnabled():
            yield widget


def test_everything_that_takes_the_keyboard_has_a_name(whole: Whole) -> None:
    nameless: dict[str, list[str]] = {}
    for state in whole.open_all():
        for widget in focusable(whole.stage):
            if not spoken(widget).text(Name).strip():
                nameless.setdefault(state, []).append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == {}


def test_the_start_page_has_names(qtbot: QtBot, look: LiveLook) -> None:
    page = start_page(look)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    nameless = [type(each).__name__ for each in focusable(page) if not spoken(each).text(Name).strip()]
    assert nameless == []
    assert QApplication.instance()


def test_painted_widgets_say_what_they_are_and_show(whole: Whole) -> None:
    silent = []
    for _state in whole.open_all():
        for widget in whole.stage.findChildren(QWidget):
            if isinstance(widget, Speaks) and widget.isVisible():
                told = spoken(widget)
                if told.role() is QAccessible.Role.Client or told.text(Value) != widget.spoken_value():
                    silent.append(type(widget).__name__)
    assert silent == []


def test_the_badge_the_counter_and_the_lamps_have_roles_and_values(whole: Whole, line: FakeLine) -> None:
    line.tell(FileStatus("show.cuedesk", FileState.SAVED))
    whole.acts.settle()
    badge = spoken(whole.view.bar.badge)
    assert (badge.role(), badge.text(Value)) == (QAccessible.Role.Indicator, "ON AIR")
    (lamp,) = whole.view.bar.lamps.lamps.values()
    assert spoken(lamp).role() is QAccessible.Role.Indicator
    assert spoken(lamp).text(Value).startswith("in order")
    assert "file" in spoken(lamp).text(Name)


@pytest.mark.parametrize("name", ["queue", "rundown"])
def test_rows_of_lists_are_reached_one_by_one(whole: Whole, name: str) -> None:
    view: QAbstractItemView = whole.view.queue.view if name == "queue" else whole.view.rundown.segments
    told = spoken(view)
    assert told.childCount() == view.model().rowCount()
    first, words = told.child(0), view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert first.role() is QAccessible.Role.ListItem
    assert first.text(Name) == words


def test_lines_of_chat_are_reached_as_text(whole: Whole, line: FakeLine, listening: list[tuple[str, bool]]) -> None:
    for number, text in enumerate(("two of M please", "<b>how long</b>")):
        line.decide(HearChat((ChatLine("twitch:x", str(number), "u", "mei", text, EVENING),)))
    whole.acts.settle()
    view = whole.view.chat.view
    view.setFocus()
    whole.qtbot.waitUntil(lambda: "how long" in view.spoken_value(), timeout=5_000)
    assert spoken(view).text(Value).splitlines() == ["mei: two of M please", "mei: <b>how long</b>"]
    assert spoken(view).role() is QAccessible.Role.List
    listening.clear()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert ("mei: <b>how long</b>", False) in listening
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert spoken(view).text(QAccessible.Text.Description) == "mei: two of M please"
    assert ("mei: two of M please", False) in listening


def test_going_on_air_and_off_is_said_at_once(whole: Whole, listening: list[tuple[str, bool]]) -> None:
    whole.acts.do(EndShow())
    whole.acts.settle()
    assert ("OFF", True) in listening
    whole.acts.do(GoLive())
    whole.acts.settle()
    assert ("ON AIR", True) in listening


def test_what_sells_out_is_said_once(whole: Whole, line: FakeLine, listening: list[tuple[str, bool]]) -> None:
    product = next(
        line.show.products[item.product] for item in line.show.queue if line.show.pinned != item.id and few(line, item)
    )
    for sku in product.skus:
        line.decide(CountStock(sku, 0, line.show.stock[sku].on_hand, "recount"))
        whole.acts.settle()
    whole.acts.settle()
    assert [told for told in listening if told[0].startswith("Sold out")] == [(f"Sold out: {product.title}", False)]


def few(line: FakeLine, item: QueueItem) -> bool:
    levels = [line.show.stock.get(sku) for sku in line.show.products[item.product].skus]
    return all(level and level.available > 0 and not level.reserved for level in levels)


def test_a_notice_is_said_a_grave_one_at_once(whole: Whole, listening: list[tuple[str, bool]]) -> None:
    whole.stage.notices.put(NoticeValue("a", "Not saved.", "Try again."))
    whole.stage.notices.put(NoticeValue("a", "Not saved.", "Try again."))
    whole.stage.notices.put(NoticeValue("b", "The file is broken.", grave=True))
    assert listening == [("Not saved. Try again.", False), ("The file is broken.", True)]


def test_without_a_screen_reader_nothing_is_told(whole: Whole, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    announce(whole.stage, "hello")
    whole.stage.notices.put(NoticeValue("a", "Not saved."))
    assert told == []


def test_tab_reaches_every_panel_and_comes_round(whole: Whole) -> None:
    view = whole.view
    seen: list[QWidget] = []
    focus = whole.stage.focusWidget()
    while focus not in seen and len(seen) < 200:
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = whole.stage.focusWidget()
    for panel in (view.rundown, view.queue, view.stock, view.chat, view.bar):
        assert any(panel.isAncestorOf(widget) for widget in seen), type(panel).__name__
