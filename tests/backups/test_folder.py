"""The folder of a file's backups."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from console.backups import folder as folder_module
from console.backups.folder import BackupsFolder
from console.domain.backups import beyond
from console.settings import data_folder
from tests.domain.goods import NOON


def test_backups_are_named_by_the_time_and_found_again_newest_first(tmp_path: Path) -> None:
    folder = BackupsFolder(tmp_path / "show.cuedesk", "o" * 32)
    assert folder.backups() == []
    for minute in (1, 3, 2):
        folder.place(NOON + timedelta(minutes=minute)).write_bytes(b"x" * minute)
    found = folder.backups()
    assert [each.at for each in found] == [NOON + timedelta(minutes=minute) for minute in (3, 2, 1)]
    assert [each.bytes for each in found] == [3, 2, 1]
    assert Path(found[0].path).is_relative_to(data_folder() / "backups")


def test_a_renamed_file_keeps_its_folder_and_another_of_its_name_has_one_of_its_own(tmp_path: Path) -> None:
    first = BackupsFolder(tmp_path / "show.cuedesk", "o" * 32)
    first.place(NOON).write_bytes(b"")
    assert len(BackupsFolder(tmp_path / "renamed.cuedesk", "o" * 32).backups()) == 1
    assert BackupsFolder(tmp_path / "show.cuedesk", "p" * 32).backups() == []


def test_tidying_touches_only_what_is_outdated_and_what_was_left_unfinished(tmp_path: Path) -> None:
    folder = BackupsFolder(tmp_path / "show.cuedesk", "o" * 32)
    for minutes in range(40):
        folder.place(NOON - timedelta(minutes=minutes)).write_bytes(b"")
    mine = folder.path / "before the big sale.cuedesk"
    old, young = folder.path / ".a.cuedesk.1.new", folder.path / ".b.cuedesk.2.new-wal"
    for each in (mine, old, young):
        each.write_bytes(b"")
    os.utime(old, ((NOON - timedelta(hours=2)).timestamp(),) * 2)
    os.utime(young, (NOON.timestamp(),) * 2)
    folder.tidy(NOON)
    assert len(folder.backups()) == 12
    assert mine.exists()
    assert young.exists()
    assert not old.exists()


def test_what_has_just_gone_or_is_named_by_no_time_is_no_backup(tmp_path: Path) -> None:
    folder = BackupsFolder(tmp_path / "show.cuedesk", "o" * 32)
    folder.place(NOON).write_bytes(b"x")
    (folder.path / "2026-13-32 25-61-61Z.cuedesk").write_bytes(b"x")
    (folder.path / "2026-11-20 19-00-00Z.cuedesk").symlink_to(
        tmp_path / "gone"
    )  # as one that goes while it is looked at
    assert [each.at for each in folder.backups()] == [NOON]


def test_two_backups_of_one_second_have_two_names(tmp_path: Path) -> None:
    folder = BackupsFolder(tmp_path / "show.cuedesk", "o" * 32)
    for _ in range(3):
        folder.place(NOON).write_bytes(b"")
    assert [each.at - NOON for each in folder.backups()] == [timedelta(seconds=late) for late in (2, 1, 0)]


def test_the_backups_of_other_files_count_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "beyond", lambda files: beyond(files, 250))
    first, second = (BackupsFolder(tmp_path / f"{name}.cuedesk", name * 32) for name in "op")
    for minutes in (1, 2, 3):
        first.place(NOON - timedelta(days=1, minutes=minutes)).write_bytes(bytes(100))
    second.place(NOON).write_bytes(bytes(100))
    second.tidy(NOON)
    assert (len(first.backups()), len(second.backups())) == (1, 1)
