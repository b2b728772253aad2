"""What was looked at and how it stands: for the doctor on the command line and the list before a show goes live."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

GIGABYTE = 1_000_000_000
ROOM_TO_WRITE = GIGABYTE // 5  # below this a show of some hours may fill the disk
ROOM_TO_KEEP = 2 * GIGABYTE  # below this there may be no room for backups

CLOCKS_AGREE = timedelta(seconds=10)  # a shop tells whole seconds, and its answer is on its way for some
CLOCKS_DISAGREE = timedelta(minutes=2)  # from here on tokens and order times go wrong

CLOCK_SLIPS = timedelta(seconds=30)  # below this it is the system's own keeping of time

SAVING_IS_SLOW = timedelta(seconds=0.25)  # a person notices
SAVING_IS_BAD = timedelta(seconds=2)  # orders pile up

BACKUP_IS_OLD = timedelta(days=1)


class State(StrEnum):
    """How something stands. What could not be looked at is unknown, which is not the same as good."""

    OK = "ok"
    ATTENTION = "attention"
    BAD = "bad"
    UNKNOWN = "unknown"


class Check(msgspec.Struct, frozen=True):
    """One thing that was looked at.

    `name` is the thing's ("disk", "clock"), `about` which one of several. `words` say what was found, `next_step` what
    to do about it: it is there in every state but OK. `at` is when it was looked at, if that was not just now.
    """

    name: str
    state: State
    words: str
    next_step: str = ""
    about: str = ""
    at: datetime | None = None

    def age(self, now: datetime) -> timedelta:
        """How old the finding is."""
        return max(timedelta(), now - self.at) if self.at else timedelta()


def to_do(checks: Iterable[Check]) -> list[Check]:
    """What waits for a person, the worst first."""
    order = (State.BAD, State.ATTENTION, State.UNKNOWN)
    return sorted((each for each in checks if each.state in order), key=lambda each: order.index(each.state))


def of_disk(about: str, free: int) -> Check:
    """The room that is free on a disk, in bytes."""
    words = f"{free / GIGABYTE:.1f} GB free"
    if free < ROOM_TO_WRITE:
        return Check("disk", State.BAD, words, "Free some space before the show: what cannot be saved is lost.", about)
    if free < ROOM_TO_KEEP:
        return Check("disk", State.ATTENTION, words, "Free some space: there may be no room for backups.", about)
    return Check("disk", State.OK, words, about=about)


def of_clock(about: str, ours: datetime, theirs: datetime) -> Check:
    """The clock of this computer beside another one."""
    apart = abs(ours - theirs)
    words = f"{in_words(apart)} {'behind' if ours < theirs else 'ahead of'} {about}"
    if apart <= CLOCKS_AGREE:
        return Check("clock", State.OK, f"agrees with {about}", about=about)
    state = State.ATTENTION if apart < CLOCKS_DISAGREE else State.BAD
    return Check("clock", state, words, "Have the system set its clock by the internet.", about)


def of_set_clock(stepped: timedelta) -> Check:
    """How far this computer's clock was set since the console began; the show's own clock goes on as it was."""
    if abs(stepped) <= CLOCK_SLIPS:
        return Check("clock", State.OK, "nobody has set it since the start")
    way = "ahead" if stepped > timedelta() else "back"
    words = f"this computer's clock was set {way} by {in_words(abs(stepped))}, or the computer slept"
    return Check("clock", State.ATTENTION, words, "The show goes on by its own clock; start the console anew after it.")


def of_saving(slowest: timedelta) -> Check:
    """How long saving takes, but for the slowest hundredth."""
    words = f"saving takes up to {slowest.total_seconds():.2f} s"
    step = "Put the file on a disk of this computer, not on a network's or a slow stick."
    if slowest >= SAVING_IS_BAD:
        return Check("saving", State.BAD, words, step)
    if slowest >= SAVING_IS_SLOW:
        return Check("saving", State.ATTENTION, words, step)
    return Check("saving", State.OK, words)


def in_words(length: timedelta) -> str:
    """A length of time, coarsely."""
    seconds = round(length.total_seconds())
    return f"{seconds} s" if seconds < 120 else f"{seconds // 60} min"  # noqa: PLR2004 - two minutes


def of_currency(about: str, ours: str, theirs: str) -> Check:
    """The currency of the show beside a shop's."""
    if ours == theirs:
        return Check("currency", State.OK, f"{ours} here and there", about=about)
    step = "Connect a shop of the show's currency, or begin a show in the shop's."
    return Check("currency", State.BAD, f"{ours} here, {theirs} there", step, about)


def of_backup(last: datetime | None, now: datetime) -> Check:
    """How old the last backup is."""
    if last is None:
        return Check("backup", State.ATTENTION, "there is none", "Make one: cuedesk backup FILE")
    if now - last > BACKUP_IS_OLD:
        hours = (now - last) // timedelta(hours=1)
        return Check(
            "backup", State.ATTENTION, f"the last is {hours} hours old", "Make one: cuedesk backup FILE", at=last
        )
    return Check("backup", State.OK, "there is one of today", at=last)
