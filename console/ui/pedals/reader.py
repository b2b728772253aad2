"""Reads presses of gamepads and of MIDI, as names that stay: `pad:button:3`, `midi:note:60`.

The library is pygame (SDL and PortMidi), which is loaded here alone. A pedal that types keys needs none of this.
"""

import os
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from console.errors import CuedeskError

PRESSED, FREE = 0.6, 0.4
"""How far an axis is out when it counts as pressed, and how far when it may be pressed again."""

HALF = 64
AT_ONCE = 64
NOTE_ON, CONTROL, PROGRAM = 0x90, 0xB0, 0xC0
HATS = {(-1, 0): "left", (1, 0): "right", (0, 1): "up", (0, -1): "down"}
SURROUNDINGS = {
    "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    "SDL_VIDEODRIVER": "dummy",
    "SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS": "1",
}


class Reader(Protocol):
    """Where presses come from."""

    def read(self) -> Sequence[str]:
        """The names of what was pressed since the last look."""

    def close(self) -> None:
        """Let go of the devices."""


class Edges:
    """Tells when a value that moves smoothly is pressed: once, until it has been let go."""

    def __init__(self, pressed: float, free: float) -> None:
        self._pressed, self._free = pressed, free
        self._held: set[str] = set()

    def moved(self, name: str, value: float) -> bool:
        """Whether this is a press."""
        if value >= self._pressed and name not in self._held:
            self._held.add(name)
            return True
        if value <= self._free:
            self._held.discard(name)
        return False


class PygameReader:
    """Reads all gamepads and all MIDI inputs there are; gamepads may come later, MIDI is looked for once."""

    def __init__(self) -> None:
        for name, value in SURROUNDINGS.items():
            os.environ.setdefault(name, value)
        try:
            import pygame  # noqa: PLC0415 - optional, and 0.1 s
        except ImportError as error:
            raise CuedeskError(
                "Gamepads and MIDI need another library.", "Install it: pip install cuedesk[pedals]"
            ) from error
        self._pygame: Any = pygame
        pygame.display.init()
        pygame.joystick.init()
        self._pads: dict[int, Any] = {}
        self._inputs = midi_inputs()
        self._axes, self._controls = Edges(PRESSED, FREE), Edges(HALF, HALF - 1)

    def read(self) -> Sequence[str]:
        """What was pressed since the last look."""
        pads = [name for event in self._pygame.event.get() for name in self._of_pad(event)]
        lines = (line for each in self._inputs if each.poll() for line, _ in each.read(AT_ONCE))
        return [*pads, *(name for status, number, value, *_ in lines for name in self.of_midi(status, number, value))]

    def _of_pad(self, event: Any) -> Iterator[str]:  # noqa: ANN401 - the library's own
        match event.type:
            case self._pygame.JOYDEVICEADDED:
                pad = self._pygame.joystick.Joystick(event.device_index)
                self._pads[pad.get_instance_id()] = pad
            case self._pygame.JOYDEVICEREMOVED:
                self._pads.pop(event.instance_id, None)
            case self._pygame.JOYBUTTONDOWN:
                yield f"pad:button:{event.button}"
            case self._pygame.JOYHATMOTION if event.value in HATS:
                yield f"pad:hat:{HATS[event.value]}"
            case self._pygame.JOYAXISMOTION:
                for sign, value in (("+", event.value), ("-", -event.value)):
                    name = f"pad:axis:{event.axis}{sign}"
                    if self._axes.moved(name, value):
                        yield name

    def of_midi(self, status: int, number: int, value: int) -> Iterator[str]:
        """The press that a MIDI message is, if it is one, on any channel."""
        kind = status & 0xF0
        if kind == NOTE_ON and value:
            yield f"midi:note:{number}"
        elif kind == CONTROL and self._controls.moved(f"{status}:{number}", value):
            yield f"midi:control:{number}"
        elif kind == PROGRAM:
            yield f"midi:program:{number}"

    def close(self) -> None:
        """Let go of all of them."""
        for each in self._inputs:
            each.close()
        self._pads.clear()
        self._pygame.joystick.quit()
        self._pygame.display.quit()


def midi_inputs() -> list[Any]:
    """The MIDI inputs that can be opened; none where this computer has no MIDI."""
    try:
        from pygame import midi  # noqa: PLC0415 - as above

        midi.init()
    except Exception:  # noqa: BLE001 - a computer without MIDI still has gamepads
        return []
    return [opened for number in range(midi.get_count()) if (opened := input_of(midi, number))]


def input_of(midi: Any, number: int) -> Any | None:  # noqa: ANN401 - as above
    """A MIDI device as an input, if it is one and free."""
    _, _, is_input, _, in_use = midi.get_device_info(number)
    if not is_input or in_use:
        return None
    try:
        return midi.Input(number)
    except Exception:  # noqa: BLE001 - another program has it
        return None
