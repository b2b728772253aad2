"""The list tells exactly what changed, however many claims there are."""

import random
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from console.domain.claims.claim import Claim, ClaimState, Part, PartState, Why
from console.domain.claims.sieve import EVERY, Sieve, sieve_of
from console.ui.claims.model import ClaimsModel
from console.ui.claims.row import Section
from console.ui.widgets.list_model import ROW
from tests.ui.conftest import EVENING

MANY = 5_000


def claim(number: int, state: PartState = PartState.HELD, minutes: float = 15) -> Claim:
    held = state is PartState.HELD
    until = EVENING + timedelta(minutes=minutes) if held else None
    part = Part(f"SKU-{number % 40}", 1, state, int(held), until=until)
    review = Why.UNSURE if state is PartState.ASKED else Why.NONE
    return Claim(number, 1, f"twitch/{number}", "twitch:x", str(number), EVENING, 0, (part,), review)


HOLDS = Sieve(states=(ClaimState.GRANTED, ClaimState.PARTLY))


def spies(model: QAbstractItemModel) -> dict[str, QSignalSpy]:
    names = ("rowsInserted", "rowsRemoved", "rowsMoved", "dataChanged", "modelReset")
    return {name: QSignalSpy(getattr(model, name)) for name in names}


def told(seen: dict[str, QSignalSpy]) -> dict[str, int]:
    return {name: spy.count() for name, spy in seen.items() if spy.count()}


@pytest.fixture
def many(qtbot: QtBot) -> ClaimsModel:  # noqa: ARG001 - Qt's objects need the application
    model = ClaimsModel()
    model.begin([claim(number) for number in range(1, MANY + 1)])
    return model


def test_of_five_thousand_claims_one_that_moves_is_one_row(many: ClaimsModel) -> None:
    seen = spies(many)
    many.put(claim(2_500, PartState.PAID))
    assert told(seen) == {"rowsMoved": 1, "dataChanged": 1}
    many.put(claim(MANY + 1, PartState.ASKED))
    assert told(seen) == {"rowsMoved": 1, "dataChanged": 1, "rowsInserted": 1}
    assert many.index(0).data(ROW).claim.id == MANY + 1
    assert (many.counts[Section.HELD], many.counts[Section.OVER], many.counts[Section.TRAY]) == (MANY - 1, 1, 1)


def test_what_is_as_it_was_is_not_told(many: ClaimsModel) -> None:
    seen = spies(many)
    many.put(claim(7))
    many.name({}, {})
    many.sift(EVERY)
    assert told(seen) == {}


def test_a_claim_that_the_search_lets_through_no_more_leaves(many: ClaimsModel) -> None:
    many.sift(HOLDS)
    seen = spies(many)
    many.put(claim(9, PartState.EXPIRED))
    many.put(claim(MANY + 1, PartState.WAITING))
    assert told(seen) == {"rowsRemoved": 1}
    assert many.row_of(9) == many.row_of(MANY + 1) == -1


def test_a_longer_hold_goes_behind_the_others(many: ClaimsModel) -> None:
    many.put(claim(1, minutes=20))
    assert many.row_of(1) == MANY - 1
    many.put(claim(1, minutes=1))
    assert many.row_of(1) == 0


def test_the_order_holds_through_any_course_of_things(qtbot: QtBot) -> None:  # noqa: ARG001 - as above
    model = ClaimsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    chance = random.Random(4)
    for _ in range(600):
        number, state = chance.randint(1, 30), chance.choice(list(PartState))
        model.put(claim(number, state, chance.randint(1, 9)), name=chance.choice(("", "Mia")))
        if chance.random() < 0.05:
            model.sift(chance.choice((EVERY, HOLDS, sieve_of("sku-1"), sieve_of("sku:sku-1 mia"))))
    model.sift(EVERY)
    rows = [model.index(at).data(ROW) for at in range(model.rowCount())]
    assert rows == sorted(rows, key=lambda row: row.place)
    assert len(rows) == model.all == sum(model.counts.values())


def test_a_name_is_kept_when_its_claim_moves(qtbot: QtBot) -> None:  # noqa: ARG001 - as above
    model = ClaimsModel()
    model.put(claim(1), name="Mia", words="SOLD 12")
    model.put(replace(claim(1), parts=claim(1, PartState.PAID).parts))
    assert (model.index(0).data(ROW).name, model.index(0).data(ROW).words) == ("Mia", "SOLD 12")
