"""Errors in slots of the window."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.exceptions import capture_exceptions

from console.ui.faults import Faults


class Bell(QObject):
    rung = Signal()


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr("console.log.log_failure", lambda name, error: told.append(f"{name} {type(error).__name__}"))
    return told


@pytest.fixture
def heard() -> Iterator[list[str]]:
    told: list[str] = []
    faults = Faults(lambda title, step: told.append(f"{title} {step}"))
    yield told
    faults.close()


def test_an_error_in_a_slot_is_logged_and_told_once_without_its_words(heard: list[str], logged: list[str]) -> None:
    bell = Bell()

    def broken() -> None:
        raise KeyError("Mia Buyer")

    bell.rung.connect(broken)
    for _ in range(3):
        bell.rung.emit()
    assert logged == ["the window KeyError"]
    (told,) = heard
    assert "KeyError" in told
    assert "Mia" not in told


def test_it_is_left_to_others_after_the_window_is_closed() -> None:
    with capture_exceptions():
        before = sys.excepthook
        faults = Faults(lambda *_: None)
        assert sys.excepthook != before
        faults.close()
        assert sys.excepthook == before
