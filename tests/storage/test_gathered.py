"""A batch's rows go to the file together, and each delta once."""

from contextlib import closing
from pathlib import Path

import pytest

from console.domain.show import Purpose
from console.domain.stock import Counter
from console.storage.rows.gathered import Gathered
from console.storage.sqlite import Connection, connect_writer
from console.storage.studio import Studio
from tests.domain.goods import NOON


@pytest.fixture
def connection(tmp_path: Path) -> "closing[Connection]":
    path = tmp_path / "show.cuedesk"
    Studio.open(path, NOON, Purpose.LIVE).close()
    return closing(connect_writer(path))


def levels(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT sku, on_hand, reserved, committed, opened FROM stock ORDER BY sku").fetchall()


def test_numbers_that_are_there_and_new_ones_get_each_delta_once(connection: "closing[Connection]") -> None:
    with connection as file:
        gathered = Gathered(file)
        gathered.move("cap", Counter.ON_HAND, 10, opens=True)
        gathered.flush()
        for sku in ("cap", "mug", "cap"):
            gathered.move(sku, Counter.ON_HAND, 3, opens=False)
        gathered.move("cap", Counter.RESERVED, 2, opens=False)
        gathered.move("cap", Counter.RESERVED, -1, opens=False)
        gathered.move("hat", Counter.COMMITTED, 4, opens=False)
        gathered.flush()
        gathered.flush()
        assert levels(file) == [("cap", 16, 1, 0, 1), ("hat", 0, 0, 4, 0), ("mug", 3, 0, 0, 0)]
