"""What stands behind a number: each kind of change that moves stock is told in the journal's words."""

from types import UnionType
from typing import get_args

import msgspec
import pytest

from console.domain.changes import Journaled
from console.storage.explained import movements_of

MOVING = {"movements", "opened"}


def moving(union: UnionType) -> list[type[msgspec.Struct]]:
    """The kinds of changes that carry movements, or pieces for the first time on hand."""
    return [each for each in get_args(union) if MOVING & set(each.__struct_fields__)]


@pytest.mark.parametrize("kind", moving(Journaled))
def test_no_kind_of_change_moves_stock_without_being_told(kind: type[msgspec.Struct]) -> None:
    names = movements_of.__code__.co_names
    assert kind.__name__ in names
