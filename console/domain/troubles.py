"""Troubles over time: each is told once while it lasts, and remembered with its length when it is over."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

import msgspec

from console.domain.health import Check, State

PATIENCE = {State.BAD: timedelta(seconds=3), State.ATTENTION: timedelta(seconds=10)}
"""How long something stands badly before it is a trouble: a single poll that fails is none."""


class Trouble(msgspec.Struct, frozen=True):
    """Something that stands badly `since` then. `told`: it has lasted long enough to be told."""

    check: Check
    since: datetime
    told: bool = False

    @property
    def key(self) -> str:
        """There is one trouble of a thing."""
        return key_of(self.check)


class Past(msgspec.Struct, frozen=True):
    """A trouble that is over."""

    check: Check
    began: datetime
    ended: datetime


class Followed(NamedTuple):
    """The troubles that last, by key, and those that were told and have just ended."""

    lasting: dict[str, Trouble]
    over: tuple[Past, ...]


def key_of(check: Check) -> str:
    """What a check is about."""
    return f"trouble {check.name} {check.about}".strip()


def follow(before: Mapping[str, Trouble], checks: Iterable[Check], now: datetime) -> Followed:
    """The troubles after everything was looked at again. A check's own `at` is when a trouble began, if it says so."""
    lasting: dict[str, Trouble] = {}
    for check in checks:
        if check.state in PATIENCE:
            known = before.get(key_of(check))
            since = known.since if known else check.at or now
            told = (known.told if known else False) or now - since >= PATIENCE[check.state]
            lasting[key_of(check)] = Trouble(check, since, told)
    gone = (trouble for key, trouble in before.items() if key not in lasting and trouble.told)
    return Followed(lasting, tuple(Past(trouble.check, trouble.since, now) for trouble in gone))
