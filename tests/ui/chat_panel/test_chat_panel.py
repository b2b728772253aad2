from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.desk.watching import Copy
from console.domain.actors import Actor, Role
from console.domain.changes import ChatHeard, Entry, HeardLine
from console.domain.chat import AuthorCleared, ChatGap, ChatLine, Erasure, LineDeleted, RoomCleared
from console.ui.chat.book import badge
from console.ui.chat.panel import ChatPanel
from console.ui.style.look import LiveLook

if TYPE_CHECKING:
    from tests.ui.conftest import FakeActs, FakeLine

VIEWER = Actor("", Role.VIEWER)


@pytest.fixture
def panel(qtbot: QtBot, acts: "FakeActs", look: LiveLook) -> ChatPanel:
    panel = ChatPanel(acts, look)
    qtbot.addWidget(panel)
    panel.resize(340, 500)
    panel.show()
    acts.settle()
    return panel


class Room:
    """Lets a room be heard through the bridge."""

    def __init__(self, line: "FakeLine", acts: "FakeActs") -> None:
        self._line = line
        self._acts = acts
        self._row = 0

    def heard(self, number: int, text: str = "hello", author: str = "a", source: str = "twitch:shop") -> HeardLine:
        self._row += 1
        return HeardLine(ChatLine(source, str(number), author, author.upper(), text, self._line.now), self._row)

    def tell(self, *events: HeardLine | Erasure | ChatGap) -> None:
        self._line.tell(Entry(ChatHeard(events), self._line.now, VIEWER, ""))
        self._acts.settle()


@pytest.fixture
def room(line: "FakeLine", acts: "FakeActs") -> Room:
    return Room(line, acts)


def rows(panel: ChatPanel) -> list[tuple[str, bool]]:
    screen = panel.view._screen
    held = (screen.row(number) for number in range(screen.span.first, screen.span.end))
    return [(row.words, row.erased) for row in held if row]


def test_lines_are_shown_in_the_order_in_which_they_came(panel: ChatPanel, room: Room) -> None:
    room.tell(room.heard(1, "one"), room.heard(2, "two"))
    room.tell(room.heard(3, "three"))
    assert [text for text, _ in rows(panel)] == ["A: one", "A: two", "A: three"]


def test_markup_stays_text(panel: ChatPanel, room: Room) -> None:
    room.tell(room.heard(1, "<b>free</b><img src=file:///etc/passwd>"))
    assert rows(panel) == [("A: <b>free</b><img src=file:///etc/passwd>", False)]


@pytest.mark.parametrize(
    ("erasure", "struck"),
    [
        (LineDeleted("twitch:shop", "1"), [True, False, False]),
        (AuthorCleared("twitch:shop", "b"), [False, True, False]),
        (AuthorCleared("twitch:shop", "", "a"), [True, False, False]),
        (RoomCleared("twitch:shop"), [True, True, False]),
        (LineDeleted("twitch:other", "1"), [False, False, False]),
    ],
)
def test_what_a_moderator_takes_away_is_struck_and_kept(
    panel: ChatPanel, room: Room, erasure: Erasure, struck: list[bool]
) -> None:
    room.tell(room.heard(1), room.heard(2, author="b"), room.heard(3, source="irc+ws://127.0.0.1:1/#room"), erasure)
    assert [erased for _, erased in rows(panel)] == struck


def test_a_gap_says_how_long_it_was(panel: ChatPanel, room: Room, line: "FakeLine") -> None:
    room.tell(ChatGap("twitch:shop", line.now - timedelta(seconds=12), line.now))
    assert rows(panel) == [("Not connected for 12 s: lines may be missing here", False)]


def test_scrolled_up_the_panel_counts_what_is_new(panel: ChatPanel, room: Room) -> None:
    room.tell(*(room.heard(number) for number in range(60)))
    QTest.keyClick(panel.view, Qt.Key.Key_Home)
    unseen_before = panel.view.unseen
    room.tell(*(room.heard(number) for number in range(60, 97)))
    assert panel.view.unseen == unseen_before + 37
    assert panel._unseen.text() == f"{panel.view.unseen} new"
    panel._unseen.click()
    assert panel.view.following
    assert not panel._unseen.isVisible()


def test_the_last_lines_are_there_from_the_start(
    panel: ChatPanel, line: "FakeLine", acts: "FakeActs", room: Room
) -> None:
    line.tell(Copy(line.show, (room.heard(1, "before"),), ()))
    acts.settle()
    assert rows(panel) == [("A: before", False)]


def test_a_search_shows_what_it_finds_in_place_of_the_chat(
    panel: ChatPanel, line: "FakeLine", room: Room, qtbot: QtBot
) -> None:
    line.chat = [room.heard(1, "size M please"), room.heard(2, "good evening")]
    room.tell(*line.chat)
    panel._words.setText("size")
    qtbot.waitUntil(lambda: panel._pages.currentWidget() is panel._found)
    qtbot.waitUntil(lambda: panel.head.caption.text() == "1 found")
    panel._words.clear()
    qtbot.waitUntil(lambda: panel._pages.currentWidget() is panel.view)


def test_without_a_line_the_panel_says_what_goes_there(panel: ChatPanel) -> None:
    assert panel._pages.currentWidget() is panel._quiet


@pytest.mark.parametrize(
    ("source", "letters"),
    [("twitch:myshop", "T"), ("irc+ws://127.0.0.1:1/#room", "I"), ("rehearsal:zh", "ZH")],
)
def test_a_source_is_known_by_its_letters(source: str, letters: str) -> None:
    assert badge(source) == letters
