"""Gamepads and MIDI: a press does what it was taught, and is taught it while a key is waited for."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.commands import NoteCue, SendCue
from console.domain.cues import CueKind
from console.errors import CuedeskError
from console.preferences import PedalPresses, Preferences
from console.ui.keys.pressed import press_words
from console.ui.keys.row import KeyRow
from console.ui.keys.sheet import KeysSheet
from console.ui.live_preferences import LivePreferences
from console.ui.pedals.pedals import Pedals
from console.ui.pedals.reader import PygameReader, Reader
from console.ui.style.look import LiveLook
from tests.ui.conftest import FakeActs, FakeLine
from tests.ui.keys.test_keys_sheet import Stage
from tests.ui.whole import Whole

pygame = pytest.importorskip("pygame")


class Feet:
    """A reader that is fed by hand."""

    def __init__(self) -> None:
        self.presses: list[str] = []
        self.closed = False

    def read(self) -> Sequence[str]:
        told, self.presses = self.presses, []
        return told

    def close(self) -> None:
        self.closed = True


class Room:
    """Pedals at work: what they did, and what was told."""

    def __init__(self, opening: Reader | CuedeskError, learns: str = "") -> None:
        self.did: list[str] = []
        self.told: list[str] = []
        self.learnt: list[str] = []
        self._opening, self._learns = opening, learns
        taught = PedalPresses(acts={"pad:button:1": "cues.note", "midi:note:60": "prompter.run"})
        self.pedals = Pedals(
            LivePreferences(Preferences(pedals=taught)),
            self._learn,
            self._do,
            lambda title, _: self.told.append(title),
            self._open,
        )

    def _learn(self, press: str) -> bool:
        if press == self._learns:
            self.learnt.append(press)
        return press == self._learns

    def _do(self, name: str) -> str:
        self.did.append(name)
        return "Not now." if name == "prompter.run" else ""

    def _open(self) -> Reader:
        if isinstance(self._opening, CuedeskError):
            raise self._opening
        return self._opening


def test_a_press_does_what_it_was_taught_and_says_why_not(qtbot: QtBot) -> None:
    feet = Feet()
    room = Room(feet)
    assert room.pedals.start()
    feet.presses = ["pad:button:1", "pad:button:9", "midi:note:60"]
    qtbot.waitUntil(lambda: len(room.did) == 2)
    assert (room.did, room.told) == (["cues.note", "prompter.run"], ["Not now."])
    room.pedals.stop()
    assert (feet.closed, room.pedals.on) == (True, False)


def test_what_waits_for_a_press_gets_it_first(qtbot: QtBot) -> None:
    feet = Feet()
    room = Room(feet, learns="pad:button:1")
    room.pedals.start()
    feet.presses = ["pad:button:1"]
    qtbot.waitUntil(lambda: bool(room.learnt))
    assert room.did == []
    room.pedals.stop()


def test_without_the_library_it_is_told_what_to_do() -> None:
    room = Room(CuedeskError("Gamepads and MIDI need another library.", "Install it."))
    assert not room.pedals.start()
    assert (room.told, room.pedals.on) == (["Gamepads and MIDI need another library."], False)


def test_a_row_that_waits_for_a_key_learns_a_press_and_forgets_it(qtbot: QtBot, look: LiveLook) -> None:
    stage = Stage(look)
    qtbot.addWidget(stage.window)
    stage.window.show()
    stage.open()
    assert not stage.sheet.learn("pad:button:3")
    row = stage.row("stock.why")
    row.begin()
    assert stage.sheet.learn("pad:button:3")
    assert not row.choosing
    assert stage.preferences.value.pedals.acts == {"pad:button:3": "stock.why"}
    assert row.accessibleName() == "Why?: W, Pad 3"
    other = stage.row("queue.pin")
    other.begin()
    assert stage.sheet.learn("pad:button:3")
    assert row.accessibleName() == "Why?: W"
    other.begin()
    QTest.keyClick(other, Qt.Key.Key_Escape)
    stage.keymap.forget_presses(other.act)
    assert stage.preferences.value.pedals.acts == {}


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[PygameReader]:
    for name, value in (("SDL_VIDEODRIVER", "dummy"), ("PYGAME_HIDE_SUPPORT_PROMPT", "1")):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("console.ui.pedals.reader.midi_inputs", lambda: [Keys()])
    made = PygameReader()
    made.read()
    yield made
    made.close()


class Keys:
    """A MIDI keyboard that plays one phrase, as PortMidi hands it over."""

    def __init__(self) -> None:
        self._phrase = [
            *([[0x91, 60, 99, 0], 1], [[0x91, 60, 0, 0], 2], [[0x80, 60, 0, 0], 3]),
            *([[0xB0, 64, 20, 0], 4], [[0xB0, 64, 100, 0], 5], [[0xB0, 64, 127, 0], 6], [[0xB0, 64, 0, 0], 7]),
            *([[0xB0, 64, 90, 0], 8], [[0xC0, 5, 0, 0], 9]),
        ]

    def poll(self) -> bool:
        return bool(self._phrase)

    def read(self, most: int) -> list[object]:
        told, self._phrase = self._phrase[:most], self._phrase[most:]
        return list(told)

    def close(self) -> None:
        self._phrase = []


def test_a_pad_is_read_once_a_press(reader: PygameReader) -> None:
    post = pygame.event.post
    made = pygame.event.Event
    post(made(pygame.JOYBUTTONDOWN, instance_id=0, button=3))
    post(made(pygame.JOYBUTTONUP, instance_id=0, button=3))
    for value in ((0, 1), (0, 0), (1, 0)):
        post(made(pygame.JOYHATMOTION, instance_id=0, hat=0, value=value))
    for out in (0.3, 0.7, 0.9, 0.5, 0.7, 0.1, 0.8, -0.9):
        post(made(pygame.JOYAXISMOTION, instance_id=0, axis=2, value=out))
    assert list(reader.read()) == [
        *("pad:button:3", "pad:hat:up", "pad:hat:right"),
        *("pad:axis:2+", "pad:axis:2+", "pad:axis:2-"),
    ]
    assert list(reader.read()) == []


def test_a_note_a_pedal_and_a_program_are_read_once_a_press(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.ui.pedals.reader.midi_inputs", lambda: [Keys()])
    reader = PygameReader()
    assert list(reader.read()) == ["midi:note:60", "midi:control:64", "midi:control:64", "midi:program:5"]
    reader.close()


def test_each_press_has_words() -> None:
    words = [press_words(press) for press in ("pad:button:3", "pad:axis:2+", "midi:control:64", "wheel:7")]
    assert words == ["Pad 3", "Pad axis 2+", "MIDI control 64", "wheel:7"]


def test_the_anchor_notes_a_cue_with_a_pedal(
    qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook, monkeypatch: pytest.MonkeyPatch
) -> None:
    feet = Feet()
    monkeypatch.setattr("console.ui.pedals.pedals.PygameReader", lambda: feet)
    whole = Whole(qtbot, line, acts, look)
    QTest.keyClick(whole.stage, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    preferences = whole.view.keymap.preferences
    assert preferences.value.pedals.on
    whole.view.open_keys()
    sheet = whole.view.findChild(KeysSheet)
    assert isinstance(sheet, KeysSheet)
    next(row for row in sheet.findChildren(KeyRow) if row.act.id == "cues.note").begin()
    feet.presses = ["pad:button:0"]
    qtbot.waitUntil(lambda: preferences.value.pedals.acts == {"pad:button:0": "cues.note"})
    sheet.leave()
    line.decide(SendCue(CueKind.WRAP_UP))
    acts.settle()
    line.asked.clear()
    feet.presses = ["pad:button:0"]
    qtbot.waitUntil(lambda: bool(line.asked))
    assert line.asked == [NoteCue(line.show.cues[0].id)]
    whole.view.close_down()
    assert feet.closed
