"""msgspec is imported without a package that Python makes unnecessary, which others may still import."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
IMPORTS = """
import json, sys
from console.quick_msgspec import import_msgspec
import_msgspec()
before = "typing_extensions" in sys.modules
import msgspec, typing_extensions
from typing import Annotated

class Row(msgspec.Struct, frozen=True):
    sku: str
    left: Annotated[int, msgspec.Meta(ge=0)] = 0

print(json.dumps([before, msgspec.json.decode(b'{"sku": "A"}', type=Row).left, hasattr(typing_extensions, "override")]))
"""


def test_msgspec_does_without_it_and_others_may_have_it() -> None:
    run = subprocess.run([sys.executable, "-c", IMPORTS], cwd=ROOT, check=True, capture_output=True, timeout=60)
    assert json.loads(run.stdout) == [False, 0, True]
