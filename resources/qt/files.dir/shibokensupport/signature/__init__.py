"""The part of the helpers that PySide6 asks for by name; anything else of it brings the real ones."""

import sys


def __getattr__(name: str) -> object:
    if name.startswith("__") or name in {"loader", "mapping"}:  # those are modules, still to be imported
        raise AttributeError(name)
    from shibokensupport.signature import loader  # noqa: PLC0415 - it is imported as a part of this

    loader.real()
    return getattr(sys.modules["shibokensupport.signature"], name)
