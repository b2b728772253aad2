"""What every test shares: no screen is needed, nothing of the user's is touched."""

import gc
import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.servers.vendure import Vendure, shop_in
from tests.storage.made_once import tables_made_once

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no fault of what is tested.
settings.register_profile("cuedesk", deadline=None)
settings.load_profile("cuedesk")

# Thousands of saves need not wait for a disk. What a run leaves there is what failed.
MEMORY, ROOM = Path("/dev/shm"), 4 << 30  # noqa: S108 - a folder in memory, where the system has one
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

# Garbage with widgets in it must not be collected by another thread: see console/ui/tidying.py.
gc.disable()
TURNS = count(1)
ALL_EVERY = 50

MOST_WORKERS = 4
SERVERS = ("vendure_server", "busy_shop")
"""The fixtures that start a server for the whole run."""


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Let a worker for each core run the whole suite; what was named runs in this process."""
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS and not hasattr(config, "workerinput")
    able = config.pluginmanager.hasplugin("xdist") and not config.option.usepdb
    if whole and able and config.option.numprocesses is None:
        config.option.numprocesses = min(os.cpu_count() or 1, MOST_WORKERS)
        config.option.dist = "loadgroup"


def pytest_itemcollected(item: pytest.Item) -> None:
    """Keep the tests that share a server together, so that it is started once."""
    for name in SERVERS:
        if name in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group(name))


def pytest_runtest_teardown() -> None:
    """Collect garbage between two tests, on this thread."""
    gc.collect(2 if next(TURNS) % ALL_EVERY == 0 else 1)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's own folders out of every test, and of the programs that it starts."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture(scope="session", autouse=True)
def quick_files() -> Iterator[None]:
    """Make the tables of new files once."""
    with tables_made_once():
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The studio's shared material beside a working copy; tests that need it skip where it is missing."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("there is no ../shared beside this clone")
    return folder


@pytest.fixture(scope="session")
def vendure_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vendure]:
    """A real Vendure for the whole run."""
    with shop_in(tmp_path_factory.mktemp("vendure")) as server:
        yield server
