"""The functions that PySide6 looks up when it is imported. The first one that it calls brings PySide6's own helpers."""

import sys
from functools import cache
from importlib import import_module
from types import ModuleType

from shibokensupport.signature import mapping  # noqa: F401 - PySide6 takes it from the loaded modules


@cache
def real() -> ModuleType:
    """PySide6's own loader, unpacked and run as PySide6 does it."""
    import signature_bootstrap  # noqa: PLC0415 - PySide6 makes it while it is imported

    for name in [each for each in sys.modules if each.partition(".")[0] == "shibokensupport"]:
        del sys.modules[name]
    finders, finder = signature_bootstrap.prepare_zipfile()
    finders.insert(0, finder)
    try:
        return import_module("shibokensupport.signature.loader")  # the real one from here on
    finally:
        finders.remove(finder)


def pyside_type_init(*arguments: object) -> object:
    """The signatures of a type."""
    return real().pyside_type_init(*arguments)


def create_signature(*arguments: object) -> object:
    """One signature."""
    return real().create_signature(*arguments)


def seterror_argument(*arguments: object) -> object:
    """The words for a wrong call."""
    return real().seterror_argument(*arguments)


def make_helptext(*arguments: object) -> object:
    """The words of `help`."""
    return real().make_helptext(*arguments)


def finish_import(_module: ModuleType) -> None:
    """Nothing: no function of this version is mended after its module's import."""


def feature_import(*_arguments: object, **_names: object) -> None:
    """None, which asks for a plain import: nobody here uses `__feature__`."""


def feature_imported(*_arguments: object, **_names: object) -> None:
    """Nothing, as above."""


def post_init() -> None:
    """Nothing: the hook that would read the source of every module stays out."""
