from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.claims.grammar import Arming, Form, ItemGrammar
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


def test_one_item_has_rules_of_its_own(drawer: RulesDrawer, live: FakeLine, acts: FakeActs) -> None:
    items, code = drawer.items, live.show.queue[1].code
    items.item.setCurrentIndex(1)
    items.armed.setCurrentIndex(items.armed.findData(Arming.NEVER))
    items.limit.setValue(2)
    drawer.line.setText(f"SOLD {code}")
    assert drawer.read.text().startswith("No claim")
    drawer.keep.click()
    acts.settle()
    rules, product = live.show.claims.rules, live.show.products[live.show.queue[1].product]
    assert rules.grammar.items == (ItemGrammar(product.id, Arming.NEVER),)
    assert {rules.limit_of(sku) for sku in product.skus} == {2}
    items.item.setCurrentIndex(0)
    assert (items.armed.currentData(), items.limit.value()) == (None, -1)


def test_an_item_can_have_forms_of_its_own(drawer: RulesDrawer) -> None:
    items = drawer.items
    items.own.setChecked(True)
    assert all(box.isChecked() for box in items.forms.values())
    items.forms[Form.CODE].setChecked(False)
    (kept,) = drawer.rules.grammar.items
    assert kept.forms == tuple(form for form in Form if form is not Form.CODE)
    items.own.setChecked(False)
    assert drawer.rules.grammar.items == ()


def test_holds_or_first_paid_is_chosen(drawer: RulesDrawer, live: FakeLine, acts: FakeActs) -> None:
    drawer.first_paid.setChecked(True)
    drawer.late_waits.setChecked(False)
    drawer.hold_moved_up.setValue(5)
    drawer.armed.setCurrentIndex(drawer.armed.findData(Arming.PINNED))
    drawer.most.setValue(3)
    drawer.keep.click()
    acts.settle()
    rules = live.show.claims.rules
    assert (rules.first_paid, rules.late_waits, rules.hold_moved_up) == (True, False, timedelta(minutes=5))
    assert (rules.grammar.armed, rules.grammar.most) == (Arming.PINNED, 3)
