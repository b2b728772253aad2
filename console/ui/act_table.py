"""The table of all acts, loaded when it is first asked for."""

from collections.abc import Mapping

from console.ui.act import Act


def every_act() -> Mapping[str, Act]:
    """Every act of the program by its id."""
    from console.ui.every_act import EVERY  # noqa: PLC0415 - a dozen small modules that no first paint waits for

    return EVERY
