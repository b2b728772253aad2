"""Cues and how long the anchor took are in the file."""

import asyncio
from pathlib import Path

import pytest

from console.domain.commands import EndShow, GoLive, NewShow, NoteCue, SendCue, TakeCueBack
from console.domain.cues import Cue, CueKind
from console.domain.outcomes import Added
from console.storage.sqlite import IntegrityError, connect_writer
from console.storage.verify import verify
from tests.desk.house import desk_on
from tests.domain.goods import ANNA


async def an_evening(path: Path) -> tuple[Cue, ...]:
    async with desk_on(path) as desk:
        for command in (NewShow("Friday", "USD"), GoLive()):
            await desk.ask(command, ANNA)
        sent = [await desk.ask(SendCue(CueKind.FREE, words), ANNA) for words in ("one", "两", "three")]
        numbers = [each.id for each in sent if isinstance(each, Added)]
        await desk.ask(NoteCue(numbers[0]), ANNA)
        await desk.ask(TakeCueBack(numbers[1]), ANNA)
        return desk.show.cues


async def loaded(path: Path) -> tuple[Cue, ...]:
    async with desk_on(path) as desk:
        return desk.show.cues


def test_cues_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "show.cuedesk"
    told = asyncio.run(an_evening(path))
    assert [(cue.noted is not None, cue.back is not None) for cue in told] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    assert told[0].took is not None
    assert asyncio.run(loaded(path)) == told
    assert verify(path) == []


def test_a_cue_in_the_file_ends_once_and_an_altered_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "show.cuedesk"
    told = asyncio.run(an_evening(path))
    connection = connect_writer(path)
    with pytest.raises(IntegrityError, match="ends once"):
        connection.execute("UPDATE cues SET noted = noted + 1 WHERE id = ?", (told[0].id,))
    connection.execute("UPDATE cues SET text = 'other' WHERE id = ?", (told[2].id,))
    connection.commit()
    connection.close()
    assert any("cues" in difference and str(told[2].id) in difference for difference in verify(path))


async def ended(path: Path) -> tuple[Cue, ...]:
    async with desk_on(path) as desk:
        for command in (EndShow(), NewShow("Saturday", "USD")):
            await desk.ask(command, ANNA)
        return desk.show.cues


def test_another_show_begins_without_them(tmp_path: Path) -> None:
    path = tmp_path / "show.cuedesk"
    asyncio.run(an_evening(path))
    assert asyncio.run(ended(path)) == ()
    assert verify(path) == []
