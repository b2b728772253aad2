"""The house keeps its own rules."""

import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]


def test_the_import_contracts_see_every_module() -> None:
    files = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "console").rglob("*.py")
    }
    assert grimp.build_graph("console", cache_dir=None).modules == files


def test_a_headless_rehearsal_imports_no_qt(tmp_path: Path) -> None:
    code = f"""
import sys
from console.__main__ import main
code = main(["rehearse", "--headless", "--speed", "5000", "--minutes", "1", "--show", r"{tmp_path / "a.cuedesk"}"])
print(code, sorted(name for name in sys.modules if name.split(".")[0] in {{"PySide6", "qasync", "shiboken6"}}))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert ran.stdout.splitlines()[-1] == "0 []"


@pytest.mark.parametrize("rounds", [20_000])
def test_qt_keeps_its_hands_off_none(rounds: int) -> None:
    """PySide6 6.12.0 drops one reference to None with each void call, and ends Python 3.11 after some thousands."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(rounds):
        thing.setObjectName("a")
    assert sys.getrefcount(None) > before - rounds // 10
