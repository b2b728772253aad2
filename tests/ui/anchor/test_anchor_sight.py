"""The anchor's window tells what is so, far enough, and calmly."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QFontMetricsF, QTransform
from pytestqt.qtbot import QtBot

from console.domain.commands import AdjustStock, SaveSegment, StopSale
from console.domain.questions import Question
from console.domain.script.facts import Trust
from console.ui.anchor.board import CAP, Board
from console.ui.anchor.colours import colours_of
from console.ui.anchor.places import places_of
from console.ui.anchor.sight import Sight, StockSight, StockSign, TimeSight, sight_of
from console.ui.style.contrast import contrast
from console.ui.style.look import LiveLook, Look
from console.ui.style.palette import DARK, LIGHT, Palette
from console.ui.style.type_scale import type_scale
from tests.ui.anchor.conftest import enlarged
from tests.ui.chat_view.stage import Paints
from tests.ui.conftest import FakeLine

TRUSTED = Trust()
LONG = Sight(
    segment="【年末最后一场】超长袖加厚羊毛混纺高领毛衣" * 6,
    product="【年末最后一场】超长袖加厚羊毛混纺高领毛衣" * 6,
    price="1,299,000.00 ₫",
    price_from="from 1,299,000.00 ₫",
    was="1,598,000.00 ₫",
    time=TimeSight("+1:02:10", "OVER", over=True),
    stock=StockSight("987,654", StockSign.LOW, "LOW", "4 min old"),
    next="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    next_length="07:00",
    question="请问会不会起球" * 30,
    asked_by="ASKED BY 14",
)


def sight(line: FakeLine, trust: Trust = TRUSTED, question: Question | None = None) -> Sight:
    return sight_of(line.show, line.now, trust, question)


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_stock_price_and_time_can_be_read_at_three_metres(qtbot: QtBot, look: LiveLook, factor: float) -> None:
    board = Board(look)
    qtbot.addWidget(board)
    enlarged(look, factor)
    board.resize(1920, 1080)
    board.show()
    board.set_value(LONG)
    assert LONG.stock is not None
    placed = [
        (board.price_text, board.places.now),
        (LONG.time.figures, board.places.time),
        (LONG.stock.figures, board.places.stock),
    ]
    for text, area in placed:
        metrics = QFontMetricsF(board.figures_font(text, area))
        assert metrics.capHeight() >= CAP == 64
        assert metrics.horizontalAdvance(text) <= area.width()


def test_a_span_of_prices_that_does_not_fit_becomes_its_lowest(qtbot: QtBot, look: LiveLook) -> None:
    board = Board(look)
    qtbot.addWidget(board)
    board.resize(1920, 1080)
    board.show()
    board.set_value(replace(LONG, price="1,299,000.00 ₫ – 1,599,000.00 ₫"))
    assert board.price_text == "from 1,299,000.00 ₫"


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
def test_all_that_is_written_stands_out_seven_to_one(palette: Palette) -> None:
    colours = colours_of(palette)
    assert min(contrast(each, colours.ground) for each in colours.written) >= 7


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160), (1080, 1920), (480, 270)])
def test_no_thing_lies_on_another(size: tuple[int, int]) -> None:
    places = places_of(*size)
    areas = [places.now, places.script, places.strip, places.time, places.stock, places.coming, places.question]
    assert all(area.isValid() for area in areas)
    for at, one in enumerate(areas):
        assert not any(one.intersects(other) for other in areas[at + 1 :])


def test_the_four_states_of_stock_have_words_and_signs(playing: FakeLine) -> None:
    skus = playing.show.products["linen-shirt"].skus
    seen = [sight(playing).stock]
    for sku in skus[1:]:
        playing.decide(AdjustStock(sku, -playing.show.stock[sku].on_hand, "count"))
    playing.decide(AdjustStock(skus[0], 4 - playing.show.stock[skus[0]].on_hand, "count"))
    seen.append(sight(playing).stock)
    playing.decide(AdjustStock(skus[0], -4, "count"))
    seen.append(sight(playing).stock)
    playing.decide(StopSale(skus))
    seen.append(sight(playing).stock)
    seen.append(sight(replace_stock(playing)).stock)
    told = [(each.sign, each.figures, each.words) for each in seen if each]
    assert told == [
        (StockSign.PLENTY, "331", "IN STOCK"),
        (StockSign.LOW, "4", "LOW"),
        (StockSign.SOLD_OUT, "0", "SOLD OUT"),
        (StockSign.STOPPED, "0", "SALE STOPPED"),
        (StockSign.UNKNOWN, "–", "NOT KNOWN"),
    ]


def replace_stock(line: FakeLine) -> FakeLine:
    """The show as if nothing had ever been counted or stopped."""
    fresh = FakeLine(line.show, line.now)
    fresh.show = replace(line.show, stock=type(line.show.stock)(), claims=type(line.show.claims)())
    return fresh


def test_a_number_that_may_be_old_tells_its_age_and_one_that_is_unknown_is_a_dash(playing: FakeLine) -> None:
    old = sight(playing, Trust(since=playing.now - timedelta(minutes=4))).stock
    unknown = sight(playing, Trust(known=False)).stock
    assert old is not None
    assert unknown is not None
    assert (old.figures, old.age) == ("331", "4 min old")
    assert (unknown.figures, unknown.sign) == ("–", StockSign.UNKNOWN)


def test_the_time_runs_down_and_then_over(playing: FakeLine) -> None:
    seen = []
    for seconds in (0, 280, 30):
        playing.pass_time(seconds=seconds)
        time = sight(playing).time
        seen.append((time.figures, time.words, time.soon, time.over))
    assert seen == [
        ("05:00", "LEFT", False, False),
        ("00:20", "LEFT", True, False),
        ("+00:10", "OVER", False, True),
    ]


def test_what_is_edited_while_it_is_on_air_waits_for_a_person(playing: FakeLine) -> None:
    playing.decide(SaveSegment(replace(playing.show.segments[0], title="Shirts, again")))
    assert sight(playing).segment == "Shirts"


def test_it_tells_now_next_and_the_top_question(playing: FakeLine) -> None:
    told = sight(playing, question=Question("does it run small?", 14))
    assert (told.segment, told.next, told.next_length) == ("Shirts", "Goodbye", "05:00")
    assert (told.price, told.was) == ("$59.90", "$75.00")
    assert (told.question, told.asked_by) == ("does it run small?", "ASKED BY 14")


def test_only_what_changed_is_painted_again(qtbot: QtBot) -> None:
    board = Board(LiveLook(Look(DARK, type_scale("linux"))))
    qtbot.addWidget(board)
    board.resize(1920, 1080)
    board.set_value(LONG)
    paints = Paints()
    board.installEventFilter(paints)
    board.show()
    qtbot.waitUntil(lambda: paints.count > 0)
    paints.count = 0
    paints.areas.clear()
    board.set_value(LONG)
    board.set_value(replace(LONG, time=TimeSight("+1:02:11", "OVER", over=True)))
    qtbot.waitUntil(lambda: paints.count > 0)
    assert all(board.places.time.toAlignedRect().contains(area) for area in paints.areas)
    assert paints.count == 1


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_a_glass_shows_what_the_screen_does_turned(qtbot: QtBot, look: LiveLook, factor: float) -> None:
    enlarged(look, factor)
    board = Board(look)
    qtbot.addWidget(board)
    board.resize(960, 540)
    board.set_value(LONG)
    plain = board.grab().toImage()
    board.set_shown(script_only=False, mirrored=True, flipped=True)
    turned = board.grab().toImage().transformed(QTransform().scale(-1, -1))
    pairs = [(x, y) for x in range(0, 960, 13) for y in range(0, 540, 11)]
    alike = sum(plain.pixelColor(*at).lightness() // 128 == turned.pixelColor(*at).lightness() // 128 for at in pairs)
    assert alike / len(pairs) > 0.97
