"""Looking at many things at once, for a while each."""

import threading
from collections.abc import Iterator

from console.doctor.looks import Look, looked
from console.domain.health import Check, State
from console.errors import CuedeskError

GOOD = Check("good", State.OK, "fine")


def test_findings_come_in_the_order_of_the_looks_whatever_takes_longest() -> None:
    second = threading.Event()

    def slow() -> Iterator[Check]:
        assert second.wait(30)
        yield Check("first", State.OK, "at last")

    def quick() -> Iterator[Check]:
        yield GOOD
        second.set()

    assert [each.name for each in looked([Look("first", slow), Look("good", quick)])] == ["first", "good"]


def test_what_hangs_is_unknown_and_keeps_nobody() -> None:
    forever = threading.Event()

    def hung() -> Iterator[Check]:
        forever.wait()
        yield GOOD

    found = looked([Look("hung", hung, "it", longest=0.05), Look("good", lambda: (GOOD,))])
    forever.set()
    assert [(each.name, each.about, each.state) for each in found] == [
        ("hung", "it", State.UNKNOWN),
        ("good", "", State.OK),
    ]
    assert found[0].next_step


def test_what_fails_is_told_and_the_others_are_looked_at() -> None:
    def broken() -> Iterator[Check]:
        yield GOOD
        raise ZeroDivisionError("by zero")

    def refused() -> Iterator[Check]:
        raise CuedeskError("No such file.", "Choose another one.")

    first, second, third = looked([Look("a", broken), Look("b", refused), Look("c", lambda: (GOOD,))])
    assert (first.state, first.words) == (State.UNKNOWN, "it could not be looked at: ZeroDivisionError: by zero")
    assert (second.state, second.words, second.next_step) == (State.BAD, "No such file.", "Choose another one.")
    assert third == GOOD


def test_nothing_to_look_at_is_nothing_found() -> None:
    assert looked([]) == []
