"""The tests of the widgets share one look."""

import os

import pytest
from PySide6.QtWidgets import QApplication

from console.ui.style.look import LiveLook, Look
from console.ui.style.palette import DARK
from console.ui.style.type_scale import type_scale

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def look(qapp: QApplication) -> LiveLook:  # noqa: ARG001 - faces need an application
    return LiveLook(Look(DARK, type_scale("linux")))
