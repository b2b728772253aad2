"""Short names that tell connections of one kind apart."""

from collections import Counter
from collections.abc import Iterable


def short_names(names: Iterable[str]) -> dict[str, str]:
    """What to call each: nothing if it is alone, its platform (`twitch`) if no other has it, else its whole name."""
    every = list(names)
    if len(every) == 1:
        return {every[0]: ""}
    platforms = Counter(_platform(name) for name in every)
    return {name: _platform(name) if platforms[_platform(name)] == 1 else name for name in every}


def _platform(name: str) -> str:
    return name.split(":", maxsplit=1)[0]
