"""The queue panel: what its keys ask for, and what it shows."""

import pytest
from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.domain.commands import AdjustStock, GoLive, MoveItem, Pin, RemoveItem, SeeOrders, SetCode, Unpin
from console.domain.money import Money
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus
from console.domain.stock_state import StockState
from console.ui.pictures.pictures import Pictures
from console.ui.queue.panel import QueuePanel
from console.ui.style.look import LiveLook
from console.ui.widgets.empty_state import EmptyState
from tests.ui.conftest import EVENING, SHOP, FakeActs, FakeLine

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class PaintedArea(QObject):
    """Adds up what is painted of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.area = QRegion()
        self._since = QElapsedTimer()
        self._since.start()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.area |= event.region()
            self._since.restart()
        return False

    def quiet(self, milliseconds: int) -> bool:
        """Whether nothing was painted for so long."""
        return self._since.hasExpired(milliseconds)


def codes(panel: QueuePanel) -> list[str]:
    return [row.code for row in panel.view.rows.rows]


def go_to(panel: QueuePanel, at: int) -> None:
    panel.view.setCurrentIndex(panel.view.rows.index(at))


def selected(panel: QueuePanel) -> str:
    row = panel.view.current()
    assert row
    return row.code


def sell(line: FakeLine, sku: str, pieces: int) -> None:
    lines = (OrderLine(sku, pieces),)
    total = Money(5990, "USD")
    snapshot = OrderSnapshot("shop", f"r{pieces}", "#1", OrderStatus.PLACED, line.now, 1, lines, total)
    line.decide(SeeOrders("shop", (snapshot,)), SHOP)


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter, K.Key_P])
def test_one_key_pins_and_the_same_again_unpins(panel: QueuePanel, acts: FakeActs, key: Qt.Key) -> None:
    go_to(panel, 2)
    item = acts.line.show.queue[2].id
    QTest.keyClick(panel.view, key)
    acts.settle()
    QTest.keyClick(panel.view, key)
    assert acts.asked == [Pin(item), Unpin()]


def test_keys_move_a_row_and_it_stays_selected(panel: QueuePanel, acts: FakeActs) -> None:
    go_to(panel, 2)
    item = acts.line.show.queue[2].id
    for key, modifier in ((K.Key_Down, ALT), (K.Key_Up, ALT), (K.Key_Up, ALT), (K.Key_Home, CONTROL)):
        QTest.keyClick(panel.view, key, modifier)
        acts.settle()
        assert selected(panel) == "3"
    assert acts.asked == [MoveItem(item, 3), MoveItem(item, 2), MoveItem(item, 1), MoveItem(item, 0)]
    assert codes(panel)[:4] == ["3", "1", "2", "4"]


def test_delete_removes_the_row_and_selects_its_neighbour(panel: QueuePanel, acts: FakeActs) -> None:
    go_to(panel, 1)
    item = acts.line.show.queue[1].id
    QTest.keyClick(panel.view, K.Key_Delete)
    acts.settle()
    assert acts.asked == [RemoveItem(item)]
    assert "2" not in codes(panel)
    assert selected(panel) in {"1", "3"}


def test_what_is_pinned_cannot_be_removed(panel: QueuePanel, acts: FakeActs) -> None:
    acts.line.decide(Pin(acts.line.show.queue[0].id))
    acts.settle()
    go_to(panel, 0)
    QTest.keyClick(panel.view, K.Key_Delete)
    assert not any(isinstance(command, RemoveItem) for command in acts.asked)


def test_f2_changes_the_code_in_its_place(qtbot: QtBot, panel: QueuePanel, acts: FakeActs) -> None:
    go_to(panel, 4)
    QTest.keyClick(panel.view, K.Key_F2)
    field = panel.view.viewport().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "p9")
    QTest.keyClick(field, K.Key_Return)
    qtbot.waitUntil(lambda: bool(acts.asked))
    acts.settle()
    assert acts.asked == [SetCode(acts.line.show.queue[4].id, "p9")]
    assert codes(panel)[4] == "p9"


def test_a_code_that_another_item_has_is_refused_and_the_old_one_stays(panel: QueuePanel, acts: FakeActs) -> None:
    panel.view.rows.setData(panel.view.rows.index(4), "1")
    acts.settle()
    assert codes(panel)[4] == "5"
    assert acts.notices


@pytest.mark.parametrize(("typed", "found"), [("12", "12"), ("2", "2"), ("cel", "9"), ("mug", "10")])
def test_typing_goes_to_a_code_or_a_title(panel: QueuePanel, typed: str, found: str) -> None:
    QTest.keyClicks(panel.view, typed)
    assert selected(panel) == found


def test_a_code_and_p_pins_that_item_at_once(panel: QueuePanel, acts: FakeActs) -> None:
    QTest.keyClicks(panel.view, "12p")
    assert acts.asked == [Pin(acts.line.show.queue[11].id)]


def test_a_letter_that_continues_a_title_is_no_shortcut(panel: QueuePanel, acts: FakeActs) -> None:
    wanted = next(row for row in panel.view.rows.rows if "p" in row.title.casefold()[1:].split()[0])
    typed = wanted.title.casefold()[: wanted.title.casefold().index("p", 1) + 1]
    QTest.keyClicks(panel.view, typed)
    assert acts.asked == []
    current = panel.view.current()
    assert current
    assert current.title.casefold().startswith(typed)


@pytest.mark.parametrize("key", [K.Key_Insert, K.Key_Plus])
def test_keys_ask_for_the_product_finder(qtbot: QtBot, panel: QueuePanel, key: Qt.Key) -> None:
    with qtbot.waitSignal(panel.add_wanted, timeout=1000):
        QTest.keyClick(panel.view, key)


def test_a_drop_in_the_view_asks_the_desk(panel: QueuePanel, acts: FakeActs) -> None:
    rows = panel.view.rows
    rows.dropMimeData(rows.mimeData([rows.index(3)]), Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    acts.settle()
    assert codes(panel)[:4] == ["4", "1", "2", "3"]


def test_every_row_says_what_is_left_and_a_sale_changes_one(panel: QueuePanel, acts: FakeActs) -> None:
    teapot = next(item for item in acts.line.show.queue if "teapot" in item.product)
    at = acts.line.show.queue.index(teapot)
    assert panel.view.rows.rows[at].left == 3
    assert panel.view.rows.rows[at].state is StockState.LOW
    told: list[int] = []
    panel.view.rows.dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    acts.line.decide(AdjustStock(acts.line.show.products[teapot.product].skus[0], -3, "broken"))
    acts.settle()
    assert panel.view.rows.rows[at].state is StockState.SOLD_OUT
    assert told == [at]


def test_a_sale_repaints_no_row_but_its_own(qtbot: QtBot, panel: QueuePanel, acts: FakeActs) -> None:
    painted = PaintedArea(panel.view.viewport())
    qtbot.waitUntil(lambda: painted.quiet(100))
    painted.area = QRegion()
    acts.line.decide(AdjustStock(acts.line.show.products[acts.line.show.queue[3].product].skus[0], -1, "broken"))
    acts.settle()
    qtbot.waitUntil(lambda: not painted.area.isEmpty())
    assert painted.area.boundingRect() == panel.view.visualRect(panel.view.rows.index(3))


def test_an_open_finding_marks_the_row_that_it_concerns(panel: QueuePanel, acts: FakeActs) -> None:
    sell(acts.line, acts.line.show.products[acts.line.show.queue[8].product].skus[0], 9)
    acts.settle()
    assert [row.code for row in panel.view.rows.rows if row.findings] == ["9"]
    assert panel.view.rows.rows[8].left == -6


def test_the_pinned_row_has_a_bar_a_word_and_its_time(panel: QueuePanel, acts: FakeActs, look: LiveLook) -> None:
    acts.line.decide(Pin(acts.line.show.queue[1].id))
    acts.settle()
    row = panel.view.rows.rows[1]
    assert row.pinned_at == EVENING
    rect = panel.view.visualRect(panel.view.rows.index(1))
    image = panel.view.viewport().grab().toImage()
    assert image.pixelColor(rect.left() + 1, rect.center().y()) == QColor(look.palette.accent)
    other = panel.view.visualRect(panel.view.rows.index(3))
    assert image.pixelColor(other.left() + 1, other.center().y()) != QColor(look.palette.accent)
    assert "explained now" in str(panel.view.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole))


def test_seconds_are_counted_only_while_something_is_pinned_and_seen(panel: QueuePanel, acts: FakeActs) -> None:
    assert not panel.view._tick.isActive()
    acts.line.decide(Pin(acts.line.show.queue[1].id))
    acts.settle()
    assert panel.view._tick.isActive()
    panel.hide()
    assert not panel.view._tick.isActive()
    panel.show()
    assert panel.view._tick.isActive()
    acts.line.decide(Unpin())
    acts.settle()
    assert not panel.view._tick.isActive()


def test_a_full_copy_is_shown_as_it_is(panel: QueuePanel, acts: FakeActs) -> None:
    acts.line.decide(GoLive())
    acts.line.decide(RemoveItem(acts.line.show.queue[0].id))
    acts.line.begin_again()
    acts.settle()
    assert codes(panel) == [item.code for item in acts.line.show.queue]


def test_an_empty_queue_says_how_to_begin(qtbot: QtBot, look: LiveLook, pictures: Pictures) -> None:
    acts = FakeActs(FakeLine())
    made = QueuePanel(acts, look, pictures, acts.line.clock)
    qtbot.addWidget(made)
    acts.settle()
    assert not made.view.isVisibleTo(made)
    assert [action.isEnabled() for action in made.view.actions()].count(True) == 1


def test_a_picture_is_painted_when_it_has_been_decoded(qtbot: QtBot, panel: QueuePanel, pictures: Pictures) -> None:
    name = panel.view.rows.rows[0].picture
    qtbot.waitUntil(lambda: pictures.of(name).image is not None)
    assert panel.view.viewport().grab().toImage().width() > 0


def test_every_action_has_a_key_and_words(panel: QueuePanel) -> None:
    assert all(action.text() and not action.shortcut().isEmpty() for action in panel.view.actions())


def test_what_is_explained_stays_in_sight_where_a_notice_takes_height(
    qtbot: QtBot, panel: QueuePanel, acts: FakeActs
) -> None:
    view = panel.view
    last_seen = view.indexAt(view.viewport().rect().bottomLeft()).row() - 1
    acts.line.decide(Pin(acts.line.show.queue[last_seen].id))
    acts.settle()
    panel.resize(panel.width(), panel.height() - 120)
    row = view.rows.index(last_seen)
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(row)))


def test_products_are_added_to_an_empty_queue_by_the_same_key(qtbot: QtBot, panel: QueuePanel, acts: FakeActs) -> None:
    for item in acts.line.show.queue:
        acts.line.decide(RemoveItem(item.id))
    acts.settle()
    empty = panel.findChild(EmptyState)
    button = empty.findChild(QPushButton) if empty else None
    assert button is not None
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    with qtbot.waitSignal(panel.add_wanted):
        QTest.keyClick(button, K.Key_Insert)
