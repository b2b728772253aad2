"""Taking a role: the layout, the sign in the bar, and the name under which everything is on record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.actors import Role
from console.domain.commands import SetRights
from console.domain.rights import Right, Rights
from console.ui.layout.values import LayoutName
from console.ui.roles.drawer import RolesDrawer
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, FakeLine
from tests.ui.whole import Whole

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints


@pytest.fixture
def whole(qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> Whole:
    return Whole(qtbot, line, acts, look)


def drawer(whole: Whole) -> RolesDrawer:
    QTest.keyClick(whole.stage, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    found = whole.view.findChild(RolesDrawer)
    assert isinstance(found, RolesDrawer)
    assert found.isVisible()
    return found


def test_a_role_is_one_key_and_brings_its_layout(whole: Whole) -> None:
    page = drawer(whole)
    QTest.keyClick(page.buttons[Role.OPERATOR], Qt.Key.Key_2)
    assert whole.acts.bridge.actor.role is Role.ASSISTANT
    assert whole.view.places.layouts.name is LayoutName.ASSISTANT
    assert (whole.view.bar.role.isVisible(), whole.view.bar.role.text()) == (True, "Assistant")
    page.take(Role.OPERATOR)
    assert not whole.view.bar.role.isVisible()


def test_the_operator_gives_rights_and_an_assistant_cannot(whole: Whole) -> None:
    page = drawer(whole)
    page.checks[Role.ASSISTANT, Right.TAKE].click()
    assert whole.line.asked[-1] == SetRights(Rights(frozenset({Right.STOCK, Right.TAKE}), frozenset({Right.TAKE})))
    page.take(Role.ASSISTANT)
    assert not any(check.isEnabled() for check in page.checks.values())
