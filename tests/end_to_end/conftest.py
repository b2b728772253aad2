"""Real servers and consoles for the tests of the whole."""

import os
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.end_to_end.consoles import Console
from tests.end_to_end.matrix import TOLD, markdown
from tests.servers.inspircd import InspIrcd, running_inspircd
from tests.servers.vendure import Vendure, shop_in
from tests.servers.vendure_api import Staff, opened

Starter = Callable[..., Console]


@pytest.fixture(scope="session")
def full() -> bool:
    """Whether the long forms of the tests are wanted."""
    return "1" in {os.environ.get("CUEDESK_FULL"), os.environ.get("CUEDESK_REQUIRE_SERVERS")}


@pytest.fixture(scope="module")
def real_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vendure]:
    """A real Vendure of the module's own."""
    with shop_in(tmp_path_factory.mktemp("shop")) as server:
        yield server


@pytest.fixture(scope="session")
def busy_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vendure]:
    """A real Vendure that tests share; each brings goods of its own."""
    with shop_in(tmp_path_factory.mktemp("busy")) as server:
        yield server


@pytest.fixture
async def clerk(busy_shop: Vendure) -> AsyncIterator[Staff]:
    """Staff of the shop that tests share, signed in."""
    async with opened(f"{busy_shop.url}/admin-api") as api:
        staff = Staff(api)
        await staff.sign_in()
        yield staff


@pytest.fixture
def real_chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InspIrcd]:
    """A real IRC server."""
    with running_inspircd(tmp_path_factory.mktemp("irc")) as server:
        yield server


@pytest.fixture(autouse=True)
def one_user(own_folders: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - after it
    """Have the test's own process and the consoles that it starts belong to one user."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starter]:
    """Starts consoles in the test's folder, and ends those that are left."""
    started: list[Console] = []

    def starting(*arguments: str, secrets: Mapping[str, str] | None = None) -> Console:
        started.append(Console(tmp_path, *arguments, secrets=secrets))
        return started[-1]

    yield starting
    for console in started:
        console.clean_up()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what became of each operation under each fault."""
    reports = [each for outcome in ("passed", "failed") for each in terminalreporter.getreports(outcome)]
    rows = {str(row) for each in reports for name, row in each.user_properties if name == TOLD}
    for line in markdown(rows) if rows else ():
        terminalreporter.write_line(line)
