from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.claims.grammar import Form
from console.domain.claims.reading import ReasonCode
from console.domain.claims.rules import ClaimRules
from console.domain.commands import Pin, SetClaimRules
from console.ui.claims.rules_drawer import RulesDrawer
from console.ui.style.look import LiveLook
from console.ui.words.reasons import reason_words
from tests.ui.conftest import FakeActs, FakeLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints


@pytest.fixture
def drawer(qtbot: QtBot, acts: FakeActs, look: LiveLook, live: FakeLine) -> RulesDrawer:
    live.decide(Pin(live.show.queue[0].id))
    live.asked.clear()
    acts.settle()
    made = RulesDrawer(acts, look)
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    acts.settle()
    return made


def test_the_rules_are_shown_and_those_that_are_typed_are_kept(
    drawer: RulesDrawer, live: FakeLine, acts: FakeActs
) -> None:
    assert drawer.rules == ClaimRules()
    drawer.hold.setValue(10)
    drawer.limit.setValue(3)
    drawer.partial.setChecked(True)
    drawer.by_chat.setChecked(True)
    drawer.forms[Form.PINNED].setChecked(False)
    QTest.mouseClick(drawer.keep, Qt.MouseButton.LeftButton)
    acts.settle()
    assert live.asked == [SetClaimRules(drawer.rules)]
    rules = live.show.claims.rules
    assert (rules.hold, rules.limit, rules.partial) == (timedelta(minutes=10), 3, True)
    assert Form.PINNED not in rules.grammar.forms
    assert rules.by_chat


def test_rules_that_were_set_elsewhere_are_followed(drawer: RulesDrawer, live: FakeLine, acts: FakeActs) -> None:
    live.decide(SetClaimRules(ClaimRules(hold=timedelta(seconds=90), limit=7)))
    acts.settle()
    assert (drawer.hold.value(), drawer.limit.value()) == (1, 7)
    assert drawer.rules.hold == timedelta(seconds=90)


def test_a_line_can_be_tried_by_the_rules_as_they_are_typed(drawer: RulesDrawer, live: FakeLine) -> None:
    single = (item.code for item in live.show.queue if len(live.show.products[item.product].skus) == 1)
    code = next(single)
    drawer.line.setText(f"SOLD {code} x2")
    claimed = drawer.read.text()
    assert "2 × " in claimed
    assert "% sure" in claimed
    drawer.line.setText("+1")
    assert drawer.read.text() == "Waits for a person: ? · it does not say which option"
    drawer.forms[Form.PINNED].setChecked(False)
    assert drawer.read.text().startswith("No claim")
    assert live.asked == []


def test_a_question_is_no_claim(drawer: RulesDrawer) -> None:
    drawer.line.setText("how much is the shipping?")
    assert drawer.read.text().startswith("No claim")


def test_every_reason_has_words() -> None:
    assert [code for code in ReasonCode if not reason_words(code)] == []
