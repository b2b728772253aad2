"""A planted fault is named; a clean file is clean."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from console.domain.commands import AdjustStock, SetLimits
from console.domain.show import Purpose
from console.errors import CuedeskError
from console.storage.checks import start_checks
from console.storage.rows.stock import write_movements
from console.storage.sqlite import connect_reader
from console.storage.studio import Studio
from console.storage.verify import verify
from tests.domain.goods import NOON
from tests.storage.keeping import EVENING, evening, keep, tampering


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "show.cuedesk"
    evening(file)
    return file


def test_limits_are_in_the_file_as_they_are_in_the_show(path: Path) -> None:
    studio = Studio.open(path, NOON)
    keep(studio, (SetLimits("cap", 2, 4), SetLimits("mug", 0, 3), SetLimits("mug", 1)), "limits")
    stock = studio.load().stock
    studio.close()
    assert [(stock[sku].buffer, stock[sku].low) for sku in ("cap", "mug")] == [(2, 4), (1, None)]
    assert verify(path) == []


def test_a_clean_file_is_clean(path: Path) -> None:
    assert verify(path) == []


FAULTS = {
    "UPDATE stock SET on_hand = on_hand + 1 WHERE sku = 'cap'": r"stock, cap: on_hand is 10, .* 9",
    "UPDATE stock SET committed = 0 WHERE sku = 'mug'": r"stock, mug: committed is 0",
    "UPDATE stock SET reserved = 4 WHERE sku = 'mug'": r"stock, mug: reserved is 4, but its movements add up to 0",
    "UPDATE stock SET buffer = 4 WHERE sku = 'mug'": r"stock, mug: buffer is 4",
    "UPDATE stock SET opened = 0 WHERE sku = 'mug'": r"stock, mug: opened is 0",
    "DELETE FROM stock WHERE sku = 'mug'": r"stock, mug: the row is missing",
    "UPDATE stock SET low = 4 WHERE sku = 'mug'": r"stock, mug: low is 4, the journal says None",
    "INSERT INTO stock VALUES ('ghost', 0, 0, 0, 0, 1, NULL)": r"stock, ghost: the journal knows of no such row",
    "UPDATE movements SET delta = delta + 1 WHERE id = 1": r"movements, 1: delta is 11, the journal says 10",
    "UPDATE movements SET person = 'Eve' WHERE id = 2": r"movements, 2: person is 'Eve'",
    "DELETE FROM movements WHERE id = 3": r"movements, 3: the row is missing",
    "INSERT INTO movements SELECT 99, origin, 1, 'cap', 'on_hand', '', 1, '', '', '', '', 0, 0, 0 FROM incarnations": (
        "movements, 99: the journal knows of no such row"
    ),
    "UPDATE journal SET body = replace(body, '\"delta\":3', '\"delta\":2')": r"journal of \w+, row \d+: it was altered",
    "UPDATE journal SET at = at + 1 WHERE seq = 4": r"row 4: it was altered",
    "UPDATE journal SET actor = '{}' WHERE seq = 4": r"row 4: it was altered",
    "UPDATE journal SET command = 'x' WHERE seq = 4": r"row 4: it was altered",
    "DELETE FROM journal WHERE seq = 4": r"row 5: row 4 before it is missing",
    "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)": r"but \d+ rows were written: its tail is missing",
    "UPDATE journal SET kind = 'StockGuessed' WHERE kind = 'Pinned'": r"StockGuessed cannot follow .* does not know",
    "UPDATE orders SET status = 'placed'": r"orders, shop/1: status is 'placed', the journal says 'paid'",
    "UPDATE orders SET open = 0": r"orders, shop/1: open is 0, the journal says 1",
    "UPDATE orders SET adopted = '[1]'": r"orders, shop/1: adopted",
    "DELETE FROM orders": r"orders, shop/1: the row is missing",
    "UPDATE order_lines SET shipped = 0 WHERE line = 0": r"order_lines, shop/1/0: shipped is 0",
    "DELETE FROM queue WHERE product = 'mug'": r"queue, \d+: the row is missing",
    "UPDATE queue SET position = 1 - position": r"queue, \d+: position is",
    "UPDATE segments SET title = 'Hats' WHERE position = 0": r"segments, \d+: title is 'Hats', the journal says 'Caps'",
    "UPDATE segments SET planned = planned + 1": r"segments, \d+: planned is",
    "UPDATE aired SET ended = ended + 1": r"aired, 1: ended is",
    "UPDATE pins SET ended = 1 WHERE ended IS NULL": r"pins, \d+: ended is 1, the journal says None",
    "UPDATE shows SET mode = 'off'": r"shows, 1: mode is 'off', the journal says 'on_air'",
    "UPDATE links SET at = at + 1": r"links, shop: at is",
    "UPDATE products SET title = 'Hat' WHERE id = 'cap'": r"products, cap: title is 'Hat'",
    "UPDATE variants SET price = 1 WHERE sku = 'cap'": r"variants, cap: price is 1",
    "DELETE FROM commands WHERE id = 'c3'": r"commands: the answer to c3 is missing",
    "UPDATE incarnations SET seq = seq + 1": r"its tail is missing",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named(path: Path, fault: str) -> None:
    with closing(tampering(path)) as connection:
        assert connection.execute(fault).rowcount > 0
    lines = verify(path)
    assert any(re.search(FAULTS[fault], line) for line in lines), lines


def test_the_start_checks_see_a_broken_chain_and_a_missing_parent(path: Path) -> None:
    with closing(tampering(path)) as connection:
        connection.execute("UPDATE journal SET at = 0 WHERE seq = 2")
        connection.execute("DELETE FROM products WHERE id = 'cap'")
    with closing(connect_reader(path)) as reader:
        troubles = "\n".join(start_checks(reader))
    assert "row 2: it was altered" in troubles
    assert "refers to a row of products that is missing" in troubles


def test_a_writer_that_moves_stock_twice_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = write_movements

    def doubled(*arguments: object) -> None:
        honest(*arguments)  # type: ignore[arg-type]
        honest(*arguments)  # type: ignore[arg-type]

    file = tmp_path / "show.cuedesk"
    studio = Studio.open(file, NOON, Purpose.LIVE)
    keep(studio, EVENING)
    monkeypatch.setattr("console.storage.rows.write_movements", doubled)
    keep(studio, [AdjustStock("cap", 1, "found")], "d")
    studio.close()
    assert "stock, cap: on_hand is 11, the journal says 10" in verify(file)


def test_what_is_no_studios_file_is_said_so(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"not a database at all, only words\n" * 100)
    with pytest.raises(CuedeskError, match="cannot be read"):
        verify(other)
