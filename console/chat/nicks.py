"""The names under which the console sits in rooms: other people's arrivals are news, its own are none."""

import re
from secrets import randbelow

_OURS = re.compile(r"cue[0-9]{6}|justinfan[0-9]{5}")


def nick() -> str:
    """A name for a room of IRC."""
    return f"cue{randbelow(1_000_000):06}"


def anonymous() -> str:
    """A name by which Twitch lets anybody read."""
    return f"justinfan{10_000 + randbelow(80_000)}"


def ours(name: str) -> bool:
    """Whether such a name is a console's: a second one, or a trial of the connection."""
    return _OURS.fullmatch(name.lower()) is not None
