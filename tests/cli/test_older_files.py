"""A file that an older version made is told so by every command that only reads, in one line."""

import gzip
from pathlib import Path

import pytest

from tests.cli.conftest import Cuedesk

OLD = Path(__file__).parent.parent / "storage" / "made_by_version_6.cuedesk.gz"


@pytest.mark.parametrize(
    "command",
    [
        ("stock",),
        ("findings",),
        ("handover",),
        ("verify",),
        ("rundown", "print"),
        ("rundown", "report"),
        ("claims", "list"),
        ("claims", "orders"),
        ("export", "stock", "to.csv"),
    ],
    ids=" ".join,
)
def test_an_older_file_is_to_be_opened_once(command: tuple[str, ...], tmp_path: Path, cuedesk: Cuedesk) -> None:
    old = tmp_path / "old.cuedesk"
    old.write_bytes(gzip.decompress(OLD.read_bytes()))
    where = [str(tmp_path / each) if each.endswith(".csv") else each for each in command]
    named = ("--show", str(old)) if command[0] == "export" else (str(old),)
    run = cuedesk(*where, *named)
    assert (run.code, run.err.count("\n")) == (1, 1), run.err
    assert "made by an older Cuedesk" in run.err
