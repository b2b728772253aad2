"""The command line within the test's own process, and a small catalogue of our own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from console.__main__ import main
from tests.end_to_end.consoles import Console

HEADER = (
    "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price"
)
ROWS = (
    "cap,Cap,Size,S,CAP-S,shopify,5,15.00",
    "cap,,,M,CAP-M,shopify,6,15.00",
    "mug,Mug,Title,Default Title,MUG,shopify,7,7.50",
)


class Ran(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Cuedesk = Callable[..., Ran]


@pytest.fixture(autouse=True)
def one_user(own_folders: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - after it
    """Have the test's own process and the consoles that it starts belong to one user."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))


@pytest.fixture
def cuedesk(capsys: pytest.CaptureFixture[str]) -> Cuedesk:
    """Runs one command."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            code = main([str(each) for each in arguments])
        except SystemExit as ended:
            code = int(str(ended.code))
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return run


def csv(path: Path, *rows: str) -> Path:
    """A product export with these rows."""
    path.write_text("\n".join([HEADER, *rows]) + "\n", "utf-8")
    return path


@pytest.fixture
def goods(tmp_path: Path) -> Path:
    """A good export: two products, three SKUs."""
    return csv(tmp_path / "goods.csv", *ROWS)


@pytest.fixture
def studio(tmp_path: Path, goods: Path, cuedesk: Cuedesk) -> Path:
    """A live studio's file with that catalogue."""
    path = tmp_path / "studio.cuedesk"
    assert cuedesk("import", "products", goods, "--show", path, "--currency", "EUR").code == 0
    return path


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Console]]:
    """Starts consoles in the test's folder, and ends those that are left."""
    started: list[Console] = []

    def starting(*arguments: str) -> Console:
        started.append(Console(tmp_path, *arguments))
        return started[-1]

    yield starting
    for console in started:
        console.clean_up()
