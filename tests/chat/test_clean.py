import re
import sys
from unicodedata import category, is_normalized

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from console.chat.clean import MOST_MARKS, MOST_NAME, MOST_TEXT, clean, clean_name

TROUBLE = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA1), *range(0x2000, 0x2070), *range(0xFE00, 0xFE10))))
MARKS = "\u0301\u0344\u0323\u0e47\u0489\u20dd\u0652\u05bc\ufb2c"
EMOJI = "👩👨👧❤🔥🏴🏽🇩🇪🇫👍7\ufe0f\u20e3\u200d\U000e0067\U000e007f"
HOSTILE = (
    st.text(st.sampled_from(TROUBLE + MARKS + EMOJI + "ab ñ한각ﷺ中שُ\u1100\u1161\U000e0001\U000e0100\ud800")) | st.text()
)


def nonspacing_on_one_base(text: str) -> int:
    most = run = 0
    for char in text:
        kind = category(char)
        run = run + 1 if kind in {"Mn", "Me"} else run if kind in {"Mc", "Cf"} else 0
        most = max(most, run)
    return most


@given(HOSTILE)
@example("e\u200d" + "\u0301\u200d" * 40)
@example("\u0344" * 9)
@example("ก" + "\u0e47\u200d" * 9)
@example("क\u200d" + "\u0301" * 4 + "\u200dक")
def test_whatever_is_typed_becomes_harmless(text: str) -> None:
    cleaned = clean(text)
    assert is_normalized("NFC", cleaned)
    assert not any(category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in cleaned)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u2060\ufeff\u00ad]", cleaned)
    assert nonspacing_on_one_base(cleaned) <= MOST_MARKS
    assert "\u200d\u200d" not in cleaned
    assert cleaned == cleaned.strip()


@given(HOSTILE, st.integers(1, 30))
def test_nothing_is_longer_than_its_cap(text: str, most: int) -> None:
    assert len(clean(text, most)) <= most


@given(st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd"), max_codepoint=0x2FF)))
def test_plain_words_stay(text: str) -> None:
    assert clean(text[:MOST_TEXT]) == text[:MOST_TEXT].replace("\u00aa", "\u00aa")


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧‍👦 family",
        "❤️‍🔥",
        "👍🏽 👩🏽‍🚀",
        "🇩🇪🇫🇷",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "7️⃣",
        "می‌خواهم",
        "क्‍ष",
        "ကြွေး",
        "12 M 两件 七",
        "٧ ７ ⑦",
        "ệ ñ ü",
        "กี่ ตัว",
        "한국어",
        '<b>x</b> & "y"',
        "葛\U000e0100城",
    ],
)
def test_what_people_mean_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\nb\r\n\r\nc\td", "a b c d"),
        ("x\u2028y\x85z", "x y z"),
        ("\n" * 1_000 + "7", "7"),
        ("\u202egnp.7\u202c", "gnp.7"),
        ("\u2066٧\u2069 7 XL", "٧ 7 XL"),
        ("hi\U000e0000", "hi"),
        ("hi\U000e0041\U000e0042", "hi"),
        ("se\u200bll\u2060er\ufeff", "seller"),
        ("sel\u200dler", "seller"),
        ("\u200d\u200d👩", "👩"),
        ("e\u0301", "é"),
        ("\x00\x07\x1b[31mred", "[31mred"),
        ("\ud83d", ""),
        ("\u3164\u115f", ""),
        ("a\ufe0f\ufe0f\ufe0f", "a\ufe0f"),
    ],
)
def test_what_deceives_goes_away(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_zalgo_keeps_three_marks() -> None:
    assert clean("Z" + "\u0335" * 50 + "a") == "Z" + "\u0335" * 3 + "a"
    assert clean("ก" + "\u0e47" * 50) == "ก" + "\u0e47" * 3


def test_every_mark_there_is_counts() -> None:
    marks = [chr(code) for code in range(sys.maxunicode + 1) if category(chr(code)) in {"Mn", "Me"}]
    assert [hex(ord(mark)) for mark in marks if nonspacing_on_one_base(clean("中" + mark * 9)) > MOST_MARKS] == []


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("abc👩‍👩‍👧x", "abc"),
        ("abcde\u0335\u0335x", "abcd"),
        ("abcd👍🏽x", "abcd"),
        ("ab🇩🇪🇫🇷", "ab🇩🇪"),
        ("abc 7\ufe0f\u20e3x", "abc"),
        ("abc🏴󠁧󠁢󠁥󠁮󠁧󠁿", "abc"),
    ],
)
def test_the_cut_takes_whole_letters(text: str, cut: str) -> None:
    assert clean(text, 5) == cut


def test_an_endless_emoji_is_cut_all_the_same() -> None:
    assert 0 < len(clean("👩\u200d" * 5_000)) <= MOST_TEXT


def test_a_giant_line_is_cut() -> None:
    assert clean("w" * 100_000) == "w" * MOST_TEXT


def test_names_are_cut_and_cannot_turn_the_line_around() -> None:
    assert clean_name("\u202e" + "n" * 100) == "n" * MOST_NAME
