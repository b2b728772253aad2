"""What crosses from the engine's thread to the window's arrives, however the two take turns."""

from collections import deque

from pytestqt.qtbot import QtBot

from console.desk.watching import News
from console.domain.commands import GoLive
from console.domain.show import Mode
from console.ui.bridge import Bridge
from tests.ui.conftest import OPERATOR, FakeLine


class TakenMeanwhile(deque[News]):
    """News of which the window takes the last just as more comes."""

    def extend(self, news: object) -> None:
        self.clear()
        super().extend(news)  # type: ignore[arg-type]


def test_news_that_comes_as_the_window_takes_the_last_is_shown_too(qtbot: QtBot) -> None:
    line = FakeLine()
    bridge = Bridge(line, OPERATOR)
    qtbot.waitUntil(lambda: bridge.show.id == 1)
    bridge._news = TakenMeanwhile([line.copy()])
    line.decide(GoLive())
    qtbot.waitUntil(lambda: bridge.show.mode is Mode.ON_AIR)


def test_news_in_a_row_wakes_the_window_once(qtbot: QtBot) -> None:
    line = FakeLine()
    bridge = Bridge(line, OPERATOR)
    qtbot.waitUntil(lambda: bridge.show.id == 1)
    woken: list[None] = []
    bridge._arrived.connect(lambda: woken.append(None))
    line.decide(GoLive())
    line.begin_again()
    qtbot.waitUntil(lambda: bridge.show.mode is Mode.ON_AIR)
    assert len(woken) == 1
