import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.ui.tidying import EVERY_MS, OLDER_EVERY, Tidying


@pytest.fixture
def tidying(qtbot: QtBot) -> Iterator[Tidying]:  # noqa: ARG001 - a timer needs the application
    tidying = Tidying()
    yield tidying
    tidying.close()
    gc.disable()


def knotted() -> "weakref.ref[QWidget]":
    """A widget that only a cycle keeps."""
    widget = QWidget()
    widget.destroyed.connect(lambda: None)
    widget.__dict__["self"] = widget
    return weakref.ref(widget)


def test_another_thread_collects_no_widget(tidying: Tidying) -> None:
    kept = knotted()
    busy = threading.Thread(target=lambda: [[[]] for _ in range(200_000)])
    busy.start()
    busy.join()
    assert kept() is not None
    tidying.collect()
    gc.collect()
    assert kept() is None


@pytest.mark.usefixtures("tidying")
def test_garbage_is_collected_by_the_windows_thread_before_long(qtbot: QtBot) -> None:
    kept = knotted()
    rows: list[list[int]] = [[] for _ in range(2_000)]
    qtbot.waitUntil(lambda: kept() is None, timeout=EVERY_MS * (OLDER_EVERY[0] + 4))
    assert rows


def test_at_the_end_python_collects_by_itself_again(qtbot: QtBot) -> None:  # noqa: ARG001 - as above
    Tidying().close()
    assert gc.isenabled()
    gc.disable()
