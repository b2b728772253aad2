"""A file that an older version made: it is brought up to date, whole, and is what its journal says."""

import gzip
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from rpds import HashTrieMap

from console.domain.commands import AdjustStock
from console.domain.outbox import ErrandState, StockBy
from console.domain.outcomes import Outcome
from console.errors import CuedeskError
from console.storage.files import prepare
from console.storage.journal import Head
from console.storage.marks import Mark, vouched
from console.storage.reader import reading
from console.storage.recognised import SCHEMA
from console.storage.sqlite import connect_reader, connect_writer
from console.storage.studio import Studio
from console.storage.verify import verify
from tests.domain.goods import NOON
from tests.storage.journals import hashes
from tests.storage.keeping import keep

outcomes = msgspec.json.Decoder(Outcome)

MADE_BY_VERSION_6 = Path(__file__).with_name("made_by_version_6.cuedesk.gz")
SHOWN_BY_VERSION_6 = Path(__file__).with_name("shown_by_version_6.json")
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


@pytest.fixture
def six(path: Path) -> Path:
    """A file that was copied on the way, with all sorts of chat; what version 6 showed of it is kept beside it."""
    path.write_bytes(gzip.decompress(MADE_BY_VERSION_6.read_bytes()))
    return path


def test_a_file_of_version_6_shows_what_it_showed(six: Path) -> None:
    prepare(six, NOON, None)
    assert verify(six) == []
    with reading(six) as reader:
        show = reader.show()
        now = {
            "show": {name: plain(getattr(show, name)) for name in show.__struct_fields__},
            "claims": plain([claim for claim, _ in reader.claims()]),
            "why": {sku: plain(reader.why(sku)) for sku in ("cap", "mug")},
            "chat": plain(reader.recent_chat(100)),
            "orders": plain([order for order, _ in reader.all_orders()]),
            "counts": reader.chat_counts(),
        }
        found = [each.line.text for each in reader.search_chat("黑色")]
    assert missing(msgspec.json.decode(SHOWN_BY_VERSION_6.read_bytes()), now) == []
    assert found == ["in the copy 黑色", "黑色还有吗？"]


def test_chains_marks_and_answers_outlive_the_change_of_tables(six: Path) -> None:
    with closing(connect_reader(six)) as connection:
        select = "SELECT journal.hash FROM journal JOIN incarnations USING (origin) ORDER BY number, journal.seq"
        before = [row[0] for row in connection.execute(select)]
        head = Head(*connection.execute("SELECT origin, seq, hash FROM incarnations ORDER BY number DESC").fetchone())
        answers = dict(connection.execute("SELECT id, outcome FROM commands"))
    prepare(six, NOON, None)
    assert hashes(six) == before
    with closing(connect_reader(six)) as connection:
        assert vouched(connection, head, Mark(head.origin, head.seq, head.hash))
        assert not vouched(connection, head, Mark(head.origin, head.seq - 1, head.hash))
    studio = Studio.open(six, NOON)
    assert studio.outcomes(answers) == {each: outcomes.decode(told) for each, told in answers.items()}
    keep(studio, [AdjustStock("cap", 1, "found")], "new")
    studio.close()
    assert verify(six) == []
    assert hashes(six)[: len(before)] == before


def test_a_damaged_file_of_version_6_is_brought_up_to_date_and_its_damage_named(six: Path) -> None:
    with closing(connect_writer(six)) as connection:
        connection.execute("DROP TRIGGER journal_is_append_only")
        connection.execute("UPDATE journal SET body = replace(body, 'found', 'taken')")
    prepare(six, NOON, None)
    assert any("it was altered (StockMoved)" in each for each in verify(six))


def plain(value: object) -> object:
    """A value as JSON has it, sets in order."""

    def known(each: object) -> object:
        return {str(key): value for key, value in each.items()} if isinstance(each, HashTrieMap) else repr(each)

    return msgspec.to_builtins(value, enc_hook=known, str_keys=True, order="sorted")


def missing(was: object, now: object, at: str = "") -> list[str]:
    """Where something that was there is there no more, or is another; what is new may be there."""
    if isinstance(was, dict) and isinstance(now, dict):
        return [found for key in was for found in missing(was[key], now.get(key), f"{at}/{key}")]
    if isinstance(was, list) and isinstance(now, list | tuple) and len(was) == len(now):
        return [found for number, each in enumerate(was) for found in missing(each, now[number], f"{at}/{number}")]
    return [] if was == now else [f"{at}: {was} -> {now}"]
