"""Chat in the file: once each, found by parts of words in any script, taken away when moderators say so."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk.watching import TAIL, Tail
from console.domain.changes import ChatHeard, Entry, HeardLine
from console.domain.chat import AuthorCleared, ChatGap, ChatLine, Erasure, LineDeleted, RoomCleared
from console.domain.outcomes import Done
from console.domain.show import Purpose
from console.storage.reader import reading
from console.storage.studio import Saving, Studio
from tests.domain.goods import ANNA, NOON

ROOM = "twitch:shop"


def line(number: int, text: str, author: str = "u1", name: str = "Mia") -> ChatLine:
    at = NOON + timedelta(seconds=number)
    return ChatLine(ROOM, f"m{number}", author, name, text, at, sent_at=at, roles=frozenset({"mod", "vip"}))


def hear(studio: Studio, *events: ChatLine | Erasure | ChatGap) -> ChatHeard:
    heard = ChatHeard(tuple(HeardLine(each) if isinstance(each, ChatLine) else each for each in events))
    (entry,) = studio.save([Saving("", Done(), (Entry(heard, NOON, ANNA, ""),))])
    assert isinstance(entry.change, ChatHeard)
    return entry.change


def texts(path: Path, query: str) -> list[str]:
    with reading(path) as reader:
        return [found.line.text for found in reader.search_chat(query)]


def test_a_line_comes_back_as_it_was_said_and_only_once(studio: Studio) -> None:
    said = line(1, "黑色还有吗？")
    assert hear(studio, said, said).events == (HeardLine(said, row=1),)
    assert hear(studio, said).events == ()
    with reading(studio.path) as reader:
        assert reader.recent_chat(10) == [HeardLine(said, row=1)]
        assert reader.chat_counts() == {ROOM: 1}


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("黑色衣服还有吗", "黑色"),
        ("黑色衣服还有吗", "衣服"),
        ("黑色衣服还有吗", "色衣服还"),
        ("สวัสดีครับ", "สวัส"),
        ("สวัสดีครับ", "วัสดี"),
        ("สวัสดีครับ", "ครับ"),
        ("Is the BLUE shirt left?", "blu"),
        ("Is the BLUE shirt left?", "hirt"),
        ("Is the BLUE shirt left?", "shirt blue"),
        ("ＡＢＣ full width", "abc"),
        ("Straße", "strasse"),
        ("size m please", "m"),
        ("code: 4711-A", "711"),
        ("👍👍 yes", "yes"),
    ],
)
def test_a_part_of_what_was_said_finds_it(studio: Studio, text: str, query: str) -> None:
    hear(studio, line(1, text), line(2, "something else"))
    assert texts(studio.path, query) == [text]


@pytest.mark.parametrize("query", ["白色", "blues", "xyz", "shirt NEAR", "lue hirts"])
def test_what_was_not_said_is_not_found(studio: Studio, query: str) -> None:
    hear(studio, line(1, "黑色 Is the BLUE shirt left?"))
    assert texts(studio.path, query) == []


@pytest.mark.parametrize(
    "query", ["", " ", '"', "*", "-", "NEAR(", "(", "a OR", "^", ":", "words:", "'; DROP", "\x00", "🧢"]
)
def test_a_query_is_words_and_never_syntax(studio: Studio, query: str) -> None:
    hear(studio, line(1, "hello"))
    assert texts(studio.path, query) == []


@settings(max_examples=100)
@given(st.text(max_size=30))
def test_no_query_breaks_the_search(hello: Path, query: str) -> None:
    assert texts(hello, query) in ([], ["hello"])


@pytest.fixture(scope="module")
def hello(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with one line."""
    path = tmp_path_factory.mktemp("chat") / "show.cuedesk"
    studio = Studio.open(path, NOON, Purpose.LIVE)
    hear(studio, line(1, "hello"))
    studio.close()
    return path


def test_a_gap_is_kept(studio: Studio) -> None:
    gap = ChatGap(ROOM, NOON, NOON + timedelta(seconds=9), dropped=3)
    assert hear(studio, gap).events == (gap,)
    assert studio._connection.execute("SELECT dropped FROM chat_gaps").fetchall() == [(3,)]


def test_a_line_that_was_taken_away_before_it_came_comes_marked(studio: Studio) -> None:
    hear(studio, LineDeleted(ROOM, "m1"))
    assert hear(studio, line(1, "rude")).events == (HeardLine(line(1, "rude"), row=1, erased=True),)


events = st.one_of(
    st.builds(
        line, st.integers(1, 9), st.just("hi"), st.sampled_from(["u1", "u2", ""]), st.sampled_from(["Mia", "LEO"])
    ),
    st.builds(LineDeleted, st.just(ROOM), st.integers(1, 9).map("m{}".format)),
    st.builds(AuthorCleared, st.just(ROOM), st.sampled_from(["u1", "u2", ""]), st.sampled_from(["mia", "Leo", "x"])),
    st.just(RoomCleared(ROOM)),
    st.just(RoomCleared("elsewhere")),
)


@settings(max_examples=60)
@given(st.lists(st.lists(events, min_size=1, max_size=4), max_size=8))
def test_the_last_lines_in_memory_are_those_in_the_file(batches: list[list[ChatLine | Erasure]]) -> None:
    tail = Tail(())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "show.cuedesk"
        studio = Studio.open(path, NOON, Purpose.LIVE)
        for batch in batches:
            tail.hear(hear(studio, *batch))
        with reading(path) as reader:
            assert reader.recent_chat(TAIL) == list(tail.lines())
        studio.close()
