"""What a person prefers comes back, and one bad value takes no other with it."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from console.preferences import Preferences, Recent, opened, read_preferences, write_preferences

NOW = datetime(2026, 11, 20, tzinfo=UTC)
CHOSEN = Preferences(
    "light", 1.5, "reduced", {"queue.pin": ("F9",), "future.act": ()}, (), (Recent("/a.cuedesk", "A", NOW),)
)


def test_preferences_come_back(tmp_path: Path) -> None:
    write_preferences(tmp_path / "p.json", CHOSEN)
    assert read_preferences(tmp_path / "p.json") == CHOSEN


def test_without_a_file_all_is_as_it_came(tmp_path: Path) -> None:
    assert read_preferences(tmp_path / "p.json") == Preferences()


def test_a_wrong_value_takes_no_other_with_it(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    for name, wrong in (("theme", "purple"), ("text", "large"), ("keys", {"queue.pin": 9}), ("recent", 7)):
        values = msgspec.to_builtins(CHOSEN)
        path.write_bytes(msgspec.json.encode({**values, name: wrong}))
        read = read_preferences(path)
        assert getattr(read, name) == getattr(Preferences(), name)
        rest = [each for each in Preferences.__struct_fields__ if each != name]
        assert [getattr(read, each) for each in rest] == [getattr(CHOSEN, each) for each in rest]


def test_what_is_no_preferences_at_all_is_left_aside(tmp_path: Path) -> None:
    for text in (b"", b"[]", b"\xff\xfe", b'{"theme": '):
        (tmp_path / "p.json").write_bytes(text)
        assert read_preferences(tmp_path / "p.json") == Preferences()


def test_a_file_that_was_opened_again_is_the_newest_and_there_once() -> None:
    twice = opened(opened(CHOSEN, Path("/b.cuedesk"), "B", NOW), Path("/a.cuedesk"), "A", NOW)
    assert [recent.path for recent in twice.recent] == ["/a.cuedesk", "/b.cuedesk"]
