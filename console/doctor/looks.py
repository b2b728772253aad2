"""Looking at many things at once, for a while each: what does not answer is unknown, and stops nobody."""

import threading
from collections.abc import Callable, Iterable, Sequence
from queue import Empty, Queue
from time import monotonic

import msgspec

from console.domain.health import Check, State
from console.errors import CuedeskError

LONGEST = 20.0

Found = tuple[Check, ...]


class Look(msgspec.Struct, frozen=True):
    """One thing to look at, for so many seconds at most. `see` may raise whatever it likes."""

    name: str
    see: Callable[[], Iterable[Check]]
    about: str = ""
    longest: float = LONGEST


def looked(looks: Sequence[Look]) -> list[Check]:
    """What all of them found, in their order. Each has a thread of its own, which is left behind if it hangs."""
    answers: Queue[tuple[int, Found]] = Queue()
    for number, look in enumerate(looks):
        threading.Thread(target=see, args=(number, look, answers), name=look.name, daemon=True).start()
    found: dict[int, Found] = {}
    began = monotonic()
    while waiting := [each.longest for number, each in enumerate(looks) if number not in found]:
        left = began + max(waiting) - monotonic()
        try:
            number, checks = answers.get(timeout=max(0.0, left))
        except Empty:
            break
        found[number] = checks
    return [check for number, look in enumerate(looks) for check in found.get(number, late(look))]


def see(number: int, look: Look, answers: "Queue[tuple[int, Found]]") -> None:
    """Look at one thing; what goes wrong with that is a finding too."""
    try:
        found = tuple(look.see())
    except CuedeskError as error:
        found = (Check(look.name, State.BAD, error.title, error.next_step, look.about),)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other things are looked at
        words = f"it could not be looked at: {type(error).__name__}: {error}"[:300]
        found = (Check(look.name, State.UNKNOWN, words, "Look at it by hand.", look.about),)
    answers.put((number, found))


def late(look: Look) -> Found:
    """What is said of a thing that did not answer."""
    words = f"it did not answer within {look.longest:.0f} s"
    return (Check(look.name, State.UNKNOWN, words, "Try again; look at it by hand if it stays so.", look.about),)
