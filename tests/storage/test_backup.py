"""Backups: whole or not at all, checked, beside a writer, never over another file, and seen as what they are."""

import os
import shutil
import threading
from contextlib import closing
from pathlib import Path

import pytest

from console.domain.commands import AdjustStock
from console.errors import CuedeskError
from console.storage import backup as backups
from console.storage.backup import whole_copy
from console.storage.reader import reading
from console.storage.sqlite import OperationalError, connect_reader, connect_writer
from console.storage.studio import Studio
from console.storage.verify import verify
from tests.storage.keeping import EVENING, copy_over, evening, head_of, keep, lives, tampering, worked


@pytest.fixture
def to(tmp_path: Path) -> Path:
    (tmp_path / "kept").mkdir()
    return tmp_path / "kept" / "backup.cuedesk"


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_holds_all_that_is_on_the_disk_and_nothing_else_lies_about(studio: Studio, to: Path) -> None:
    keep(studio, EVENING)
    kept = whole_copy(studio.path, to)
    assert (kept.path, kept.bytes, kept.rows) == (str(to), to.stat().st_size, head_of(studio.path).seq)
    assert left_in(to.parent) == [to.name]
    assert verify(to) == []
    with reading(to) as reader:
        assert reader.show() == studio.load()


def test_it_is_made_while_the_writer_writes(studio: Studio, to: Path) -> None:
    keep(studio, EVENING)
    stop, written = threading.Event(), 0

    def write() -> None:
        nonlocal written
        while not stop.is_set():
            keep(studio, [AdjustStock("cap", 1, "found")], f"beside {written} ")
            written += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        kept = [whole_copy(studio.path, to.with_name(f"{number}.cuedesk")) for number in range(5)]
    finally:
        stop.set()
        writer.join()
    rows = [each.rows for each in kept]
    assert rows == sorted(rows)
    assert rows[-1] > rows[0]
    assert written > 0
    assert [verify(Path(each.path)) for each in kept] == [[]] * 5


def test_a_backup_that_is_opened_or_copied_over_the_file_is_another_incarnation(path: Path, to: Path) -> None:
    evening(path)
    whole_copy(path, to)
    copy_over(to, path)
    worked(path, "restored")
    worked(to, "opened")
    assert (lives(path), lives(to)) == (2, 2)
    assert verify(path) == verify(to) == []


def test_a_restored_file_goes_on_with_all_numbers(path: Path, to: Path, tmp_path: Path) -> None:
    evening(path)
    whole_copy(path, to)
    again = tmp_path / "again.cuedesk"
    whole_copy(to, again)
    worked(again, "on")
    assert verify(again) == []
    assert lives(again) == 2
    with reading(again) as new, reading(path) as old:
        assert new.show().stock["cap"].on_hand == old.show().stock["cap"].on_hand + 1


def test_nothing_is_overwritten_not_even_what_comes_meanwhile(
    path: Path, to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening(path)
    to.write_bytes(b"mine")
    with pytest.raises(CuedeskError, match="exists already"):
        whole_copy(path, to)
    to.unlink()
    monkeypatch.setattr(backups, "sync_file", lambda _: to.write_bytes(b"mine"))
    with pytest.raises(CuedeskError, match="exists already"):
        whole_copy(path, to)
    assert (to.read_bytes(), left_in(to.parent)) == (b"mine", [to.name])


def test_a_disk_without_hard_links_will_do(path: Path, to: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evening(path)

    def refused(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refused)
    whole_copy(path, to)
    assert verify(to) == []
    with pytest.raises(CuedeskError, match="exists already"):
        whole_copy(path, to)
    monkeypatch.setattr(backups, "require_place", refused_nothing)
    with pytest.raises(CuedeskError, match="exists already"):
        whole_copy(path, to)


def refused_nothing(*_: object) -> None:
    """Every place will do."""


@pytest.mark.parametrize("at", ["backup", "mark_as_copy", "require_good", "sync_file", "put"])
def test_what_fails_on_the_way_leaves_nothing(path: Path, to: Path, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    evening(path)

    def fail(*_: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(backups, at, fail)
    with pytest.raises(CuedeskError, match="disk is full"):
        whole_copy(path, to)
    assert left_in(to.parent) == []


def test_there_must_be_a_folder_and_room(path: Path, to: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evening(path)
    with pytest.raises(CuedeskError, match="does not exist"):
        whole_copy(path, to.parent / "nowhere" / "b.cuedesk")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(100, 90, 10))
    with pytest.raises(CuedeskError, match="no room"):
        whole_copy(path, to)


def test_a_damaged_file_gets_no_backup_that_says_it_is_good(path: Path, to: Path) -> None:
    evening(path)
    with closing(tampering(path)) as connection:
        connection.execute("UPDATE journal SET body = x'00' WHERE id = 3")
    with pytest.raises(
        CuedeskError, match=r"is damaged, so the copy was not kept: journal of .*, row 3: it was altered"
    ):
        whole_copy(path, to)
    assert left_in(to.parent) == []


def test_another_program_s_file_is_refused(path: Path, to: Path) -> None:
    path.write_bytes(b"words " * 1000)
    with pytest.raises(CuedeskError, match="cannot be read as a studio's file"):
        whole_copy(path, to)
    with pytest.raises(CuedeskError, match="There is no file"):
        whole_copy(path.with_name("nowhere"), to)
    with closing(connect_writer(path.with_name("diary"))) as connection:
        connection.execute("CREATE TABLE diary (entry TEXT)")
    with pytest.raises(CuedeskError, match="is not a studio's file"):
        whole_copy(path.with_name("diary"), to)


def test_a_backup_is_one_file_that_needs_no_other(path: Path, to: Path, tmp_path: Path) -> None:
    evening(path)
    whole_copy(path, to)
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(to, alone / "b.cuedesk")
    with closing(connect_reader(alone / "b.cuedesk")) as connection:
        assert connection.execute("SELECT place, clean FROM studio").fetchone() == ("", 1)


def test_a_file_where_nothing_can_be_written_is_copied_with_what_its_wal_holds(
    studio: Studio, to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(studio, EVENING)
    assert Path(f"{studio.path}-wal").stat().st_size > 0
    monkeypatch.setattr(os, "access", lambda *_: False)
    whole_copy(studio.path, to)
    junk = studio.path.with_name("junk")
    junk.write_bytes(b"words " * 1000)
    with pytest.raises(CuedeskError, match="cannot be read as a studio's file"):
        whole_copy(junk, to.parent / "new")
    assert left_in(to.parent) == [to.name]
    assert verify(to) == []
    with reading(to) as reader:
        assert reader.show() == studio.load()
