"""The run-of-show panel: what it shows, and what its keys do."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRegularExpression, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.domain.commands import (
    AdjustStock,
    EndShow,
    GoLive,
    MoveSegment,
    RemoveSegment,
    SaveSegment,
    SeeOrders,
    SkipSegment,
    Take,
)
from console.domain.money import Money
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus
from console.domain.rundown import Segment
from console.domain.stock import MOST
from console.ui.rundown.binding import Binding
from console.ui.rundown.model import MIME, Asked
from console.ui.rundown.panel import RundownPanel
from console.ui.style.look import LiveLook
from console.ui.widgets.clamped_label import ClampedLabel
from tests.ui.conftest import EVENING, FakeActs, FakeLine

KEY = Qt.Key


class Desk:
    """A hand at the panel's keys."""

    def __init__(self, panel: RundownPanel, acts: FakeActs) -> None:
        self.panel = panel
        self.acts = acts
        self.line = acts.line

    def decide(self, *commands: GoLive | Take | EndShow | SaveSegment | SkipSegment) -> None:
        for command in commands:
            self.line.decide(command)
        self.acts.settle()
        self.acts.asked.clear()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.panel.segments, key, modifier)
        self.acts.settle()

    def type_into(self, name: str, text: str) -> None:
        self.panel.editor._fields[name].set_value(text)

    def save(self) -> None:
        QTest.keyClick(self.panel.editor, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.acts.settle()

    def wrong(self, name: str) -> str:
        return self.panel.editor._fields[name].wrong

    def is_editing(self) -> bool:
        return self.panel.editing

    def segment(self, at: int) -> int:
        return self.line.show.segments[at].id


@pytest.fixture
def desk(panel: RundownPanel, acts: FakeActs) -> Desk:
    return Desk(panel, acts)


def words(panel: RundownPanel) -> str:
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    clamped = [label.value for label in panel.findChildren(ClampedLabel) if label.isVisible()]
    return " | ".join([*shown, *clamped])


def test_before_the_show_the_first_segment_and_the_planned_length_are_shown(panel: RundownPanel) -> None:
    assert "NEXT" in words(panel)
    assert "Warm welcome" in words(panel)
    assert panel.foot.words == "planned 1:00:00"
    assert not panel.timer.isActive()


def test_the_live_segment_counts_down_then_over_in_words(desk: Desk) -> None:
    desk.decide(GoLive(), Take())
    desk.line.pass_time(seconds=50.5)
    desk.panel._tick()
    value = desk.panel.block.countdown
    assert (value.figures, value.word, value.detail, value.over) == ("02:10", "left", "00:50 of 03:00", False)
    desk.line.pass_time(minutes=5)
    desk.panel._tick()
    value = desk.panel.block.countdown
    assert (value.figures, value.word, value.over) == ("+02:50", "OVER", True)
    assert desk.panel.foot.words == "planned end 20:00 ends 20:02 +02:50"


def test_it_ticks_only_while_a_show_runs_and_somebody_sees_it(desk: Desk) -> None:
    desk.decide(GoLive(), Take())
    assert desk.panel.timer.isActive()
    desk.panel.hide()
    assert not desk.panel.timer.isActive()
    desk.panel.show()
    assert desk.panel.timer.isActive()
    desk.decide(EndShow())
    assert not desk.panel.timer.isActive()


def test_after_the_show_the_totals_are_shown(desk: Desk) -> None:
    desk.decide(GoLive(), Take())
    desk.line.pass_time(minutes=70)
    desk.decide(EndShow())
    assert desk.panel.block.countdown.figures == "1:10:00"
    assert desk.panel.foot.words == "planned end 20:00 ended 20:10 +10:00"


def test_the_script_of_the_live_segment_is_plain_text(desk: Desk) -> None:
    hostile = "<b>bold</b><img src='file:///etc/passwd'>"
    desk.decide(SaveSegment(Segment("Mugs", timedelta(minutes=1), script=hostile), 0), GoLive(), Take())
    assert desk.panel.reading.script.toPlainText() == hostile


def test_a_script_tells_what_is_so_now(desk: Desk) -> None:
    shirt = desk.line.show.products["linen-shirt"]
    script = "Today {price}.\nOnly 3 left.\n{coupon}"
    desk.decide(
        SaveSegment(Segment("Shirts", timedelta(minutes=1), script=script, products=(shirt.id,)), 0), GoLive(), Take()
    )
    shown = desk.panel.reading.script
    desk.panel.bind()
    assert shown.toPlainText() == "Today $59.90.\nOnly 3 left.  ✕ 331 left\n[no coupon]"
    assert shown.document().findBlockByNumber(1).textFormats()[0].format.fontStrikeOut()
    for sku in shirt.skus:
        desk.line.decide(AdjustStock(sku, -desk.line.show.stock[sku].on_hand, "count"))
    desk.line.decide(AdjustStock(shirt.skus[0], 3, "count"))
    desk.acts.settle()
    assert shown.toPlainText() == "Today $59.90.\nOnly 3 left.\n[no coupon]"


def test_the_patterns_of_scripts_are_read_beside_the_window(qtbot: QtBot) -> None:
    binding = Binding()
    with qtbot.waitSignal(binding.done, timeout=10_000):
        binding.soon()


def test_space_takes_the_next_segment(desk: Desk) -> None:
    desk.decide(GoLive())
    desk.key(KEY.Key_Space)
    assert desk.acts.asked == [Take(desk.segment(0))]


def test_a_double_tap_takes_one_segment_and_a_later_key_the_next(desk: Desk) -> None:
    desk.decide(GoLive())
    desk.key(KEY.Key_Space)
    desk.line.pass_time(milliseconds=399)
    desk.key(KEY.Key_Space)
    assert len(desk.line.show.aired) == 1
    desk.line.pass_time(milliseconds=1)
    desk.key(KEY.Key_Space)
    assert [each.segment for each in desk.line.show.aired] == [desk.segment(0), desk.segment(1)]


def test_a_key_that_is_held_down_takes_nothing_more(panel: RundownPanel) -> None:
    repeating = {
        action.text() for action in panel.findChildren(QAction, QRegularExpression("^rundown")) if action.autoRepeat()
    }
    assert repeating == {"Move the segment up", "Move the segment down"}


def test_b_goes_back(desk: Desk) -> None:
    desk.decide(GoLive(), Take(), Take())
    desk.key(KEY.Key_B)
    assert desk.line.show.live
    assert desk.line.show.live.segment == desk.segment(0)


def test_s_skips_what_comes_and_takes_it_in_again(desk: Desk) -> None:
    desk.panel.segments.choose(desk.segment(2))
    desk.key(KEY.Key_S)
    assert desk.line.show.skipped == {desk.segment(2)}
    desk.key(KEY.Key_S)
    assert desk.line.show.skipped == frozenset()


def test_s_leaves_the_live_segment_alone(desk: Desk) -> None:
    desk.decide(GoLive(), Take())
    desk.panel.segments.choose(desk.segment(0))
    desk.key(KEY.Key_S)
    assert desk.acts.asked == []


def test_enter_takes_the_chosen_segment_only_when_pressed_again(desk: Desk) -> None:
    desk.decide(GoLive())
    desk.panel.segments.choose(desk.segment(4))
    desk.key(KEY.Key_Return)
    assert desk.acts.asked == []
    desk.key(KEY.Key_Return)
    assert desk.acts.asked == [Take(desk.segment(4))]


def test_another_choice_forgets_the_first_enter(desk: Desk) -> None:
    desk.decide(GoLive())
    desk.panel.segments.choose(desk.segment(4))
    desk.key(KEY.Key_Return)
    desk.key(KEY.Key_Down)
    desk.key(KEY.Key_Up)
    desk.key(KEY.Key_Return)
    assert desk.acts.asked == []


def test_delete_removes_when_pressed_again(desk: Desk) -> None:
    gone = desk.segment(3)
    desk.panel.segments.choose(gone)
    desk.key(KEY.Key_Delete)
    assert desk.acts.asked == []
    desk.key(KEY.Key_Delete)
    assert desk.acts.asked == [RemoveSegment(gone)]
    assert desk.panel.model.position(gone) is None


def test_alt_and_an_arrow_move_the_chosen_segment_which_stays_chosen(desk: Desk) -> None:
    moved = desk.segment(1)
    desk.panel.segments.choose(moved)
    desk.key(KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.segment(2) == moved
    desk.key(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.segment(1) == moved
    current = desk.panel.segments.current
    assert current
    assert current.id == moved


def test_a_drop_between_rows_moves_the_dragged_segment_there(desk: Desk) -> None:
    desk.panel.resize(320, 1200)
    segments, dragged = desk.panel.segments, desk.segment(0)
    data = QMimeData()
    data.setData(MIME, str(dragged).encode())
    below = segments.visualRect(desk.panel.model.index(2)).bottomLeft()
    action = Qt.DropAction.MoveAction
    segments.dropEvent(
        QDropEvent(QPointF(below), action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )
    assert desk.acts.asked == [MoveSegment(dragged, 2)]
    assert desk.segment(2) == dragged


def test_f2_edits_and_ctrl_enter_saves(desk: Desk) -> None:
    desk.panel.segments.choose(desk.segment(2))
    desk.key(KEY.Key_F2)
    assert desk.is_editing()
    desk.type_into("title", "Linen, again")
    desk.type_into("planned", "8:30")
    desk.save()
    assert not desk.is_editing()
    saved = desk.line.show.segments[2]
    assert (saved.title, saved.planned, saved.products) == (
        "Linen, again",
        timedelta(minutes=8, seconds=30),
        ("linen-shirt",),
    )


def test_what_the_desk_refuses_stands_beside_its_field_and_nothing_is_lost(desk: Desk) -> None:
    desk.key(KEY.Key_Insert)
    desk.type_into("title", "  ")
    desk.type_into("script", "Hello")
    desk.save()
    assert desk.wrong("title") == "a segment has a title"
    assert desk.is_editing()
    assert desk.panel.editor.value.script == "Hello"


def test_an_unknown_product_and_a_bad_length_stand_beside_their_fields(desk: Desk) -> None:
    desk.key(KEY.Key_Insert)
    desk.type_into("title", "Mugs")
    desk.type_into("planned", "soon")
    desk.type_into("products", f"no such thing {MOST}")
    desk.save()
    assert "07:30" in desk.wrong("planned")
    assert "no such thing" in desk.wrong("products")
    assert desk.acts.asked == []


def test_a_new_segment_follows_the_chosen_one_and_is_chosen(desk: Desk) -> None:
    desk.panel.segments.choose(desk.segment(0))
    desk.key(KEY.Key_Insert)
    desk.type_into("title", "Mugs")
    desk.save()
    assert desk.line.show.segments[1].title == "Mugs"
    current = desk.panel.segments.current
    assert current
    assert current.title == "Mugs"


def test_a_segment_that_was_removed_meanwhile_can_be_added_again(desk: Desk) -> None:
    gone = desk.segment(5)
    desk.panel.segments.choose(gone)
    desk.key(KEY.Key_E)
    desk.line.decide(RemoveSegment(gone))
    desk.acts.settle()
    desk.save()
    assert "removed" in desk.wrong("title")
    desk.save()
    assert desk.line.show.segments[-1].title == "Your questions"


def test_ctrl_enter_saves_from_within_the_script_and_enter_alone_does_not(desk: Desk) -> None:
    desk.panel.segments.choose(desk.segment(0))
    desk.key(KEY.Key_F2)
    script = desk.panel.editor._fields["script"]._edit
    QTest.keyClick(script, KEY.Key_Return)
    assert desk.is_editing()
    QTest.keyClick(script, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not desk.is_editing()


def test_letters_and_spaces_in_the_editor_are_only_text(desk: Desk) -> None:
    desk.decide(GoLive())
    desk.key(KEY.Key_Insert)
    QTest.keyClicks(desk.panel.editor._fields["title"]._edit, "bags eb s")
    assert desk.panel.editor.value.title == "bags eb s"
    assert desk.acts.asked == []


def test_a_double_tap_is_timed_by_hands_however_fast_a_rehearsal_goes(
    qtbot: QtBot, planned: FakeLine, acts: FakeActs, look: LiveLook
) -> None:
    acts.settle()
    panel = RundownPanel(acts, look, planned.clock)
    qtbot.addWidget(panel)
    planned.decide(GoLive())
    acts.settle()
    for _ in range(2):
        panel._keys.take.trigger()
        acts.settle()
        planned.pass_time(minutes=1)
    assert len(planned.show.aired) == 1


def test_escape_leaves_the_segment_as_it_was(desk: Desk) -> None:
    desk.panel.segments.choose(desk.segment(0))
    desk.key(KEY.Key_F2)
    desk.type_into("title", "Something else")
    QTest.keyClick(desk.panel.editor, KEY.Key_Escape)
    assert not desk.is_editing()
    assert desk.acts.asked == []


def test_the_time_goes_on_above_the_editor(desk: Desk) -> None:
    desk.decide(GoLive(), Take())
    desk.key(KEY.Key_F2)
    desk.line.pass_time(seconds=10)
    desk.panel._tick()
    assert desk.panel.block.isVisible()
    assert desk.panel.block.countdown.figures == "02:50"


def test_without_a_rundown_one_button_begins_the_import(
    qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook
) -> None:
    acts.settle()
    panel = RundownPanel(acts, look, line.clock)
    qtbot.addWidget(panel)
    panel.show()
    assert "No rundown yet. Import one, or add a segment." in words(panel)
    with qtbot.waitSignal(panel.import_wanted, timeout=1000):
        panel._empty.acted.emit()  # type: ignore[attr-defined]
    panel.add()
    assert panel.editor.isVisible()


def test_the_keyboard_comes_to_the_list_of_segments_first(planned: FakeLine, acts: FakeActs, look: LiveLook) -> None:
    acts.settle()
    panel = RundownPanel(acts, look, planned.clock)
    assert panel.focusWidget() is panel.segments
    panel.deleteLater()


def test_the_row_itself_says_that_enter_is_wanted_again(desk: Desk) -> None:
    desk.decide(GoLive())
    desk.panel.segments.choose(desk.segment(11))
    before = desk.panel.segments.grab().toImage()
    desk.key(KEY.Key_Return)
    assert desk.panel.model.asked == (desk.segment(11), Asked.TAKE)
    assert desk.panel.segments.grab().toImage() != before


def test_news_about_orders_paints_nothing_here(desk: Desk) -> None:
    told: list[object] = []
    desk.panel.model.dataChanged.connect(told.append)
    sku = next(iter(desk.line.show.stock))
    order = OrderSnapshot("s", "1", "A1", OrderStatus.PAID, EVENING, 1, (OrderLine(sku, 2),), Money(1, "USD"))
    desk.line.decide(SeeOrders("s", (order,)))
    desk.line.begin_again()
    desk.acts.settle()
    assert told == []
