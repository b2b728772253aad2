"""HTML of strangers as plain text."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.html_text import MOST_TEXT, plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("plain words", "plain words"),
        ("a\r\n  b\tc", "a b c"),
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<ul><li>one<li>two</ul>after", "one\ntwo\nafter"),
        ("<b>bo</b>ld", "bold"),
        ("fish &amp; chips &#8211; 5&nbsp;€", "fish & chips – 5 €"),
        ("&lt;script&gt;", "<script>"),
        ("a<script>alert('<p>')</script>b<style>p{}</style>c", "abc"),
        ("a<script>never closed", "a"),
        ("a <!-- not > seen --> b", "a b"),
        ("a <!-- never closed", "a"),
        ("a <![if !mso]>b<![endif]> <![odd]> c", "a b c"),
        ("<?xml version='1'?>a", "a"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("under <3 kg", "under <3 kg"),
        ("cut off <a href='x", "cut off"),
        ("a\x00\x07b\x85c&#0;", "ab c\ufffd"),
        ("<p title='a > b'>quoted</p>", "quoted"),
    ],
)
def test_html_becomes_what_a_reader_sees(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_long_text_is_capped() -> None:
    assert len(plain_text("<p>" + "a" * 150_000)) == MOST_TEXT


@pytest.mark.parametrize(
    "piece", ["<a ", "<", "</", "<!--", "<![", "<div>", "&", "<a b='", "<script ", "<a/", "]]>", "<?"]
)
@pytest.mark.parametrize("end", ["", ">", "'>", '">'])
def test_hostile_input_costs_little(piece: str, end: str) -> None:
    began = process_time()
    plain_text(piece * (1_000_000 // len(piece)) + end)
    assert process_time() - began < 5


@given(st.text(alphabet="<>!?/&;#-'\"= \n[]apbrscriptx1", max_size=60))
def test_any_input_becomes_tidy_text(html: str) -> None:
    lines = plain_text(html).split("\n")
    assert lines == [""] or all(line and line == " ".join(line.split()) for line in lines)
