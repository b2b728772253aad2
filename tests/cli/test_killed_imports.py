"""The program is killed while it takes a large catalogue in: afterwards all of it is there, or nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from console.storage.reader import reading
from console.storage.sqlite import DatabaseError
from console.storage.verify import verify
from tests.cli.conftest import Cuedesk, csv

PRODUCTS = 3_000
PARTS = PRODUCTS // 250


@pytest.fixture
def many(tmp_path: Path) -> Path:
    return csv(tmp_path / "many.csv", *(f"p{n},P {n},,,SKU-{n},shopify,3,1.00" for n in range(PRODUCTS)))


def counted(show: Path, select: str) -> int:
    """A number of the file as it is; 0 while there is no such table yet."""
    try:
        with reading(show) as reader:
            return int(reader._connection.execute(select).fetchone()[0])
    except (DatabaseError, OSError):
        return 0


def killed_once(many: Path, show: Path, select: str, least: int) -> None:
    """Import, and kill the program as soon as a number of the file is at least so high."""
    words = ("import", "products", str(many), "--show", str(show), "--currency", "EUR")
    running = subprocess.Popen([sys.executable, "-m", "console", *words], stdout=subprocess.DEVNULL)
    until = time.monotonic() + 120
    while running.poll() is None and counted(show, select) < least:
        assert time.monotonic() < until
    running.send_signal(signal.SIGKILL)
    running.wait()


STAGED = "SELECT count(*) FROM staged_parts"
ACCEPTED = "SELECT count(*) FROM stages WHERE accepted"
TAKEN = "SELECT count(*) FROM journal JOIN kinds ON kinds.id = kind WHERE name = 'CatalogueImported'"


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
@pytest.mark.parametrize(
    ("select", "least"),
    [(STAGED, 1), (STAGED, PARTS - 1), (ACCEPTED, 1), (TAKEN, 1), (TAKEN, PARTS // 2), (TAKEN, PARTS)],
)
def test_a_killed_import_is_whole_or_nothing(
    tmp_path: Path, many: Path, goods: Path, cuedesk: Cuedesk, select: str, least: int
) -> None:
    show = tmp_path / "show.cuedesk"
    killed_once(many, show, select, least)
    assert verify(show) == []
    accepted = counted(show, ACCEPTED) or counted(show, TAKEN)
    assert cuedesk("import", "products", goods, "--show", show, "--currency", "EUR").code == 0
    imported = counted(show, "SELECT count(*) FROM products WHERE id LIKE 'p%'")
    opened = counted(show, "SELECT coalesce(sum(on_hand), 0) FROM stock WHERE sku LIKE 'SKU-%'")
    assert (imported, opened) == ((PRODUCTS, 3 * PRODUCTS) if accepted else (0, 0))
    assert counted(show, "SELECT count(*) FROM stages") == counted(show, STAGED) == 0
    assert verify(show) == []
