"""What is undone is in the file as it is in the show, and the journal agrees."""

from pathlib import Path

from console.domain.changes import Entry
from console.domain.commands import (
    Command,
    GoLive,
    MoveItem,
    NewShow,
    QueueProducts,
    RemoveItem,
    RemoveSegment,
    SaveSegment,
    SkipSegment,
    Take,
)
from console.domain.outcomes import Accepted
from console.domain.rundown import Segment
from console.domain.undo import Lasting, inverse
from console.storage.verify import verify
from tests.desk.house import Window, desk_on, disagreements, watching
from tests.domain.goods import ANNA, FIVE, NOON, stocked

SETTING: tuple[Command, ...] = (
    NewShow("Friday", "USD"),
    *(stocked(name, 5) for name in ("cap", "mug", "hat")),
    QueueProducts(("cap", "mug", "hat")),
    *(SaveSegment(Segment(name, FIVE, products=(name,))) for name in ("cap", "hat", "sock")),
    GoLive(),
    Take(),
)


def done_since(window: Window) -> list[Entry]:
    entries = [each for each in window.told if isinstance(each, Entry)]
    window.told.clear()
    return entries


async def test_undoing_is_saved_like_any_other_deed(tmp_path: Path) -> None:
    path = tmp_path / "show.cuedesk"
    async with desk_on(path) as desk:
        for command in SETTING:
            await desk.ask(command, ANNA)
        items, segments = [each.id for each in desk.show.queue], [each.id for each in desk.show.segments]
        window = watching(desk)
        for deed in (
            RemoveItem(items[1]),
            MoveItem(items[2], 0),
            SkipSegment(segments[2]),
            RemoveSegment(segments[2]),
            Take(segments[1]),
        ):
            before = desk.show
            assert isinstance(await desk.ask(deed, ANNA), Accepted)
            back = inverse(before, [entry.change for entry in done_since(window)], NOON)
            assert back is not None
            assert not isinstance(back, Lasting)
            assert isinstance(await desk.ask(back, ANNA), Accepted)
            done_since(window)
            assert (desk.show.queue, desk.show.segments) == (before.queue, before.segments), deed
            assert (desk.show.pinned, desk.show.skipped) == (before.pinned, before.skipped), deed
        shown = desk.show
    async with desk_on(path) as desk:
        assert disagreements(shown, desk.show) == {}
    assert verify(path) == []
