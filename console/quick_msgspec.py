"""Importing msgspec without a package that it takes where it finds one, for what Python has itself from 3.11 on.

That package brings a parser of Python and more, a thirtieth of the whole start.
"""

import sys

BACKPORTS = "typing_extensions"


def import_msgspec() -> None:
    """Import it so. Does nothing to a package that is imported already."""
    if BACKPORTS in sys.modules:
        return
    sys.modules[BACKPORTS] = None  # type: ignore[assignment] # Python's own sign for what is not to be imported
    try:
        import msgspec  # noqa: F401, PLC0415 - this is its import
    finally:
        del sys.modules[BACKPORTS]
