"""States are told by shape and word as well as by colour."""

import itertools

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.ui.style.look import LiveLook, Look
from console.ui.style.palette import LIGHT
from console.ui.widgets.icon_paths import ICON_PATHS
from console.ui.widgets.icons import GRID, drawing, paint_icon
from console.ui.widgets.key_hint import KeyHint
from console.ui.widgets.lamp import Lamp, LampState, LampValue
from console.ui.widgets.mode_badge import Mode, ModeBadge
from console.ui.widgets.shapes import Shape, paint_shape
from console.ui.widgets.state_chip import ChipState, ChipValue, StateChip
from console.ui.widgets.thumbnail import PictureSight, PictureState, Thumbnail, initials

_NAMES = [
    "pin",
    "play",
    "skip",
    "back",
    "stop",
    "search",
    "plus",
    "minus",
    "up",
    "drag",
    "shop",
    "chat",
    "file",
    "warning",
    "info",
    "check",
    "cross",
    "undo",
    "question",
    "settings",
    "order",
    "live",
    "picture",
    "edit",
    "trash",
    "clock",
]


def _blank() -> QImage:
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    return image


def _shape(shape: Shape) -> QImage:
    image = _blank()
    painter = QPainter(image)
    paint_shape(painter, shape, QRectF(6, 6, 12, 12), "#000000")
    painter.end()
    return image


def _icon(name: str) -> QImage:
    image = _blank()
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, 24, 24), "#000000")
    painter.end()
    return image


def _difference(one: QImage, two: QImage) -> int:
    places = itertools.product(range(24), range(24))
    return sum(abs(one.pixelColor(x, y).lightness() - two.pixelColor(x, y).lightness()) > 96 for x, y in places)


def test_every_shape_differs_from_every_other_in_black_and_white_at_12_pixels() -> None:
    pictures = {shape: _shape(shape) for shape in Shape}
    alike = [
        pair for pair in itertools.combinations(Shape, 2) if _difference(pictures[pair[0]], pictures[pair[1]]) < 12
    ]
    assert not alike


@pytest.mark.parametrize("name", _NAMES)
def test_every_icon_that_is_needed_is_drawn_within_its_grid(name: str) -> None:
    drawn = drawing(name)
    box = drawn.lines.boundingRect().united(drawn.discs.boundingRect())
    assert QRectF(0, 0, GRID, GRID).contains(box.adjusted(-1, -1, 1, 1))
    assert _difference(_icon(name), _blank()) > 8


def test_no_two_icons_look_the_same() -> None:
    pictures = {name: _icon(name) for name in ICON_PATHS}
    assert not [
        pair for pair in itertools.combinations(pictures, 2) if _difference(pictures[pair[0]], pictures[pair[1]]) < 12
    ]


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError):
        drawing("unicorn")


def test_a_lamp_says_its_word_its_state_and_its_age(qtbot: QtBot, look: LiveLook) -> None:
    lamp = Lamp(look, LampValue(LampState.OK, "shop", "2 s"))
    qtbot.addWidget(lamp)
    assert lamp.accessibleName() == "shop, in order, 2 s"
    lamp.set_value(LampValue(LampState.BAD, "shop"))
    assert lamp.accessibleName() == "shop, broken"


def test_a_lamp_paints_each_state_differently(qtbot: QtBot, look: LiveLook) -> None:
    lamp = Lamp(look, LampValue(LampState.OK, "shop"))
    qtbot.addWidget(lamp)
    pictures = []
    for state in LampState:
        lamp.set_value(LampValue(state, "shop"))
        pictures.append(lamp.grab().toImage())
    assert all(one != two for one, two in itertools.combinations(pictures, 2))


def test_a_chip_names_its_state_and_its_detail(qtbot: QtBot, look: LiveLook) -> None:
    chip = StateChip(look)
    qtbot.addWidget(chip)
    assert (chip.sizeHint().width(), chip.accessibleName()) == (0, "")
    chip.set_value(ChipValue(ChipState.LOW, "3"))
    assert chip.accessibleName() == "LOW 3"
    assert chip.sizeHint().width() > 0


def test_each_mode_has_its_word_and_its_picture(qtbot: QtBot, look: LiveLook) -> None:
    badge = ModeBadge(look)
    qtbot.addWidget(badge)
    words = []
    for mode in Mode:
        badge.set_value(mode)
        words.append(badge.accessibleName())
    assert words == ["OFF", "REHEARSAL", "ON AIR"]


def test_a_rehearsal_is_striped_and_the_others_are_not(qtbot: QtBot, look: LiveLook) -> None:
    badge = ModeBadge(look)
    qtbot.addWidget(badge)
    badge.resize(200, 32)
    stripes = {}
    for mode in Mode:
        badge.set_value(mode)
        picture = badge.grab().toImage()
        stripes[mode] = len({picture.pixelColor(x, 4).name() for x in range(20, 180)})
    assert (stripes[Mode.OFF], stripes[Mode.ON_AIR]) == (1, 1)
    assert stripes[Mode.REHEARSAL] > 1


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("Linen shirt", "LS"),
        ("亚麻 衬衫", "亚衬"),
        ("", ""),
        ("<b>", "B"),
        ("【年末】毛衣", "年"),
        ("mug - blue", "MB"),
    ],
)
def test_initials_are_the_first_letters_of_two_words(title: str, letters: str) -> None:
    assert initials(title) == letters


def test_a_thumbnail_shows_the_picture_or_else_the_initials(qtbot: QtBot, look: LiveLook) -> None:
    thumbnail = Thumbnail(look)
    qtbot.addWidget(thumbnail)
    thumbnail.set_value("Mug")
    without = thumbnail.grab().toImage()
    picture = QImage(30, 60, QImage.Format.Format_RGB32)
    picture.fill(0xCC8866)
    thumbnail.set_value("Mug", PictureSight(picture, PictureState.THERE))
    assert thumbnail.grab().toImage().pixelColor(20, 20).name() == "#cc8866"
    thumbnail.set_value("Mug")
    assert thumbnail.grab().toImage() == without


def test_a_key_hint_writes_the_keys_as_this_system_does(qtbot: QtBot, look: LiveLook) -> None:
    hint = KeyHint(look, QKeySequence("Ctrl+K"))
    qtbot.addWidget(hint)
    assert hint.accessibleName() == QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)


def test_painted_widgets_follow_the_theme(qtbot: QtBot, look: LiveLook) -> None:
    widgets: list[QWidget] = [
        Lamp(look, LampValue(LampState.OK, "shop")),
        StateChip(look, ChipValue(ChipState.DONE)),
        ModeBadge(look),
        Thumbnail(look),
        KeyHint(look, QKeySequence("K")),
    ]
    for widget in widgets:
        qtbot.addWidget(widget)
    before = [widget.grab().toImage() for widget in widgets]
    look.set_value(Look(LIGHT, look.scale))
    assert all(widget.grab().toImage() != old for widget, old in zip(widgets, before, strict=True))
