"""A number is changed on purpose only."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.ui.widgets.number_field import NumberField


def test_the_arrows_step_within_the_bounds(qtbot: QtBot) -> None:
    field = NumberField("Pieces", 0, 2)
    qtbot.addWidget(field)
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 2


def test_a_wheel_leaves_the_number_alone(qtbot: QtBot) -> None:
    field = NumberField("Pieces")
    qtbot.addWidget(field)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert (field.value(), wheel.isAccepted()) == (0, False)
