"""A planted fault is named; a clean file is clean."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from console.domain.commands import AdjustStock, SetLimits
from console.domain.show import Purpose
from console.domain.stock import Counter
from console.errors import CuedeskError
from console.storage.checks import start_checks
from console.storage.rows.gathered import Gathered
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
    "UPDATE movements SET delta = delta + 1 WHERE sku = 'cap' AND entry = 2": (
        r"movements, cap/2/0: delta is 11, the journal says 10"
    ),
    "UPDATE movements SET counter = 1 WHERE entry = 3": r"movements, mug/3/0: counter is 1, the journal says 0",
    "DELETE FROM movements WHERE entry = 3": r"movements, mug/3/0: the row is missing",
    "INSERT INTO movements VALUES ('cap', 1, 9, 0, 1)": "movements, cap/1/9: the journal knows of no such row",
    """UPDATE journal SET body = body_with(body, '"delta":3', '"delta":2')
        WHERE body_with(body, '"delta":3', '"delta":2') <> body""": r"journal of \w+, row \d+: it was altered",
    "UPDATE journal SET body = x'00' WHERE id = 4": r"row 4: it was altered",
    "UPDATE journal SET body = substr(body, 1, length(body) - 1) WHERE id = 4": r"row 4: it was altered",
    "UPDATE journal SET body = CAST(body || body AS BLOB) WHERE id = 4": r"row 4: it was altered",
    "UPDATE journal SET at = at + 1 WHERE id = 4": r"row 4: it was altered",
    "UPDATE journal SET actor = 99 WHERE id = 4": r"row 4: it was altered",
    "UPDATE actors SET name = '{}'": r"row 4: it was altered",
    "DELETE FROM actors": r"row 4: it was altered",
    "UPDATE journal SET command = 'x' WHERE id = 4": r"row 4: it was altered",
    "UPDATE journal SET version = 2 WHERE id = 4": r"row 4: it was altered",
    "DELETE FROM journal WHERE id = 4": r"row 5: row 4 before it is missing",
    "DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)": r"but \d+ rows were written: its tail is missing",
    "UPDATE incarnations SET base = 1": r"row 1: it was altered",
    "UPDATE kinds SET name = 'StockGuessed' WHERE name = 'Pinned'": r"StockGuessed cannot follow .* does not know",
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
        connection.execute("UPDATE journal SET at = 0 WHERE id = 2")
        connection.execute("DELETE FROM products WHERE id = 'cap'")
    with closing(connect_reader(path)) as reader:
        troubles = "\n".join(start_checks(reader))
    assert "row 2: it was altered" in troubles
    assert "refers to a row of products that is missing" in troubles


def test_a_writer_that_moves_stock_twice_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = Gathered.move

    def doubled(self: Gathered, sku: str, counter: Counter, delta: int, *, opens: bool) -> None:
        honest(self, sku, counter, 2 * delta, opens=opens)

    file = tmp_path / "show.cuedesk"
    studio = Studio.open(file, NOON, Purpose.LIVE)
    keep(studio, EVENING)
    monkeypatch.setattr(Gathered, "move", doubled)
    keep(studio, [AdjustStock("cap", 1, "found")], "d")
    studio.close()
    assert "stock, cap: on_hand is 11, the journal says 10" in verify(file)


def test_what_is_no_studios_file_is_said_so(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"not a database at all, only words\n" * 100)
    with pytest.raises(CuedeskError, match="cannot be read"):
        verify(other)
