"""The drawer of backups."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from console.domain.backups import Backup
from console.domain.status import BackupStatus
from console.ui.backups import drawer as module
from console.ui.backups.drawer import BackupsDrawer
from console.ui.backups.model import BackupsModel
from console.ui.style.look import LiveLook
from tests.ui.conftest import EVENING, FakeActs

HOUR = timedelta(hours=1)
OLD = [Backup(f"/backups/{hours}.cuedesk", EVENING - hours * HOUR, 1_500_000) for hours in (30, 40)]


@pytest.fixture
def drawer(qtbot: QtBot, acts: FakeActs, look: LiveLook) -> BackupsDrawer:
    made = BackupsDrawer(acts, look, acts.line.clock)
    qtbot.addWidget(made)
    made.resize(560, 640)
    model = made.list.model()
    assert isinstance(model, BackupsModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def rows(drawer: BackupsDrawer) -> list[str]:
    model = drawer.list.model()
    return [str(model.index(row, 0, QModelIndex()).data()) for row in range(model.rowCount())]


def acted(drawer: BackupsDrawer, name: str) -> None:
    (action,) = (each for each in drawer.actions() if each.objectName() == name)
    assert action.isEnabled()
    action.trigger()


def offered(drawer: BackupsDrawer) -> set[str]:
    return {each.objectName() for each in drawer.actions() if each.isEnabled()}


def test_without_a_backup_it_says_so_and_how_to_make_one(drawer: BackupsDrawer, acts: FakeActs) -> None:
    drawer.show()
    assert drawer.state.words.text() == "There is no backup yet."
    assert drawer.state.step.text() == "Make one now."
    assert "backups.restore" not in offered(drawer)
    acted(drawer, "backups.make_now")
    assert acts.line.copies == [None]
    assert drawer.state.words.text() == "The last backup is 0 s old."
    assert len(rows(drawer)) == 1
    assert "backups.restore" in offered(drawer)
    assert acts.notices[-1][1:] == ("The file is kept and checked.", "/backups/now.cuedesk")


def test_the_age_of_the_last_one_runs_and_an_old_one_is_to_be_followed(drawer: BackupsDrawer, acts: FakeActs) -> None:
    acts.line.kept = list(OLD)
    drawer.show()
    assert drawer.state.words.text() == "The last backup is 30 h old."
    assert drawer.state.step.text() == "Make one now."
    acts.line.pass_time(hours=1)
    drawer._show_ages()
    assert drawer.state.words.text() == "The last backup is 31 h old."


def test_a_backup_that_fails_by_itself_is_told_with_its_next_step(
    qtbot: QtBot, drawer: BackupsDrawer, acts: FakeActs
) -> None:
    acts.line.kept = list(OLD)
    drawer.show()
    acts.line.tell(BackupStatus(EVENING, "No backup was made: 0.1 GB are free on its disk.", "Free some space."))
    qtbot.waitUntil(lambda: drawer.state.words.text().startswith("No backup was made"))
    assert drawer.state.step.text() == "Free some space."
    acts.line.tell(BackupStatus(EVENING))
    qtbot.waitUntil(lambda: drawer.state.words.text() == "The last backup is 30 h old.")


def chosen(path: Path) -> Callable[..., None]:
    """A dialog in which the person chooses that at once."""

    def ask(_parent: object, _title: str, _at: Path, then: Callable[[Path], object]) -> None:
        then(path)

    return ask


def test_the_chosen_one_is_restored_to_another_place_and_the_show_stays_open(
    drawer: BackupsDrawer, acts: FakeActs, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts.line.kept = list(OLD)
    drawer.show()
    drawer.list.setCurrentIndex(drawer.list.model().index(1, 0, QModelIndex()))
    suggested: list[Path] = []
    monkeypatch.setattr(module, "ask_place", lambda _parent, _title, at, _then: suggested.append(at))
    acted(drawer, "backups.restore")
    assert suggested == [Path("/shows/evening restored.cuedesk")]
    monkeypatch.setattr(module, "ask_place", chosen(Path("/shows/again.cuedesk")))
    acted(drawer, "backups.restore")
    assert acts.line.restored == [(Path("/backups/40.cuedesk"), Path("/shows/again.cuedesk"))]
    _, words, step = acts.notices[-1]
    assert "Restored as /shows/again.cuedesk" in words
    assert "before it sends anything" in step


def test_a_copy_goes_where_the_person_says_and_any_file_can_be_restored(
    drawer: BackupsDrawer, acts: FakeActs, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawer.show()
    monkeypatch.setattr(module, "ask_place", chosen(Path("/stick/a.cuedesk")))
    monkeypatch.setattr(module, "ask_file", chosen(Path("/stick/b.cuedesk")))
    acted(drawer, "backups.save_copy")
    acted(drawer, "backups.restore_other")
    assert acts.line.copies == [Path("/stick/a.cuedesk")]
    assert acts.line.restored == [(Path("/stick/b.cuedesk"), Path("/stick/a.cuedesk"))]


def test_escape_leaves(qtbot: QtBot, drawer: BackupsDrawer) -> None:
    drawer.show()
    with qtbot.waitSignal(drawer.left, timeout=1000):
        QTest.keyClick(drawer, Qt.Key.Key_Escape)
