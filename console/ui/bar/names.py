"""Short names that tell connections of one kind apart."""

from collections import Counter
from collections.abc import Iterable


def short_names(names: Iterable[str]) -> dict[str, str]:
    """What to call each: nothing if it is alone, its platform (`twitch`) if no other has it, else its room.

    Rooms of one name are told apart by their servers.
    """
    every = list(names)
    if len(every) == 1:
        return {every[0]: ""}
    platforms = Counter(map(_platform, every))
    rooms = Counter(_room(name) for name in every if platforms[_platform(name)] > 1)

    def short(name: str) -> str:
        if platforms[_platform(name)] == 1:
            return _platform(name)
        room = _room(name)
        return room if rooms[room] == 1 else f"{room} {_server(name)}"

    return {name: short(name) for name in every}


def _platform(name: str) -> str:
    return name.split(":", maxsplit=1)[0].split("+", maxsplit=1)[0]


def _room(name: str) -> str:
    return name.partition(":")[2].rpartition("/")[2] or name


def _server(name: str) -> str:
    return name.partition("://")[2].rpartition("/")[0] or _platform(name)
