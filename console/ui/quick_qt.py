"""Importing Qt without what only the words of its errors need.

PySide6 unpacks, compiles and runs 3,600 lines of helpers of its own whenever it is imported, a third of a bare window's
start, and then reads the source of every module that is imported after it. All this serves the texts of `TypeError`,
`help` and `from __feature__ import …`. It looks for the helpers in a folder `files.dir` beside itself first, which its
wheels do not have: here it finds one of ours, whose functions bring the real helpers when the first one is called.
"""

import sys
from importlib.util import find_spec, module_from_spec
from pathlib import Path

from console.settings import resources
from console.ui.quick_enums import prepare_enums

TRIED = '__version__ = "6.11.'  # whose helpers have these names; any other version is imported as it comes


def prepare() -> None:
    """Have the next import of PySide6 be a quick one. Does nothing if it came already, or is of a version not tried."""
    if "shiboken6" in sys.modules:
        return
    spec = find_spec("shiboken6")
    if spec is None or spec.loader is None or spec.origin is None or TRIED not in Path(spec.origin).read_text("utf-8"):
        return
    prepare_enums()
    module = module_from_spec(spec)
    module.__file__ = str(resources() / "qt" / "__init__.py")
    sys.modules["shiboken6"] = module
    spec.loader.exec_module(module)
    module.__file__ = spec.origin
