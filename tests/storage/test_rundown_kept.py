"""What lies over the plan, what is on air and the plan as it was are in the file as they are in the show."""

import re
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from console.domain.commands import (
    AddSegments,
    AddTime,
    AdjustStock,
    AnswerProposal,
    ApproveScript,
    Command,
    MoveSegment,
    MoveSegments,
    PauseSegment,
    Propose,
    ResumeSegment,
    SaveSegment,
    SetDelay,
    SetNext,
    SetPinLoop,
    SetRole,
    SetRundownRules,
    Take,
    TakeEdits,
)
from console.domain.proposals import Answer
from console.domain.queue import ItemRole
from console.domain.rundown import Kind, MixBound, RundownRules, Segment
from console.domain.show import Purpose
from console.storage.studio import Studio
from console.storage.verify import verify
from tests.domain.goods import FIVE, NOON, after
from tests.storage.keeping import EVENING, keep, tampering

GROUP, TALK, HELLO, JOKE, MUGS = 5, 6, 7, 8, 10  # the rows that are added to the evening
MORE: tuple[Command, ...] = (
    SaveSegment(Segment("Part 1", timedelta(0), kind=Kind.GROUP, colour="#c4232b")),
    SaveSegment(Segment("Talk 新品", FIVE, hard=True, planned_start=NOON, flag=True, script='say "hi"\n')),
    SaveSegment(Segment("Hello", FIVE, planned_end=NOON + FIVE, count_to_end=True)),
    SaveSegment(Segment("Joke", FIVE, kind=Kind.AD_LIB)),
    MoveSegment(TALK, 5, GROUP),
    SetDelay(TALK, -FIVE),
    SetRundownRules(RundownRules(relative=True, approval=True, mix=(MixBound(ItemRole.HERO, 1, 2),))),
    SetRole(1, ItemRole.HERO),
    SetPinLoop((2, 1), FIVE),
    SetNext(HELLO),
    PauseSegment(),
    ResumeSegment(),
    AddTime(-FIVE),
    Take(JOKE),
    SaveSegment(Segment("Joke 2", FIVE, JOKE, kind=Kind.AD_LIB)),
    TakeEdits(),
    ApproveScript(TALK),
    SetNext(TALK),
    PauseSegment(),
    ResumeSegment(),
    AdjustStock("mug", -4, "broken"),
    SaveSegment(Segment("Mugs", FIVE, products=("mug",))),
    SetNext(MUGS),
    Propose(),
    AnswerProposal(1, accept=False),
    SetNext(TALK),
    PauseSegment(),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "show.cuedesk"
    studio = Studio.open(file, NOON, Purpose.LIVE)
    keep(studio, (*EVENING, *MORE))
    studio.close()
    return file


def test_all_of_it_comes_back(path: Path) -> None:
    studio = Studio.open(path, NOON)
    show = studio.load()
    studio.close()
    titles = {segment.id: segment.title for segment in show.segments}
    assert (titles[GROUP], titles[TALK], titles[HELLO], titles[JOKE]) == ("Part 1", "Talk 新品", "Hello", "Joke 2")
    assert show.segment(TALK) == Segment(
        "Talk 新品",
        FIVE,
        TALK,
        hard=True,
        planned_start=NOON,
        flag=True,
        script='say "hi"\n',
        group=GROUP,
        approved=True,
    )
    assert (show.delays.get(TALK), show.next, show.rules.mix[0].most) == (-FIVE, TALK, 2)
    assert show.queue[0].role is ItemRole.HERO
    assert [segment.title for segment in show.as_planned] == ["Caps", "Bye"]
    assert [len(each.pauses) for each in show.aired] == [0, 1, 2]
    assert [(each.answer, each.proposal.segment) for each in show.proposals] == [(Answer.DISMISSED, MUGS)]
    assert show.live
    assert show.live.copy
    assert (show.live.paused, show.live.copy.title, show.aired[1].added) == (True, "Joke 2", -FIVE)
    assert verify(path) == []


def test_a_killed_console_goes_on_with_the_same_segment_and_the_same_times(path: Path) -> None:
    """Opened again without having been closed well."""
    first = Studio.open(path, NOON)
    before = first.load()
    first._connection.close()
    first._lock.release()
    second = Studio.open(path, NOON)
    now = second.load()
    second.close()
    assert (now.aired, now.next, now.delays, now.segments) == (
        before.aired,
        before.next,
        before.delays,
        before.segments,
    )


FAULTS = {
    "UPDATE segments SET hard = 0 WHERE id = 6": rf"segments, {TALK}: hard is 0",
    "UPDATE segments SET group_row = 0 WHERE id = 6": rf"segments, {TALK}: group_row is 0",
    "UPDATE segments SET delay = 0 WHERE id = 6": rf"segments, {TALK}: delay is 0, the journal says -300",
    "UPDATE segments SET planned_end = 1 WHERE planned_end IS NOT NULL": r"segments, \d+: planned_end is 1",
    "UPDATE segments SET approved = 0": rf"segments, {TALK}: approved is 0",
    "UPDATE shows SET next = NULL": r"shows, 1: next is None",
    "UPDATE aired SET added = 0": r"aired, 2: added is 0",
    "UPDATE aired SET copy = NULL WHERE number = 3": r"aired, 3: copy is None",
    "UPDATE pauses SET ended = began + 1 WHERE number = 1": r"pauses, 1: ended is",
    "DELETE FROM pauses WHERE number = 3": r"pauses, 3: the row is missing",
    "DELETE FROM as_planned WHERE position = 0": r"as_planned, 1/0: the row is missing",
    "UPDATE proposals SET answer = 'accepted'": r"proposals, 1/1: answer is 'accepted'",
    "UPDATE proposals SET body = '{}'": r"proposals, 1/1: body is",
    "UPDATE queue SET role = ''": r"queue, \d+: role is ''",
    "UPDATE rundown_rules SET body = '{}'": r"rundown_rules, 1: body is '\{\}'",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named(path: Path, fault: str) -> None:
    with closing(tampering(path)) as connection:
        assert connection.execute(fault).rowcount > 0
    lines = verify(path)
    assert any(re.search(FAULTS[fault], line) for line in lines), lines


def test_the_plan_as_it_was_cannot_be_changed(path: Path) -> None:
    with closing(tampering(path)) as connection, pytest.raises(Exception, match="stays on record"):
        connection.execute("UPDATE as_planned SET planned = 0")


def test_rows_that_were_put_in_and_moved_together_stand_in_the_file_as_they_did(tmp_path: Path) -> None:
    part = (Segment("Part", timedelta(0), kind=Kind.GROUP), *(Segment(letter, FIVE, group=1) for letter in "ABC"))
    more = (AddSegments(part, 1), AddSegments((Segment("D", FIVE),), 3))
    moves = (MoveSegments((6, 8), 0), MoveSegments((3, 6, 7), 7), MoveSegments((5,), 0), MoveSegments((9, 4), 2))
    file = tmp_path / "show.cuedesk"
    studio = Studio.open(file, NOON, Purpose.LIVE)
    keep(studio, (*EVENING, *more))
    show = studio.load()
    keep(studio, moves, "m")
    assert studio.load().segments == after(show, *moves).segments
    assert studio.load().segments != show.segments
    studio.close()
    assert verify(file) == []
