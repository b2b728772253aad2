"""High-water marks: a file that was set back, copied over or swapped begins another incarnation, and no other does."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from console.domain.show import Purpose
from console.settings import data_folder, marks_folder
from console.storage import marks
from console.storage.files import copy_for_rehearsal
from console.storage.identity import machine
from console.storage.journal import Head
from console.storage.marks import Mark, Marks
from console.storage.studio import Studio
from console.storage.verify import verify
from tests.domain.goods import NOON
from tests.storage.keeping import EVENING, FOUND, copy_over, evening, head_of, keep, lives, worked


def opened_again(path: Path) -> int:
    """How many incarnations the file has after one more opening, in which something is done."""
    worked(path, f"again {path.name} {lives(path)} ")
    assert verify(path) == []
    return lives(path)


def marked() -> list[Path]:
    return sorted(marks_folder().glob("*.json"))


def test_an_older_copy_over_the_file_begins_another_incarnation(path: Path, tmp_path: Path) -> None:
    evening(path)
    old = shutil.copy(path, tmp_path / "old")
    worked(path, "late")
    copy_over(Path(old), path)
    assert opened_again(path) == 2
    assert opened_again(path) == 2


def test_the_last_copy_of_a_journal_that_was_left_is_not_taken_for_its_file(path: Path, tmp_path: Path) -> None:
    evening(path)
    early = Path(shutil.copy(path, tmp_path / "early"))
    worked(path, "late")
    last = Path(shutil.copy(path, tmp_path / "last"))
    copy_over(early, path)
    assert opened_again(path) == 2
    copy_over(last, path)
    assert opened_again(path) == 2
    assert head_of(path).origin != head_of(last).origin


def test_a_copy_that_went_on_otherwise_begins_another_incarnation(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening(path)
    old = Path(shutil.copy(path, tmp_path / "old"))
    shutil.copytree(data_folder(), tmp_path / "other" / "Cuedesk")
    worked(path, "here")
    ended = head_of(path)
    with monkeypatch.context() as elsewhere:  # another user's marks, who saw nothing of that
        elsewhere.setenv("XDG_DATA_HOME", str(tmp_path / "other"))
        copy_over(old, path)
        worked(path, "there")
    assert (lives(path), head_of(path).seq) == (1, ended.seq)
    assert head_of(path).hash != ended.hash
    assert opened_again(path) == 2


def test_a_lost_wal_begins_another_incarnation(path: Path, tmp_path: Path) -> None:
    evening(path)
    studio = Studio.open(path, NOON)
    keep(studio, FOUND, "late")
    without = Path(shutil.copy(path, tmp_path / "without"))
    studio.close()
    copy_over(without, path)
    assert head_of(path).seq < head_of_mark(path).seq
    assert opened_again(path) == 2


def head_of_mark(path: Path) -> Mark:
    mark = Marks(marks_folder()).of(head_of(path).origin)
    assert mark is not None
    return mark


def test_a_crash_that_loses_nothing_begins_none(path: Path) -> None:
    evening(path)
    studio = Studio.open(path, NOON)
    keep(studio, FOUND, "late")
    studio._connection.close()
    studio._lock.release()
    assert head_of(path).seq > head_of_mark(path).seq
    assert opened_again(path) == 1


def test_a_console_that_runs_keeps_its_mark_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evening(path)
    studio = Studio.open(path, NOON)
    keep(studio, FOUND, "soon")
    assert head_of_mark(path).seq < studio._head.seq
    monkeypatch.setattr("console.storage.studio.MARK_EVERY", -1.0)
    keep(studio, FOUND, "late")
    assert head_of_mark(path).seq == studio._head.seq
    studio.close()


def test_marks_that_were_set_back_do_no_harm_to_a_file_that_was_not(path: Path, tmp_path: Path) -> None:
    evening(path)
    shutil.copytree(data_folder(), tmp_path / "snapshot")
    worked(path, "late")
    shutil.rmtree(data_folder())
    shutil.copytree(tmp_path / "snapshot", data_folder(), dirs_exist_ok=True)
    assert opened_again(path) == 1


@pytest.mark.parametrize(
    "harm",
    [
        lambda mark: mark.unlink(),
        lambda mark: mark.write_bytes(b""),
        lambda mark: mark.write_bytes(mark.read_bytes()[:20]),
        lambda mark: mark.write_bytes(b"\xff" * 200),
        lambda mark: mark.write_bytes(mark.read_bytes().replace(b'"seq":', b'"seq":"', 1)),
    ],
    ids=["missing", "empty", "torn", "noise", "of another kind"],
)
def test_a_mark_that_cannot_be_read_vouches_for_nothing(path: Path, harm: Callable[[Path], object]) -> None:
    evening(path)
    (mark,) = marked()
    harm(mark)
    assert opened_again(path) == 2
    assert opened_again(path) == 2


def test_a_mark_of_another_journal_vouches_for_nothing(path: Path, tmp_path: Path) -> None:
    evening(path)
    (mark,) = marked()
    Studio.open(tmp_path / "other.cuedesk", NOON, Purpose.LIVE).close()
    (other,) = set(marked()) - {mark}
    other.replace(mark)
    assert opened_again(path) == 2


def test_marks_that_cannot_be_written_stop_nobody_and_are_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(marks, "log_failure", lambda name, error: told.append(f"{name}: {type(error).__name__}"))
    marks_folder().parent.parent.mkdir()
    marks_folder().parent.write_bytes(b"a file in its place")
    evening(path)
    assert opened_again(path) == 2
    assert set(told) == {"marks: NotADirectoryError"}


def test_two_files_that_change_names_stay_the_same(path: Path, tmp_path: Path) -> None:
    other, aside = tmp_path / "other.cuedesk", tmp_path / "aside"
    evening(path)
    evening(other)
    path.rename(aside)
    other.rename(path)
    aside.rename(other)
    assert (opened_again(path), opened_again(other)) == (1, 1)


def test_two_files_that_change_contents_are_two_copies(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.cuedesk"
    evening(path)
    evening(other)
    aside = Path(shutil.copy(path, tmp_path / "aside"))
    copy_over(other, path)
    copy_over(aside, other)
    assert (opened_again(path), opened_again(other)) == (2, 2)


def test_a_file_moved_to_another_folder_of_the_disk_stays_the_same(path: Path, tmp_path: Path) -> None:
    evening(path)
    (tmp_path / "shows").mkdir()
    assert opened_again(path.rename(tmp_path / "shows" / "moved.cuedesk")) == 1


def test_a_disk_that_the_system_numbers_anew_makes_no_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evening(path)
    monkeypatch.setattr("console.storage.identity.place", lambda path: f"ffff-{path.stat().st_ino:x}")
    assert opened_again(path) == 1


def test_the_original_of_a_copy_goes_on_as_it_was(path: Path, tmp_path: Path) -> None:
    evening(path)
    copy = Path(shutil.copy(path, tmp_path / "copy.cuedesk"))
    assert (opened_again(copy), opened_again(path)) == (2, 1)


def test_an_origin_that_looks_like_a_path_names_no_file_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "marks"
    kept = Marks(folder)
    kept.keep(Head("../../" + "x" * 26, 3, bytes(32)))
    assert [path.parent for path in tmp_path.rglob("*") if path.is_file()] == [folder]
    assert kept.of("../../" + "x" * 26) == Mark("../../" + "x" * 26, 3, bytes(32))


def test_a_mark_never_falls(tmp_path: Path) -> None:
    kept = Marks(tmp_path)
    kept.keep(Head("o", 7, bytes(32)))
    kept.keep(Head("o", 6, bytes(32)))
    assert kept.of("o") == Mark("o", 7, bytes(32))


def test_the_oldest_of_too_many_marks_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "MOST", 3)
    kept = Marks(tmp_path)
    for number in range(5):
        kept.keep(Head(f"o{number}", 1, bytes(32)))
        os.utime(max(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime), (number, number))
    assert [kept.of(f"o{number}") is not None for number in range(5)] == [False, False, True, True, True]


def test_a_rehearsal_needs_no_mark(path: Path, tmp_path: Path) -> None:
    evening(path)
    rehearsal = tmp_path / "rehearsal.cuedesk"
    copy_for_rehearsal(path, rehearsal)
    before = marked()
    Studio.open(rehearsal, NOON).close()
    known = lives(rehearsal)
    Studio.open(rehearsal, NOON).close()
    assert (lives(rehearsal), marked()) == (known, before)


def test_a_mark_holds_no_name_of_the_file_and_none_of_the_computer(path: Path) -> None:
    evening(path)
    (mark,) = marked()
    assert set(msgspec.json.decode(mark.read_bytes())) == {"origin", "seq", "hash", "left"}


def test_a_computer_without_a_network_card_has_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("uuid.getnode", lambda: 1 << 40 | 5)
    first = machine()
    monkeypatch.setattr("uuid.getnode", lambda: 1 << 40 | 6)
    assert machine() == first
    monkeypatch.setattr("uuid.getnode", lambda: 6)
    assert machine() != first


def test_a_new_file_is_seen_set_back_to_its_beginning(path: Path, tmp_path: Path) -> None:
    Studio.open(path, NOON, Purpose.LIVE).close()
    empty = Path(shutil.copy(path, tmp_path / "empty"))
    worked(path, "evening", EVENING)
    copy_over(empty, path)
    worked(path, "anew", EVENING)
    assert lives(path) == 2
