"""Qt's enums are made quickly, and are those that Python makes."""

import enum
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum, EnumType, Flag, IntEnum, IntFlag

from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui, QtWidgets

from console.ui.quick_enums import created, ordinary

KINDS: tuple[EnumType, ...] = (Enum, IntEnum, Flag, IntFlag)
NAMES = st.sampled_from(["Red", "Blue", "Green", "None_", "AllOfIt", "Type", "from_"])


def enums() -> Iterator[EnumType]:
    """Every enum of the classes of Qt."""
    for module in (QtCore, QtGui, QtWidgets):
        for one in [getattr(module, name) for name in dir(module)]:
            held = vars(one).values() if isinstance(one, type) else ()
            yield from (each for each in (one, *held) if isinstance(each, EnumType))


def members(made: EnumType) -> dict[str, Enum]:
    """The members by all their names."""
    return dict(made.__members__)


def parts(made: EnumType) -> dict[str, object]:
    """All that an enum has, so that it can be compared."""
    left_out = {"__dict__", "__weakref__", "__module__", "__doc__"}
    return {name: part(value) for name, value in vars(made).items() if name not in left_out}


def part(value: object) -> object:
    """One thing that an enum has."""
    if isinstance(value, Enum):
        return {name: each for name, each in vars(value).items() if name != "__objclass__"}, value.value, repr(value)
    if isinstance(value, dict):
        return {name: part(each) for name, each in value.items()}
    return getattr(value, "__func__", value)


def kind_of(made: EnumType) -> EnumType:
    """What an enum is made as."""
    return next(kind for kind in KINDS[::-1] if kind in made.__bases__)


def agree(kind: EnumType, name: str, pairs: list[tuple[str, int]]) -> None:
    """Make an enum both ways."""
    ours = created(kind, name, list(pairs), boundary=enum.KEEP)
    python_s = ordinary(kind, name, list(pairs), module="x", boundary=enum.KEEP)
    assert parts(ours) == parts(python_s)
    assert all(type(each) is ours for each in members(ours).values())
    assert all(vars(each)["__objclass__"] is ours for each in members(ours).values())


def test_every_enum_of_qt_is_what_python_makes_of_it() -> None:
    seen = set(enums())
    assert len(seen) > 500
    for each in seen:
        agree(kind_of(each), each.__name__, [(name, member.value) for name, member in members(each).items()])


@given(st.sampled_from(KINDS), st.lists(st.tuples(NAMES, st.integers(0, 2**33)), unique_by=lambda pair: pair[0]))
def test_any_enum_is_what_python_makes_of_it(kind: EnumType, pairs: list[tuple[str, int]]) -> None:
    agree(kind, "Any", pairs)


def test_a_member_with_a_name_that_enums_need_is_made_by_python() -> None:
    made = members(created(Enum, "Field", [("name", 3)], boundary=enum.KEEP))["name"]
    assert (made.name, made.value) == ("name", 3)


def test_what_is_not_asked_as_qt_asks_is_made_by_python() -> None:
    made = created(Enum, "Colour", "RED BLUE", module="palette", qualname="Box.Colour")
    assert [(name, each.value) for name, each in members(made).items()] == [("RED", 1), ("BLUE", 2)]
    assert (made.__module__, made.__qualname__) == ("palette", "Box.Colour")


def test_qt_works_with_enums_made_so() -> None:
    said = subprocess.run([sys.executable, "-c", AT_WORK], check=True, capture_output=True, text=True, timeout=60)
    assert said.stdout.split() == ["16777249", "AlignLeft|AlignTop", "Orientation.Vertical", "77", "True"]


AT_WORK = """
from console.ui.quick_qt import prepare
prepare()
import pickle
from PySide6.QtCore import QEvent, QSize, Qt, QDir
print(Qt.Key(Qt.Key.Key_Control.value).value)
print((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).name)
print(pickle.loads(pickle.dumps(Qt.Orientation.Vertical)))
print(QEvent.Type(77).value)
print(QSize(1, 2).scaled(2, 2, Qt.AspectRatioMode.KeepAspectRatio) == QSize(1, 2) and Qt.Key.Key_A in Qt.Key)
"""
