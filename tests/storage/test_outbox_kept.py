"""What goes out to shops, in the file: once, forwards only, and held back in a copy."""

import re
import shutil
from contextlib import closing
from functools import reduce
from pathlib import Path

import pytest

from console.domain.apply import apply
from console.domain.changes import Entry
from console.domain.commands import (
    AdjustStock,
    Command,
    DoubtErrand,
    FinishErrand,
    LeaveErrand,
    RejectErrand,
    RemoveConnection,
    ResumeSending,
    SendErrand,
    SetConnection,
    UndoMove,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.decide import decide
from console.domain.needs import Needs
from console.domain.outbox import ErrandState, Prepared
from console.domain.show import Show, informed
from console.settings import marks_folder
from console.storage.marks import Mark, Marks
from console.storage.reader import reading
from console.storage.sqlite import IntegrityError
from console.storage.studio import Saving, Studio
from console.storage.verify import verify
from tests.domain.goods import ANNA, NOON, SHOP
from tests.storage.keeping import copy_over, evening, head_of, keep, tampering

CONNECTED = SetConnection(Connection(SHOP, ConnectionKind.SHOP, "vendure+https://ann@shop.example"))
ASKED = Prepared("mutation", '{"on_hand": 9}')


def sending(path: Path) -> list[int]:
    """A file after an evening with one errand of each fate. Returns their numbers."""
    evening(path)
    studio = Studio.open(path, NOON)
    keep(studio, [CONNECTED, *(AdjustStock("cap", 1, f"found {n}") for n in range(5))], "a")
    pending, sent, unknown, done, rejected = numbers = [each.errand.id for each in studio.load().open_errands]
    keep(studio, [SendErrand(number, ASKED) for number in (sent, unknown, done, rejected)], "s")
    steps: list[Command] = [DoubtErrand(unknown, "No answer."), FinishErrand(done, "moved by 1")]
    keep(studio, [*steps, RejectErrand(rejected, "The shop said no.", "Look there.")], "e")
    studio.close()
    assert pending < sent
    return numbers


@pytest.fixture
def out(path: Path) -> list[int]:
    return sending(path)


def shown(path: Path) -> Show:
    with reading(path) as reader:
        return reader.show()


def test_errands_come_back_as_they_stood(path: Path, out: list[int]) -> None:
    pending, sent, unknown, done, rejected = out
    show = shown(path)
    assert {number: each.state for number, each in show.outbox.items()} == {
        pending: ErrandState.PENDING,
        sent: ErrandState.SENT,
        unknown: ErrandState.UNKNOWN,
        rejected: ErrandState.REJECTED,
    }
    assert show.outbox[sent].prepared == ASKED
    assert show.outbox[unknown].title == "No answer."
    assert show.outbox[rejected].next_step == "Look there."
    assert done not in show.outbox
    assert show.serial == max(out)
    assert verify(path) == []


def test_each_errand_has_a_key_of_this_life_of_the_file(path: Path, out: list[int]) -> None:
    show = shown(path)
    assert len(show.origin) == 32
    assert {each.errand.key for each in show.outbox.values()} == {f"{show.origin}-{number}" for number in show.outbox}
    assert max(out) in show.outbox


BACKWARDS = [
    "UPDATE outbox SET state = 'pending' WHERE state = 'sent'",
    "UPDATE outbox SET state = 'sent' WHERE state = 'unknown'",
    "UPDATE outbox SET state = 'unknown' WHERE state = 'pending'",
    "UPDATE outbox SET state = 'rejected', open = 0 WHERE state = 'done'",
    "UPDATE outbox SET open = 1 WHERE state = 'done'",
    "UPDATE outbox SET key = key || 'x'",
    "UPDATE outbox SET body = '{}'",
    "UPDATE outbox SET turn = 1",
    "UPDATE outbox SET request = 'other' WHERE state = 'sent'",
    "UPDATE outbox SET sent_at = NULL, request = NULL, seen = NULL WHERE state = 'rejected'",
    "UPDATE outbox SET open = 0 WHERE state = 'sent'",
    "DELETE FROM outbox",
    (
        "INSERT INTO outbox SELECT id + 99, shop, key || 'x', body, 0, 1, 0, 'done', NULL, NULL, NULL, '', '', '', 0,"
        " 0, 0, 0 FROM outbox LIMIT 1"
    ),
    (
        "INSERT INTO outbox (id, shop, key, body, again, turn, queued_at, state)"
        " SELECT 999, shop, key, body, 0, 1, 0, 'pending' FROM outbox LIMIT 1"
    ),
]


@pytest.mark.parametrize("change", BACKWARDS)
def test_the_file_lets_no_errand_go_back_or_become_another(path: Path, out: list[int], change: str) -> None:
    studio = Studio.open(path, NOON)
    with pytest.raises(IntegrityError):
        studio._connection.execute(change)
    studio.close()
    assert set(shown(path).outbox) < set(out)


TRIGGERS = (
    "errands_begin_at_the_beginning",
    "errands_go_forwards",
    "errands_stay_what_they_are",
    "what_was_sent_stays",
    "errands_are_kept",
)
FAULTS = {
    "UPDATE outbox SET key = 'another' WHERE state = 'sent'": r"key is 'another', the journal says",
    "UPDATE outbox SET body = replace(body, '\"delta\":1', '\"delta\":2') WHERE state = 'pending'": "body is",
    "UPDATE outbox SET state = 'pending', sent_at = NULL, request = NULL, seen = NULL WHERE state = 'sent'": (
        "state is 'pending', the journal says 'sent'"
    ),
    "UPDATE outbox SET state = 'unknown' WHERE state = 'sent'": "state is 'unknown', the journal says 'sent'",
    "UPDATE outbox SET request = 'other' WHERE state = 'unknown'": "request is 'other'",
    "UPDATE outbox SET seen = '{}' WHERE state = 'unknown'": "seen is",
    "UPDATE outbox SET answer = 'never' WHERE state = 'done'": "answer is 'never'",
    "UPDATE outbox SET open = 0 WHERE state = 'rejected'": "open is 0, the journal says 1",
    "UPDATE outbox SET queued_at = 1 WHERE state = 'done'": "queued_at is 1",
    "UPDATE outbox SET shop = 'other' WHERE state = 'done'": "shop is 'other'",
    "DELETE FROM outbox WHERE state = 'pending'": "the row is missing",
    "INSERT INTO outbox (id, shop, key, body, again, turn, queued_at, state)"
    " VALUES (999, 'shop', 'x', '{}', 0, 1, 0, 'pending')": "outbox, 999: the journal knows of no such row",
    "INSERT INTO releases SELECT origin, 1 FROM incarnations": r"releases, \w+: the journal knows of no such row",
    "UPDATE orders SET paid = 5": "paid is 5, the journal says 0",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_of_the_outbox_is_named(path: Path, out: list[int], fault: str) -> None:
    with closing(tampering(path)) as connection:
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger}")
        assert connection.execute(fault).rowcount > 0
    lines = verify(path)
    pattern = FAULTS[fault]
    assert [line for line in lines if re.search(pattern, line)], lines
    assert out


def test_a_copy_is_held_until_a_person_lets_it_send_and_its_old_errands_are_not_sent(
    path: Path, out: list[int], tmp_path: Path
) -> None:
    pending, sent, unknown, _, rejected = out
    copy = tmp_path / "copy.cuedesk"
    shutil.copy(path, copy)
    studio = Studio.open(copy, NOON)
    assert studio.load().held
    keep(studio, [AdjustStock("cap", 1, "in the copy")], "b")
    studio.close()
    assert shown(copy).held
    studio = Studio.open(copy, NOON)
    keep(studio, [ResumeSending(), LeaveErrand(rejected)], "r")
    show = studio.load()
    studio.close()
    assert not show.held
    assert [each.errand.id for each in show.tray] == [pending, sent, unknown]
    (fresh,) = show.open_errands
    assert fresh.errand.key == f"{show.origin}-{fresh.errand.id}"
    assert verify(copy) == []
    assert not shown(copy).held
    assert not shown(path).held


def test_a_file_that_is_opened_again_where_it_was_is_not_held(path: Path, out: list[int]) -> None:
    Studio.open(path, NOON).close()
    studio = Studio.open(path, NOON)
    studio.reopen(NOON)
    assert not studio.load().held
    studio.close()
    assert out


def test_the_mark_is_up_to_date_before_an_errand_goes_out(path: Path) -> None:
    sending(path)
    studio = Studio.open(path, NOON)
    mark = Marks(marks_folder())
    (first, *_) = (number for number, each in studio.load().outbox.items() if each.state is ErrandState.PENDING)
    keep(studio, [AdjustStock("cap", 1, "found")], "counted")
    assert mark.of(head_of(path).origin) != Mark(*studio._head[:3])
    keep(studio, [SendErrand(first, ASKED)], "sends")
    assert mark.of(head_of(path).origin) == Mark(*studio._head[:3])
    studio.close()


def test_an_older_copy_over_the_file_is_held_and_what_it_had_open_is_never_sent(path: Path, tmp_path: Path) -> None:
    sending(path)
    old = Path(shutil.copy(path, tmp_path / "old"))
    open_then = {number for number, each in shown(path).outbox.items() if each.state is not ErrandState.REJECTED}
    studio = Studio.open(path, NOON)
    keep(studio, [AdjustStock("cap", 1, "after the copy")], "late")
    studio.close()
    copy_over(old, path)
    studio = Studio.open(path, NOON)
    assert studio.load().held
    keep(studio, [ResumeSending()], "resumed")
    show = studio.load()
    studio.close()
    assert not show.held
    assert {show.outbox[number].state for number in open_then} == {ErrandState.REJECTED}
    assert verify(path) == []


def test_a_file_that_was_exchanged_under_the_console_is_held_when_it_is_opened_anew(
    path: Path, out: list[int], tmp_path: Path
) -> None:
    studio = Studio.open(path, NOON)
    assert not studio.load().held
    other = tmp_path / "other.cuedesk"
    shutil.copy(path, other)
    other.replace(path)
    studio.reopen(NOON)
    assert studio.load().held
    studio.close()
    assert out
    assert verify(path) == []


def test_what_is_queued_and_rejected_in_one_save_is_in_the_file_so(path: Path, out: list[int]) -> None:
    studio = Studio.open(path, NOON)
    show = informed(studio.load(), studio.facts(Needs(skus=frozenset({"cap"}))))
    savings = []
    commands: list[Command] = [AdjustStock("cap", 1, "found"), RemoveConnection(SHOP)]
    for number, command in enumerate(commands):
        outcome, changes, _ = decide(show, command, NOON)
        entries = tuple(Entry(change, NOON, ANNA, f"one{number}") for change in changes)
        show = reduce(apply, entries, show)
        savings.append(Saving(f"one{number}", outcome, entries))
    studio.save(savings)
    tray = [each.errand.id for each in studio.load().tray]
    studio.close()
    assert tray == sorted(show.outbox)
    assert max(tray) > max(out)
    assert verify(path) == []


def test_what_was_undone_or_left_is_known_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "undone.cuedesk"
    evening(path)
    studio = Studio.open(path, NOON)
    keep(studio, [CONNECTED, *(AdjustStock("cap", 1, f"found {n}") for n in range(3))], "a")
    left, refused, sent = (each.errand.id for each in studio.load().open_errands)
    keep(studio, [LeaveErrand(left), RejectErrand(refused, "No.", "Look."), SendErrand(sent, ASKED)], "s")
    keep(studio, [UndoMove(move.id) for move in studio.load().moves[-2:]], "u")
    show = studio.load()
    assert [show.outbox[number].undone for number in (refused, sent)] == [True, True]
    assert [each.errand.undoes for each in show.open_errands] == [0, sent]
    assert [move.untold for move in show.moves[-3:]] == [(SHOP,), (), ()]
    assert verify(path) == []
