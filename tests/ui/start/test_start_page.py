from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.domain.connections import Connection, ConnectionKind
from console.ui.start import page as page_module
from console.ui.start.new_show import file_name
from console.ui.start.page import StartPage
from console.ui.start.recent_button import RecentButton
from console.ui.start.values import RecentFile, StartValues
from console.ui.style.look import LiveLook

USED = datetime(2026, 11, 20, 19, tzinfo=UTC)
Open = Callable[..., StartPage]


@pytest.fixture
def opened(qtbot: QtBot, look: LiveLook, tmp_path: Path) -> Open:
    def open_page(*recent: RecentFile, connections: tuple[Connection, ...] = ()) -> StartPage:
        values = StartValues(tmp_path, recent, connections, ("USD", "EUR", "CNY"))
        page = StartPage(look, values)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        qtbot.waitExposed(page)
        return page

    return open_page


def test_enter_on_the_first_action_rehearses(qtbot: QtBot, opened: Open) -> None:
    page = opened()
    with qtbot.waitSignal(page.rehearse, timeout=1000):
        QTest.keyClick(page.big, Qt.Key.Key_Return)


def test_a_new_show_carries_its_title_currency_and_file(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    page = opened()
    QTest.keyClicks(page.form.title, "Spring evening")
    page.form.currency.setCurrentText("EUR")
    with qtbot.waitSignal(page.new_show, timeout=1000) as signal:
        QTest.keyClick(page.form.title, Qt.Key.Key_Return)
    assert signal.args == ["Spring evening", "EUR", tmp_path / "spring-evening.cuedesk"]


def test_no_currency_is_chosen_beforehand_and_a_show_needs_one(qtbot: QtBot, opened: Open) -> None:
    page = opened()
    QTest.keyClicks(page.form.title, "Spring evening")
    with qtbot.assertNotEmitted(page.new_show, wait=20):
        page.form.submit()
    assert "Choose the currency of its prices." in shown(page)


def test_a_file_that_is_there_is_never_written_over(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    (tmp_path / "tea.cuedesk").touch()
    page = opened()
    QTest.keyClicks(page.form.title, "Tea")
    page.form.currency.setCurrentText("USD")
    with qtbot.assertNotEmitted(page.new_show, wait=20):
        page.form.submit()
    assert any("file of this name" in words for words in shown(page))


def test_a_chosen_place_stays_when_the_title_changes(opened: Open, tmp_path: Path) -> None:
    page = opened()
    page.form.set_path(tmp_path / "other")
    QTest.keyClicks(page.form.title, "Tea")
    assert page.form.path == tmp_path / "other.cuedesk"


def test_a_file_from_before_opens_with_one_press(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    page = opened(RecentFile("<b>Tea</b>", tmp_path / "tea.cuedesk", USED))
    (button,) = page.findChildren(RecentButton)
    with qtbot.waitSignal(page.open_file, timeout=1000) as signal:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert signal.args == [tmp_path / "tea.cuedesk"]
    assert "<b>" not in button.toolTip()


def test_what_the_last_file_is_connected_to_is_told(opened: Open) -> None:
    page = opened(connections=(Connection("twitch", ConnectionKind.CHAT, "twitch:myshop"),))
    assert any("twitch:myshop" in words for words in shown(page))


def test_every_label_is_plain_text(opened: Open) -> None:
    page = opened()
    labels = page.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_the_keys_of_the_page_are_listed(opened: Open) -> None:
    page = opened()
    keys = [action.shortcut().toString() for action in page.actions()]
    assert keys == ["Ctrl+R", "Ctrl+N", "Ctrl+O", "Ctrl+Shift+O"]


@pytest.mark.parametrize(
    ("title", "name"),
    [("Spring evening!", "spring-evening"), ("../../etc", "etc"), ("春之夜 2", "春之夜-2"), ("?!", "")],
)
def test_a_title_becomes_a_name_without_signs(title: str, name: str) -> None:
    assert file_name(title) == name


def shown(page: StartPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_a_backup_is_restored_to_a_place_that_is_asked_for(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened()
    asked: list[Path] = []

    def choose(_parent: object, _title: str, at: Path, then: Callable[[Path], object], *_: object) -> None:
        asked.append(at)
        then(tmp_path / ("show-1a2b" if len(asked) == 1 else "again.cuedesk") / "2026.cuedesk")

    (tmp_path / "backups").mkdir()
    monkeypatch.setattr(page_module, "ask_file", choose)
    monkeypatch.setattr(page_module, "ask_place", choose)
    with qtbot.waitSignal(page.restore_file, timeout=1000) as signal:
        page.ask_backup()
    assert asked == [tmp_path / "backups", tmp_path / "show-1a2b restored.cuedesk"]
    assert signal.args == [tmp_path / "show-1a2b" / "2026.cuedesk", tmp_path / "again.cuedesk" / "2026.cuedesk"]
