import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from console.domain.commands import AdjustStock, ImportCatalogue, LinkShop, RejectErrand, SeeOrders, SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.ui.bar.outbox_button import OutboxButton
from console.ui.style.look import LiveLook
from tests.ui.conftest import EVENING, FakeLine


@pytest.fixture
def button(qtbot: QtBot, look: LiveLook) -> OutboxButton:
    made = OutboxButton(look)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def linked(line: FakeLine) -> FakeLine:
    line.decide(SetConnection(Connection("shop", ConnectionKind.SHOP, "vendure+https://shop.example")))
    line.decide(LinkShop(ImportCatalogue("shop", "0" * 64, "shop", (), ()), SeeOrders("shop", (), (), "", EVENING)))
    return line


def test_without_a_shop_there_is_none(button: OutboxButton, line: FakeLine) -> None:
    button.stand(line.show, line.now)
    assert button.isHidden()


def test_its_length_and_oldest_age_are_always_told(button: OutboxButton, linked: FakeLine) -> None:
    button.stand(linked.show, linked.now)
    assert (button.isHidden(), button.text()) == (False, "0")
    linked.decide(AdjustStock("SHIRT-WHITE-M", -3, "broken"))
    button.stand(linked.show, linked.pass_time(seconds=12))
    assert button.text() == "1 · 12 s"
    assert button.accessibleName() == "1 on the way to the shop, the oldest for 12 s"


def test_the_tray_is_told_first(button: OutboxButton, linked: FakeLine) -> None:
    linked.decide(AdjustStock("SHIRT-WHITE-M", -3, "broken"))
    (number,) = linked.show.outbox
    linked.decide(RejectErrand(number, "no", "look"))
    button.stand(linked.show, linked.now)
    assert button.text() == "1"
    linked.decide(AdjustStock("MUG-SLATE", -1, "broken"))
    button.stand(linked.show, linked.now)
    assert button.text() == "1  ↑1 · 0 s"
    assert "1 need" in button.accessibleName()


def test_a_copied_file_says_that_nothing_is_sent(button: OutboxButton, linked: FakeLine) -> None:
    button.stand(replace(linked.show, held=True), linked.now)
    assert "nothing is sent" in button.accessibleName()
