"""A file that an older version made: it is brought up to date, whole, and is what its journal says."""

import gzip
from pathlib import Path

import pytest

from console.domain.commands import AdjustStock
from console.domain.outbox import ErrandState, StockBy
from console.errors import CuedeskError
from console.storage.reader import reading
from console.storage.schema import SCHEMA
from console.storage.studio import Studio
from console.storage.verify import verify
from tests.domain.goods import NOON
from tests.storage.keeping import keep

MADE_BY_VERSION_1 = Path(__file__).with_name("made_by_version_1.cuedesk.gz")


@pytest.fixture
def old(path: Path) -> Path:
    path.write_bytes(gzip.decompress(MADE_BY_VERSION_1.read_bytes()))
    return path


def test_a_file_of_version_1_is_brought_up_to_date_and_goes_on(old: Path) -> None:
    studio = Studio.open(old, NOON)
    before = studio.load()
    assert before.stock["cap"].on_hand == 11
    assert before.orders["shop/1"].snapshot.paid == 0
    keep(studio, [AdjustStock("cap", 1, "found")], "new")
    show = studio.load()
    studio.close()
    assert [(each.state, each.errand.task) for each in show.open_errands] == [(ErrandState.PENDING, StockBy("cap", 1))]
    assert verify(old) == []


def test_the_old_file_is_kept_as_it_was(old: Path) -> None:
    was = old.read_bytes()
    Studio.open(old, NOON).close()
    kept = old.with_name(f"{old.name}.before-1-to-{SCHEMA}")
    with reading(kept) as reader:
        tables = {row[0] for row in reader._connection.execute("SELECT name FROM sqlite_master")}
    assert "outbox" not in tables
    assert len(kept.read_bytes()) == len(was)


def test_an_old_file_is_not_judged_by_new_rules(old: Path) -> None:
    with pytest.raises(CuedeskError, match=r"made by an older Cuedesk.*Open it once"):
        verify(old)
