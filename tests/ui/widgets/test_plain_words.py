"""Words from outside stay words, whatever is in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, WordButton
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.notice import Notice, NoticeValue
from console.ui.widgets.panel import Panel
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.plain_text import one_line, tooltip

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints

_EVIL = "<b>bold</b> & <img src='file:///x.png'>\nsecond line"


@given(text=st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=200))
def test_a_tooltip_shows_the_text_letter_for_letter(text: str) -> None:
    page = QTextDocument()
    page.setHtml(tooltip(text))
    assert page.toPlainText() == text


def test_a_tooltip_is_capped_and_nothing_has_none() -> None:
    assert len(tooltip("x" * 5_000)) < 1_100
    assert tooltip("") == ""


@given(text=st.text(max_size=100))
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line


def test_a_label_never_reads_markup(qtbot: QtBot) -> None:
    label = PlainLabel(_EVIL)
    qtbot.addWidget(label)
    label.resize(2_000, 30)
    label.show()
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b> & <img src='file:///x.png'> second line"
    assert label.toolTip() == ""


@pytest.mark.parametrize(
    ("elide", "begins", "ends"),
    [(Qt.TextElideMode.ElideRight, "SKU-LI", "…"), (Qt.TextElideMode.ElideMiddle, "SKU", "0001")],
)
def test_a_label_that_is_too_long_tells_the_whole_in_its_tooltip(
    qtbot: QtBot, elide: Qt.TextElideMode, begins: str, ends: str
) -> None:
    label = PlainLabel("SKU-LINEN-2026-SUMMER-<XXL>-0001", elide=elide)
    qtbot.addWidget(label)
    label.resize(120, 30)
    label.show()
    assert label.text().startswith(begins)
    assert label.text().endswith(ends)
    assert "…" in label.text()
    assert "&lt;XXL&gt;" in label.toolTip()
    assert label.accessibleName() == label.value


def test_a_label_says_how_much_room_it_wants(qtbot: QtBot) -> None:
    short, long = PlainLabel("a"), PlainLabel("a" * 50)
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert long.sizeHint().width() > short.sizeHint().width()
    assert long.minimumSizeHint().width() < long.sizeHint().width()


def test_an_ampersand_on_a_button_is_an_ampersand(qtbot: QtBot) -> None:
    button = WordButton("Save & go")
    qtbot.addWidget(button)
    assert (button.text(), button.accessibleName()) == ("Save && go", "Save & go")


def test_every_label_in_a_widget_is_plain_text(qtbot: QtBot, look: LiveLook) -> None:
    panel = Panel(look, _EVIL)
    panel.set_caption(_EVIL)
    panel.set_empty(EmptyState(_EVIL, _EVIL))
    panel.set_body(Notice(look, NoticeValue("k", _EVIL, _EVIL, _EVIL)))
    panel.add_action(IconButton(look, "pin", _EVIL))
    qtbot.addWidget(panel)
    labels = panel.findChildren(QLabel)
    assert len(labels) >= 5
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    button = panel.findChild(IconButton)
    assert isinstance(button, IconButton)
    assert "<img" not in button.toolTip()
