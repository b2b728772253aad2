from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.show import Purpose
from console.storage.studio import Studio
from tests.domain.goods import NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "show.cuedesk"


@pytest.fixture
def studio(path: Path) -> Iterator[Studio]:
    """A new file, open for writing."""
    opened = Studio.open(path, NOON, Purpose.LIVE)
    yield opened
    opened.close()
