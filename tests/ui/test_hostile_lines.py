"""Words from outside through the whole window: as they are, without markup, without a fetch, without a trace."""

from collections.abc import Iterator
from datetime import timedelta
from unicodedata import category

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.chat.clean import clean, clean_name
from console.domain.actors import Actor, Role
from console.domain.changes import ChatHeard, Entry, HeardLine
from console.domain.chat import ChatLine
from console.domain.commands import SaveProduct, SaveSegment, SeeOrders
from console.domain.money import Money
from console.domain.orders import Buyer, OrderLine, OrderSnapshot, OrderStatus
from console.domain.rundown import Segment
from console.imports import cells
from console.ui.style.look import LiveLook
from tests.ui.conftest import EVENING, FakeActs, FakeLine
from tests.ui.whole import Whole

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # an offscreen screen has no size hints

LINES = {
    "bold": "<b>now</b> or never",
    "a picture from the network": "<img src='http://127.0.0.1:9/a.png'>",
    "a picture from the disk": "<img src='file:///etc/passwd'>",
    "a link": "<a href='http://x.example'>here</a>",
    "a script": "<script>alert(1)</script>",
    "a style": "<style>*{font-size:400px}</style>big",
    "a table": "<table><tr><td>cell",
    "entities": "fish &amp; chips &lt;b&gt; &#x1F600; &nbsp;",
    "an ampersand": "salt & pepper && more &File",
    "RTF": "{\\rtf1\\b\\fs400 Big}",
    "ANSI": "\x1b[31mred\x1b[0m \x1b]0;title\x07",
    "control characters": "a\x00b\x01c\x7fd\x85e",
    "line ends": "one\ntwo\r\nthree\u2028four\u2029five",
    "the other direction": "\u202egnp.exe\u202c and \u2066more",
    "zalgo": "Z\u0310\u0321\u0348\u035ba\u0310\u0321\u0348\u035b" * 20,
    "a thousand letters": "W" * 1_000,
    "a thousand wide characters": "龘" * 1_000,
    "nothing to be seen": "\u200b\u200d\ufeff\u00ad",
    "format signs": "%1 %n {0} {price} %s %%",
    "a formula": '=HYPERLINK("http://x.example")',
    "markdown": "**bold** [x](http://x.example) ![](http://x.example/a.png)",
    "emoji": "👩\u200d👩\u200d👧\u200d👦 🏴 ☠️",
    "Qt's own markup": "<p style='margin:400px'>far</p><br/><hr>",
    "a comment": "<!-- x --> <? php ?> <![CDATA[ x ]]>",
}


def line_of(text: str, most: int = 255) -> str:
    """The text as an import would let it in."""
    return cells.cleaned(text)[:most].strip() or "-"


def filled(line: FakeLine, acts: FakeActs) -> None:
    """Give each line to a product, a segment, a buyer and a viewer."""
    products = [line.show.products[item.product] for item in line.show.queue]
    for number, text in enumerate(LINES.values()):
        words = line_of(text)
        known = products[number % len(products)]
        if number < len(products):
            line.decide(SaveProduct(replace(known, title=words, description=text, vendor=words, kind=words)))
        line.decide(SaveSegment(Segment(words, timedelta(minutes=1), owner=words[:100], notes=text, script=text)))
        order = OrderSnapshot(
            shop="shop",
            ref=str(number),
            code=words[:100],
            status=OrderStatus.PAID,
            placed_at=EVENING,
            version=1,
            lines=(OrderLine(known.skus[0], 1),),
            total=Money(1, "USD"),
            buyer=f"b{number}",
        )
        line.names[f"b{number}"] = words
        line.decide(SeeOrders("shop", (order,), (Buyer(f"b{number}", words),)))
        said = ChatLine("twitch:room", str(number), "a", clean_name(text) or "-", clean(text) or "-", EVENING)
        line.chat.append(HeardLine(said, number + 1))
    line.tell(Entry(ChatHeard(tuple(line.chat)), EVENING, Actor("", Role.DESK), ""))
    acts.settle()


@pytest.fixture
def whole(qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> Whole:
    made = Whole(qtbot, line, acts, look)
    filled(line, acts)
    return made


def labels(whole: Whole) -> Iterator[tuple[str, QLabel]]:
    """Every label of the window, with each page open in turn."""
    for name in whole.open_all():
        whole.acts.settle()
        whole.stage.grab()
        yield from ((name, label) for label in whole.stage.findChildren(QLabel))


def test_no_label_reads_markup(whole: Whole) -> None:
    met = 0
    for name, label in labels(whole):
        plain = label.textFormat() is Qt.TextFormat.PlainText
        assert plain or "<" not in label.text(), (name, label.text())
        met += any(mark in label.text() for mark in ("<b>", "<img", "<a "))
    assert met


def tips(widget: QWidget) -> Iterator[str]:
    """What a widget and the items in it tell when the mouse rests on them."""
    yield widget.toolTip()
    if isinstance(widget, QAbstractItemView) and isinstance(model := widget.model(), QAbstractItemModel):
        for row in range(min(model.rowCount(QModelIndex()), 60)):
            for column in range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1):
                yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def test_no_tooltip_shows_markup_or_fetches(whole: Whole) -> None:
    for name in whole.open_all():
        for widget in whole.stage.findChildren(QWidget):
            for tip in tips(widget):
                page = QTextDocument()
                page.setHtml(tip)
                html = page.toHtml()
                assert not any(mark in html for mark in ("<img", "<a ", "<table")), (name, tip)


def test_nothing_shown_holds_a_control_character(whole: Whole) -> None:
    for name, label in labels(whole):
        unseen = [letter for letter in label.text() if category(letter) == "Cc" and letter not in "\n\t"]
        assert not unseen, (name, label.text())
