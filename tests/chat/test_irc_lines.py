import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.chat.irc_lines import MOST_LINE, MOST_PARAMS, MOST_TAGS, IrcLine, parse_line, unescaped

WORD = st.text(st.characters(exclude_characters=" :\r\n\0", exclude_categories=["Cs"]), min_size=1).filter(
    lambda word: not word.startswith(("@", ":"))
)
LAST = st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"]))
COMMAND = st.text(string.ascii_letters, min_size=1, max_size=12) | st.from_regex(r"[0-9]{3}", fullmatch=True)
KEY = st.from_regex(r"\+?[a-z][a-z./-]{0,20}", fullmatch=True)


def escaped(value: str) -> str:
    for char, escape in (("\\", "\\\\"), (";", "\\:"), (" ", "\\s"), ("\r", "\\r"), ("\n", "\\n")):
        value = value.replace(char, escape)
    return value


@given(st.text(max_size=400))
def test_no_text_breaks_the_parser(raw: str) -> None:
    line = parse_line(raw)
    assert line is None or line.command == line.command.upper()


@given(st.dictionaries(KEY, LAST | st.text(max_size=30), max_size=8), WORD, COMMAND, st.lists(WORD, max_size=5), LAST)
def test_what_was_written_is_what_is_read(
    tags: dict[str, str], prefix: str, command: str, middle: list[str], last: str
) -> None:
    tags = {key: value for key, value in tags.items() if value.isprintable()}
    head = "@" + ";".join(f"{key}={escaped(value)}" for key, value in tags.items()) + " " if tags else ""
    line = parse_line(f"{head}:{prefix} {command} {' '.join(middle)} :{last}".replace("  :", " :"))
    assert line == IrcLine(command.upper(), (*middle, last), prefix, tags)


@given(st.text(max_size=50))
def test_tag_values_survive_their_escaping(value: str) -> None:
    assert unescaped(escaped(value)) == value


@pytest.mark.parametrize(("value", "meant"), [("a\\", "a"), ("\\b", "b"), ("\\:\\s\\\\", "; \\"), ("\\\\s", "\\s")])
def test_stray_backslashes_go_away(value: str, meant: str) -> None:
    assert unescaped(value) == meant


def test_colons_belong_to_the_last_parameter_only_after_a_space() -> None:
    line = parse_line(":a!b@c PRIVMSG #shop :size: M :) ")
    assert line is not None
    assert (line.nick, line.params) == ("a", ("#shop", "size: M :) "))


def test_a_wide_space_does_not_part_parameters() -> None:
    line = parse_line("KICK #shop mei\u3000x")
    assert line is not None
    assert line.params == ("#shop", "mei\u3000x")


@pytest.mark.parametrize(
    "raw", ["", " ", "@a=b", "@a=b ", ":only", "@@ :: :x", "12 x", "PRIV\0MSG x", "ÄÖÜ x", "1234 x"]
)
def test_what_is_no_line_is_nothing(raw: str) -> None:
    assert parse_line(raw) is None


def test_sizes_are_capped() -> None:
    assert parse_line("PING :" + "x" * MOST_LINE) is None
    assert parse_line("PING " + "x " * (MOST_PARAMS + 1)) is None
    line = parse_line("@" + ";".join(f"k{number}=v" for number in range(500)) + " PING x")
    assert line is not None
    assert len(line.tags) == MOST_TAGS
