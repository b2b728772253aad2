"""The line of a buyer says what became of what it claims, and who the buyer is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from console.desk.watching import Copy
from console.domain.actors import Actor, Role
from console.domain.changes import ChatHeard, Entry, HeardLine
from console.domain.claims.buyers import Past, Told
from console.domain.claims.reading import Asked, Verdict
from console.domain.commands import GoLive, MarkBuyer, ReleaseClaim
from console.ui.bridge import Bridge
from console.ui.chat.panel import ChatPanel
from console.ui.chat.row import Note
from console.ui.style.look import LiveLook
from console.ui.widgets.shapes import Shape
from tests.domain.claiming import claiming, line_of
from tests.ui.conftest import OPERATOR, FakeActs, FakeLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints
MUG = "MUG-SLATE"
VIEWER = Actor("", Role.VIEWER)
Claiming = Callable[..., int]


@pytest.fixture
def panel(qtbot: QtBot, acts: FakeActs, look: LiveLook, line: FakeLine) -> ChatPanel:
    line.decide(GoLive())
    made = ChatPanel(acts, look)
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    acts.settle()
    return made


@pytest.fixture
def claim(line: FakeLine) -> Claiming:
    """Have the desk decide a claim, whose line comes from the file later."""

    def claimed(id_: str, buyer: str, pieces: int = 1, verdict: Verdict = Verdict.GRANT) -> int:
        line.decide(claiming(id_, buyer, Asked(MUG, pieces), verdict=verdict))
        return line.show.serial

    return claimed


@pytest.fixture
def notes(panel: ChatPanel, line: FakeLine, acts: FakeActs) -> Callable[..., list[Note | None]]:
    """Have these lines be heard with the rows of a file, and give their notes."""

    def heard(*said: str) -> list[Note | None]:
        acts.settle()
        panel._book.clear()
        panel.view.clear()
        events = tuple(HeardLine(line_of(id_, "any"), 1 + at) for at, id_ in enumerate(said))
        line.tell(Entry(ChatHeard(events), line.now, VIEWER, ""))
        acts.settle()
        return shown(panel)

    return heard


def test_what_a_file_shows_before_there_is_a_line_asks_nobody(
    qtbot: QtBot, acts: FakeActs, look: LiveLook, line: FakeLine, claim: Claiming
) -> None:
    line.decide(GoLive())
    claim("1", "ana")
    acts._bridge = Bridge(None, OPERATOR)
    made = ChatPanel(acts, look)
    qtbot.addWidget(made)
    acts.bridge.begin(Copy(line.show, (), ()))
    assert line.show.claims.by_id
    assert acts.started == []


def shown(panel: ChatPanel) -> list[Note | None]:
    screen = panel.view._screen
    panel.view._advance()
    laid = (screen.laid(number) for number in range(screen.span.first, screen.span.end))
    return [each.note for each in laid if each]


def test_the_line_says_what_became_of_it_and_who_it_is(
    claim: Claiming, notes: Callable[..., list[Note | None]], line: FakeLine
) -> None:
    level = line.show.stock.get(MUG)
    assert level is not None
    claim("m1", "mia", level.available)
    claim("m2", "bob")
    claim("m3", "cid", verdict=Verdict.REVIEW)
    assert notes("m1", "m2", "m3", "hello") == [
        Note(Shape.DISC, "good", f"{level.available} × {MUG} held · first time"),
        Note(Shape.DOTS, "accent", f"{MUG} waiting as number 1 · first time"),
        Note(Shape.TRIANGLE, "low", "in the tray: one of the forms that count · 100 % sure · first time"),
        None,
    ]


def test_the_line_of_who_waited_says_so_when_pieces_are_free(
    claim: Claiming, notes: Callable[..., list[Note | None]], panel: ChatPanel, line: FakeLine, acts: FakeActs
) -> None:
    level = line.show.stock.get(MUG)
    assert level is not None
    first = claim("m1", "mia", level.available)
    claim("m2", "bob")
    claim("m3", "cid")
    before = notes("m1", "m2", "m3")
    assert before[2] is not None
    assert before[2].words.startswith(f"{MUG} waiting as number 2")
    line.decide(ReleaseClaim(first))
    acts.settle()
    assert [each.words for each in shown(panel) if each] == [
        f"{MUG} released · first time",
        f"1 × {MUG} held · first time",
        f"1 × {MUG} held · first time",
    ]


def test_a_restricted_buyer_and_one_with_a_past_are_told(
    claim: Claiming, notes: Callable[..., list[Note | None]], panel: ChatPanel, line: FakeLine, acts: FakeActs
) -> None:
    claim("m1", "mia")
    notes("m1")
    line.decide(MarkBuyer("twitch/mia", restricted=True))
    acts.settle()
    assert [each.words for each in shown(panel) if each] == [f"1 × {MUG} held · restricted · first time"]
    line.told = Told(past={"twitch/mia": Past(claims=4, unpaid=1)})
    line.begin_again()
    acts.settle()
    assert [each.words for each in notes("m1") if each] == [f"1 × {MUG} held · restricted · 1 left unpaid · repeat"]


def test_a_note_takes_a_line_of_its_own_and_is_painted(
    claim: Claiming, notes: Callable[..., list[Note | None]], panel: ChatPanel, look: LiveLook
) -> None:
    claim("m1", "mia")
    notes("m1", "plain")
    noted, plain = (panel.view._screen.laid(number) for number in _numbers(panel))
    assert noted is not None
    assert plain is not None
    assert noted.height == plain.height + panel.view._measure.line
    image = panel.view.viewport().grab().toImage()
    assert look.palette.good.lower() in colours(image)


def test_who_cannot_see_it_hears_the_note(
    claim: Claiming, notes: Callable[..., list[Note | None]], panel: ChatPanel
) -> None:
    claim("m1", "mia")
    notes("m1")
    panel.view._hold(_numbers(panel)[0])
    assert panel.view.accessibleDescription() == f"any: SOLD 12. 1 × {MUG} held · first time"


def test_a_row_that_says_the_same_is_not_laid_out_again(
    claim: Claiming, notes: Callable[..., list[Note | None]], panel: ChatPanel, line: FakeLine, acts: FakeActs
) -> None:
    claim("m1", "mia")
    notes("m1")
    before = panel.view._screen.laid(_numbers(panel)[0])
    line.decide(MarkBuyer("twitch/other", restricted=True))
    acts.settle()
    assert panel.view._screen.laid(_numbers(panel)[0]) is before


def _numbers(panel: ChatPanel) -> range:
    span = panel.view._screen.span
    return range(span.first, span.end)


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(QPoint(x, y)).name() for x in range(image.width()) for y in range(image.height())}
