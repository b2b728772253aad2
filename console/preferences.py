"""What this user prefers and had open: one small file in the user's folder."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import msgspec
from platformdirs import user_config_path

from console.settings import APPLICATION

MOST_RECENT = 8


class Recent(msgspec.Struct, frozen=True):
    """A file that was open: its path, the title of its show, and when."""

    path: str
    title: str
    used: datetime


class Monitor(msgspec.Struct, frozen=True):
    """How the anchor's window is on one monitor: windowed or all of it, the script alone or all, turned for a glass."""

    windowed: bool = False
    script_only: bool = False
    mirrored: bool = False
    flipped: bool = False


class Bookmark(msgspec.Struct, frozen=True):
    """Where the prompter stood in the script of a segment that went live at `began`: a line, and its share."""

    segment: int
    began: datetime | None
    line: int
    share: float


class Prompting(msgspec.Struct, frozen=True):
    """The prompter: its pace in words a minute, whether a presenter's pedal moves it, and where it stood last."""

    pace: int = 140
    pedal: bool = False
    at: Bookmark | None = None


class PedalPresses(msgspec.Struct, frozen=True):
    """Whether gamepads and MIDI are looked at, and which act each press does, by their names."""

    on: bool = False
    acts: dict[str, str] = {}


class Preferences(msgspec.Struct, frozen=True):
    """The look, the keys, and the files that were open last, newest first. `text` enlarges text, 1 to 2.

    `keys` are those that a person chose, by the act's id; what no act is called any more stays for a version that
    knows it. `commands` are the ids of the acts that were found by their words last. `anchor` is the anchor's window
    by the monitor's name, the one used last at the end.
    """

    theme: Literal["dark", "light", "system"] = "dark"
    text: float = 1.0
    motion: Literal["system", "reduced", "full"] = "system"
    keys: dict[str, tuple[str, ...]] = {}
    commands: tuple[str, ...] = ()
    recent: tuple[Recent, ...] = ()
    anchor: dict[str, Monitor] = {}
    prompter: Prompting = Prompting()
    pedals: PedalPresses = PedalPresses()


def preferences_file() -> Path:
    """Where they are kept."""
    return user_config_path(APPLICATION, appauthor=False, ensure_exists=True) / "preferences.json"


def layouts_file() -> Path:
    """Where the places of windows and panels are kept."""
    return preferences_file().with_name("layouts.json")


def read_preferences(path: Path) -> Preferences:
    """The preferences; those of a new user where there is no file, or none that can be read."""
    try:
        text = path.read_bytes()
    except OSError:
        return Preferences()
    try:
        return msgspec.json.decode(text, type=Preferences)
    except msgspec.MsgspecError:
        return readable(text)


def readable(text: bytes) -> Preferences:
    """What of a damaged file can be used: one wrong value does not take the others with it."""
    kept: dict[str, Any] = {}
    with suppress(msgspec.MsgspecError):
        values = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
        for field in msgspec.structs.fields(Preferences):
            with suppress(msgspec.MsgspecError, KeyError):
                kept[field.name] = msgspec.json.decode(values[field.name], type=field.type)
    return Preferences(**kept)


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Keep the preferences, whole or not at all."""
    new = path.with_suffix(".new")
    new.write_bytes(msgspec.json.format(msgspec.json.encode(preferences)))
    new.replace(path)


def opened(preferences: Preferences, path: Path, title: str, now: datetime) -> Preferences:
    """The preferences after a file was opened."""
    others = tuple(each for each in preferences.recent if each.path != str(path))
    recent = (Recent(str(path), title, now), *others)[:MOST_RECENT]
    return msgspec.structs.replace(preferences, recent=recent)
