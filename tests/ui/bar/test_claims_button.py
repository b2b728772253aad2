import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from console.domain.claims.reading import Asked, Verdict
from console.domain.commands import GoLive, ReviewClaim
from console.ui.bar.bar import Bar
from console.ui.style.look import LiveLook, Look
from console.ui.style.palette import DARK
from console.ui.style.type_scale import type_scale
from tests.domain.claiming import claiming
from tests.ui.conftest import FakeActs

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints
MUG = Asked("MUG-SLATE", 1)


def claim(acts: FakeActs, verdict: Verdict = Verdict.REVIEW) -> None:
    number = str(len(acts.line.show.claims.by_id))
    acts.line.decide(claiming(number, number, MUG, verdict=verdict))
    acts.settle()


@pytest.fixture
def bar(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> Bar:
    acts.line.decide(GoLive())
    made = Bar(acts, look, acts.line.clock)
    qtbot.addWidget(made)
    made.show()
    acts.settle()
    return made


def test_the_bar_counts_the_claims_that_need_a_person(bar: Bar, acts: FakeActs) -> None:
    assert not bar.claims.isVisible()
    claim(acts, Verdict.GRANT)
    assert (bar.claims.isVisible(), bar.claims.text(), bar.claims.accessibleName()) == (True, "", "Claims")
    claim(acts)
    claim(acts)
    assert (bar.claims.text(), bar.claims.accessibleName()) == ("2", "2 claim(s) need you")
    acts.line.decide(ReviewClaim(acts.line.show.claims.tray[0].id, accept=False))
    acts.settle()
    assert bar.claims.text() == "1"
    acts.line.begin_again()
    acts.settle()
    assert bar.claims.text() == "1"


def test_it_leads_to_the_claims(bar: Bar, acts: FakeActs) -> None:
    claim(acts)
    wanted = QSignalSpy(bar.claims_wanted)
    bar.claims.click()
    assert wanted.count() == 1


@pytest.mark.parametrize("width", [1280, 1350, 1920])
def test_its_number_stays_readable_however_large_the_text_is(
    qtbot: QtBot, bar: Bar, acts: FakeActs, look: LiveLook, width: int
) -> None:
    look.set_value(Look(DARK, type_scale("linux", 2.0)))
    for _ in range(12):
        claim(acts)
    bar.resize(width, 112)
    bar._update()
    qtbot.waitUntil(lambda: bar.claims.width() >= bar.claims.sizeHint().width())
