"""The names that PySide6 evaluates signatures with, once it has to."""

import sys


def update_mapping() -> None:
    """Bring PySide6's own names up to date, and have them here too, where its C++ looks for them."""
    from shibokensupport.signature import loader  # noqa: PLC0415 - it imports this module

    getattr(loader, "real", lambda: None)()
    real = sys.modules["shibokensupport.signature.mapping"]
    real.update_mapping()
    globals().update({name: value for name, value in vars(real).items() if name != "update_mapping"})
