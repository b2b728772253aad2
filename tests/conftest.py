"""What every test shares: no screen is needed, nothing of the user's is touched."""

import gc
import os
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no fault of what is tested.
settings.register_profile("cuedesk", deadline=None)
settings.load_profile("cuedesk")

# Garbage with widgets in it must not be collected by another thread: see console/ui/tidying.py.
gc.disable()
TURNS = count(1)
ALL_EVERY = 50


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


@pytest.fixture(scope="session")
def shared() -> Path:
    """The studio's shared material beside a working copy; tests that need it skip where it is missing."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("there is no ../shared beside this clone")
    return folder
