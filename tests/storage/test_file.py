"""A studio's file: how it is made, kept, recognised and brought up to date."""

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from console.domain.commands import AdjustStock
from console.domain.show import Purpose
from console.errors import CuedeskError
from console.storage import files, sqlite
from console.storage.files import backup, copy_for_rehearsal, make
from console.storage.reader import reading
from console.storage.recognised import SCHEMA
from console.storage.schema import STEPS, migrations
from console.storage.sqlite import IntegrityError, connect_reader, connect_writer, pragma, require_sound_sqlite
from console.storage.studio import Studio
from console.storage.tables import FIRST
from console.storage.tables_outbox import SECOND
from console.storage.verify import verify
from tests.domain.goods import NOON
from tests.storage.keeping import EVENING, evening, keep


def opened(path: Path, create: Purpose | None = None) -> Studio:
    return Studio.open(path, NOON, create)


def origins(path: Path) -> int:
    with closing(connect_reader(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM incarnations").fetchone()[0])


def test_a_new_file_is_durable_strict_and_empty(studio: Studio) -> None:
    with closing(connect_writer(studio.path)) as connection:
        pragmas = [pragma(connection, name) for name in ("journal_mode", "synchronous", "foreign_keys", "user_version")]
        tables = dict(connection.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'"))
    assert pragmas == ["wal", 2, 1, SCHEMA]
    assert len(STEPS) == SCHEMA
    ours = {statement.split()[2] for statement in (*FIRST, *SECOND) if statement.startswith("CREATE TABLE")}
    assert ours <= tables.keys()
    assert {name for name in ours if not tables[name]} == set()
    assert studio.load().id == 0
    assert verify(studio.path) == []


@pytest.mark.parametrize(
    "row",
    [
        "INSERT INTO stock VALUES ('cap', '4x', 0, 0, 0, 1, NULL)",
        "INSERT INTO stock VALUES ('cap', 4, -1, 0, 0, 1, NULL)",
        "INSERT INTO stock VALUES ('cap', 4294967297, 0, 0, 0, 1, NULL)",
        "INSERT INTO stock VALUES ('cap', 4, 0, 0, -1, 1, NULL)",
        "INSERT INTO stock VALUES ('cap', 4, 0, 0, 0, 2, NULL)",
        "INSERT INTO shows VALUES (1, 'A', 'EURO', 'off', NULL, NULL, NULL)",
        "INSERT INTO shows VALUES (1, 'A', 'EUR', 'dancing', NULL, NULL, NULL)",
        "INSERT INTO queue VALUES (1, 99, 0, '1', 'cap', '')",
        "INSERT INTO variants VALUES ('cap', 'ghost', 0, '[]', 1, NULL, 'USD', '')",
        "INSERT INTO commands VALUES ('c', 'no bytes')",
        "INSERT INTO commands VALUES (1, x'00')",
        "INSERT INTO journal VALUES (1, 0, 1, 'c', 1, 1, x'00', x'00')",
        "INSERT INTO journal VALUES (0, 0, 1, 'c', 1, 1, x'00', zeroblob(32))",
        "INSERT INTO movements VALUES ('cap', 1, 0, 3, 1)",
        "INSERT INTO chat VALUES (1, 1, 'a', 1, 'text', 0, 0, '', 0, 0)",
        "INSERT INTO order_lines VALUES ('shop', '1', 0, 'cap', 1, 0, 0)",
        "INSERT INTO studio (id, purpose, clean, machine, place) VALUES (2, 'live', 0, '', '')",
        "UPDATE studio SET purpose = 'demo'",
    ],
)
def test_the_tables_refuse_what_cannot_be(studio: Studio, row: str) -> None:
    with pytest.raises(IntegrityError):
        studio._connection.execute(row)


@pytest.mark.parametrize("change", ["UPDATE journal SET at = 0", "DELETE FROM journal", "UPDATE studio SET serial = 0"])
def test_the_journal_never_changes_and_numbers_never_fall(studio: Studio, change: str) -> None:
    keep(studio, EVENING)
    with pytest.raises(IntegrityError, match=r"never|once"):
        studio._connection.execute(change)


def test_a_library_call_does_not_end_a_transaction_that_is_open(studio: Studio) -> None:
    connection = studio._connection
    connection.execute("BEGIN IMMEDIATE")
    Database(connection).table("buyers").insert({"id": "b1", "name": "Mia"})
    assert connection.in_transaction
    connection.execute("ROLLBACK")
    assert connection.execute("SELECT count(*) FROM buyers").fetchone() == (0,)


def test_a_file_is_made_only_when_asked_and_where_there_is_a_folder(path: Path) -> None:
    with pytest.raises(CuedeskError, match="There is no file"):
        opened(path)
    with pytest.raises(CuedeskError, match=r"The folder .* does not exist"):
        opened(path.parent / "nowhere" / "show.cuedesk", Purpose.LIVE)
    assert not path.exists()


def test_an_empty_file_and_what_an_interrupted_making_left_are_no_hindrance(path: Path) -> None:
    path.touch()
    path.with_name(f"{path.name}.new").write_bytes(b"half")
    opened(path, Purpose.REHEARSAL).close()
    with reading(path) as reader:
        assert reader.show().purpose is Purpose.REHEARSAL
    assert [each.name for each in path.parent.glob("*.new*")] == []


def test_a_file_of_another_program_is_refused_and_left_as_it_is(path: Path) -> None:
    with closing(connect_writer(path)) as connection:
        connection.execute("CREATE TABLE diary (entry TEXT)")
    before = path.read_bytes()
    with pytest.raises(CuedeskError, match="is not a studio's file"):
        opened(path, Purpose.LIVE)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_program_is_refused(path: Path) -> None:
    evening(path)
    with closing(connect_writer(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(CuedeskError, match="made by a newer Cuedesk"):
        opened(path)


def test_a_refused_file_is_not_locked(path: Path) -> None:
    path.write_bytes(b"words " * 1000)
    for _ in range(2):
        with pytest.raises(CuedeskError, match="cannot be read"):
            opened(path)


def test_an_old_sqlite_is_refused_with_a_next_step() -> None:
    with pytest.raises(CuedeskError, match=r"SQLite 3\.40\.1 can damage .* pysqlite3"):
        require_sound_sqlite((3, 40, 1))
    require_sound_sqlite((3, 51, 3))
    assert sqlite.VERSION >= sqlite.SOUND


def test_a_file_is_backed_up_before_it_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evening(path)

    def longer() -> Migrations:
        steps = migrations()

        @steps()
        def later(db: Database) -> None:
            db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
            db.execute(f"PRAGMA user_version = {SCHEMA + 1}")

        return steps

    monkeypatch.setattr(files, "SCHEMA", SCHEMA + 1)
    monkeypatch.setattr(files, "migrations", longer)
    opened(path).close()
    monkeypatch.undo()
    kept = path.with_name(f"{path.name}.before-{SCHEMA}-to-{SCHEMA + 1}")
    assert verify(kept) == []
    with closing(connect_reader(path)) as connection:
        assert pragma(connection, "user_version") == SCHEMA + 1
        assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evening(path)

    def broken() -> Migrations:
        steps = migrations()

        @steps()
        def later(db: Database) -> None:
            db.execute("DROP TABLE buyers")
            db.execute("CREATE TABLE shows (id INTEGER)")

        return steps

    with monkeypatch.context() as patch:
        patch.setattr(files, "SCHEMA", SCHEMA + 1)
        patch.setattr(files, "migrations", broken)
        with pytest.raises(Exception, match="already exists"):
            opened(path)
    assert verify(path) == []
    opened(path).close()


def test_the_same_file_goes_on_in_its_incarnation_and_knows_how_it_was_closed(path: Path) -> None:
    evening(path)
    studio = opened(path)
    assert studio.was_clean
    studio._connection.close()
    studio._lock.release()
    crashed = opened(path)
    assert not crashed.was_clean
    crashed.close()
    assert origins(path) == 1


def test_a_copied_file_begins_another_incarnation(path: Path, tmp_path: Path) -> None:
    evening(path)
    other = tmp_path / "other.cuedesk"
    shutil.copy(path, other)
    studio = opened(other)
    keep(studio, [AdjustStock("cap", 1, "found")], "x")
    studio.close()
    assert (origins(path), origins(other)) == (1, 2)
    assert verify(other) == []


def test_a_moved_file_stays_the_same(path: Path, tmp_path: Path) -> None:
    evening(path)
    opened(path.rename(tmp_path / "moved.cuedesk")).close()
    assert origins(tmp_path / "moved.cuedesk") == 1


def test_a_backup_beside_the_writer_is_whole(studio: Studio, tmp_path: Path) -> None:
    keep(studio, EVENING)
    copy = tmp_path / "copy.cuedesk"
    backup(studio.path, copy)
    assert verify(copy) == []
    with reading(copy) as reader:
        assert reader.show() == studio.load()


def test_a_copy_for_rehearsal_can_never_go_on_air(studio: Studio, tmp_path: Path) -> None:
    keep(studio, EVENING)
    copy = tmp_path / "try.cuedesk"
    copy_for_rehearsal(studio.path, copy)
    rehearsal = opened(copy)
    assert rehearsal.load().purpose is Purpose.REHEARSAL
    rehearsal.close()
    assert studio.load().purpose is Purpose.LIVE


def test_making_is_all_or_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(files, "new_incarnation", stopped)
    with pytest.raises(OSError, match="no space"):
        make(path, NOON + timedelta(seconds=1), Purpose.LIVE)
    assert not path.exists()
