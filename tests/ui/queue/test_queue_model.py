"""The queue's model tells exactly what changed, and asks instead of changing."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from console.domain.money import Money
from console.domain.stock_state import StockState
from console.ui.queue.model import QueueModel
from console.ui.queue.row import QueueRow
from console.ui.queue.words import QueueWords

_ROWS = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 3)), unique_by=lambda row: row[0])


def row(item: int, left: int = 7, title: str = "Mug") -> QueueRow:
    price = Money(1800, "USD")
    return QueueRow(item, str(item), title, 2, price, None, None, left, StockState.ENOUGH, None, 0, "")


def model(*rows: QueueRow) -> QueueModel:
    made = QueueModel(QueueWords())
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_rows(rows)
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(_ROWS, _ROWS)
def test_it_shows_any_rows_after_any_others(
    qapp: QApplication, before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    assert isinstance(qapp, QApplication)
    made = model(*(row(*each) for each in before))
    made.set_rows([row(*each) for each in after])
    assert [(each.item, each.left) for each in made.rows] == after


def test_only_the_row_that_differs_is_told(qapp: QApplication) -> None:
    assert isinstance(qapp, QApplication)
    made = model(*(row(item) for item in range(1, 501)))
    told: list[int] = []
    made.dataChanged.connect(lambda first, last, _roles: told.extend(range(first.row(), last.row() + 1)))
    made.rowsInserted.connect(lambda *_: told.append(-1))
    made.set_rows([row(item, 6 if item == 77 else 7) for item in range(1, 501)])
    assert told == [76]


def test_dropping_a_row_below_another_asks_for_its_new_position(qapp: QApplication) -> None:
    assert isinstance(qapp, QApplication)
    made = model(row(1), row(2), row(3))
    asked: list[tuple[int, int]] = []
    made.move_wanted.connect(lambda item, to: asked.append((item, to)))
    carried = made.mimeData([made.index(0)])
    for place in (3, -1, 0, 1, 2):
        made.dropMimeData(carried, Qt.DropAction.MoveAction, place, 0, QModelIndex())
    assert asked == [(1, 2), (1, 2), (1, 1)]
    assert [each.item for each in made.rows] == [1, 2, 3]


def test_something_foreign_that_is_dropped_asks_for_nothing(qapp: QApplication) -> None:
    assert isinstance(qapp, QApplication)
    made = model(row(1), row(2))
    asked: list[object] = []
    made.move_wanted.connect(lambda *told: asked.append(told))
    carried = made.mimeData([])
    carried.setText("2")
    assert not made.dropMimeData(carried, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert asked == []


def test_a_typed_code_is_asked_for_and_not_shown_until_it_is_so(qapp: QApplication) -> None:
    assert isinstance(qapp, QApplication)
    made = model(row(1), row(2))
    asked: list[tuple[int, str]] = []
    made.code_wanted.connect(lambda item, code: asked.append((item, code)))
    made.setData(made.index(1), " A7 ")
    made.setData(made.index(0), "1")
    assert asked == [(2, "A7")]
    assert made.index(1).data(Qt.ItemDataRole.EditRole) == "2"


def test_mark_up_in_a_title_is_escaped_in_the_tooltip(qapp: QApplication) -> None:
    assert isinstance(qapp, QApplication)
    made = model(row(1, title="<img src='file:///x'><b>Mug</b>"))
    tip = str(made.index(0).data(Qt.ItemDataRole.ToolTipRole))
    assert "<img" not in tip
    assert "&lt;b&gt;Mug" in tip
