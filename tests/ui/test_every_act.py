"""Whatever a person can do has one name, words, and keys that mean nothing else where they work."""

from itertools import combinations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from console.ui.act import START, Act, Reach, meet, sequences, words_of
from console.ui.every_act import EVERY, GROUPS
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, FakeLine
from tests.ui.whole import Whole, start_page


@pytest.fixture
def whole(qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> Whole:
    made = Whole(qtbot, line, acts, look)
    for _name in made.open_all():
        continue
    return made


def test_every_action_of_the_window_is_an_act(whole: Whole) -> None:
    strangers = [(action.objectName(), action.text()) for action in whole.actions() if action.objectName() not in EVERY]
    assert strangers == []
    assert [action.objectName() for action in whole.actions() if not action.text().strip()] == []


def test_every_act_is_done_by_an_action(whole: Whole, look: LiveLook) -> None:
    page = start_page(look)
    done = {action.objectName() for action in (*whole.actions(), *page.findChildren(QAction))}
    assert sorted(EVERY.keys() - done) == []
    page.deleteLater()


def test_an_action_has_the_keys_of_its_act(whole: Whole) -> None:
    wrong = [a.objectName() for a in whole.actions() if a.shortcuts() != sequences(EVERY[a.objectName()].keys)]
    assert wrong == []


def test_no_two_acts_share_a_key_where_both_work() -> None:
    clashes = [
        (one.id, two.id, sorted(set(one.keys) & set(two.keys)))
        for one, two in combinations(EVERY.values(), 2)
        if meet(one, two) and set(one.keys) & set(two.keys)
    ]
    assert clashes == []


def test_ids_are_places_and_deeds_and_none_is_given_twice() -> None:
    ids = [act.id for acts in GROUPS.values() for act in acts]
    assert len(ids) == len(set(ids))
    assert [each for each in ids if each.count(".") != 1 or not each.replace(".", "").replace("_", "").isalpha()] == []


def test_every_key_is_one_that_qt_can_read() -> None:
    for act in EVERY.values():
        assert [QKeySequence(key).toString() for key in act.keys] == list(act.keys), act.id
        assert words_of(act)


def test_acts_meet_where_one_of_them_works_everywhere() -> None:
    wide, here, there = Act("a.x", "x", reach=Reach.WINDOW), Act("b.x", "x"), Act("c.x", "x")
    assert meet(wide, here)
    assert not meet(here, there)
    assert not meet(here, here)
    assert not meet(Act(f"{START}.x", "x"), wide)
    assert meet(Act(f"{START}.x", "x"), EVERY["look.change_theme"])
