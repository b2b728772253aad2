"""What this user prefers and had open: one small file in the user's folder."""

from datetime import datetime
from pathlib import Path

import msgspec
from platformdirs import user_config_path

from console.settings import APPLICATION

MOST_RECENT = 8


class Recent(msgspec.Struct, frozen=True):
    """A file that was open: its path, the title of its show, and when."""

    path: str
    title: str
    used: datetime


class Preferences(msgspec.Struct, frozen=True):
    """The look, and the files that were open last, newest first. `text` enlarges text, 1 to 2."""

    theme: str = "dark"
    text: float = 1.0
    calm: bool = False
    recent: tuple[Recent, ...] = ()


def preferences_file() -> Path:
    """Where they are kept."""
    return user_config_path(APPLICATION, appauthor=False, ensure_exists=True) / "preferences.json"


def read_preferences(path: Path) -> Preferences:
    """The preferences; those of a new user where there is no file, or none that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Preferences)
    except (OSError, msgspec.MsgspecError):
        return Preferences()


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
