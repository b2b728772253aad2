"""A backup that is opened from the start page."""

from pathlib import Path

import pytest

from console.domain.show import Purpose
from console.errors import CuedeskError
from console.storage.backup import whole_copy
from console.storage.verify import verify


def test_it_becomes_a_file_of_its_own_and_is_opened_as_what_it_is_for(tmp_path: Path) -> None:
    from console.starting import restored
    from tests.storage.keeping import evening

    evening(tmp_path / "show.cuedesk")
    whole_copy(tmp_path / "show.cuedesk", tmp_path / "backup.cuedesk")
    wanted = restored(tmp_path / "backup.cuedesk", tmp_path / "again.cuedesk")
    assert not wanted.path.exists()
    assert wanted.make_setup().purpose is Purpose.LIVE
    assert verify(wanted.path) == []
    with pytest.raises(CuedeskError, match="exists already"):
        wanted.make_setup()
