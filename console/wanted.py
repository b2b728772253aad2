"""A file to open, and how."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from console.engine import Setup


class Wanted(NamedTuple):
    """A file, and what makes its setup; that is called on the engine's thread, since imports are slow."""

    path: Path
    make_setup: "Callable[[], Setup]"
