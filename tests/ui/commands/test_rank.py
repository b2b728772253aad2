"""What is typed finds what is meant: exact codes first, then beginnings, sounds, parts, and loose letters."""

import pytest

from console.domain.sounds import is_chinese, spelt
from console.ui.commands.entry import Entry, Kind
from console.ui.commands.rank import fit, plain, ranked
from console.ui.commands.sounds import Pinyin


def item(words: str, *codes: str) -> Entry:
    return Entry(Kind.ITEM, words, words, codes=codes)


def act(words: str, why: str = "") -> Entry:
    return Entry(Kind.ACT, words, words, why=why)


@pytest.fixture(scope="module")
def pinyin() -> Pinyin:
    made = Pinyin()
    made.load()
    return made


def none(_text: str) -> tuple[str, ...]:
    return ()


def names(entries: list[Entry], typed: str) -> list[str]:
    return [entry.words for entry in ranked(entries, typed, none, 10)]


def test_an_exact_code_is_first_whatever_else_holds_it() -> None:
    found = names([item("Mug 12 oz", "3"), item("12 candles", "4"), item("Shirt", "12"), item("Tea", "120")], "12")
    assert found == ["Shirt", "Tea", "12 candles", "Mug 12 oz"]


def test_a_sku_and_a_barcode_are_codes_in_any_case_and_width() -> None:
    shirt = item("Shirt", "1", "LIN-M", "4006381333931")
    for typed in ("lin-m", "ＬＩＮ-Ｍ", "4006381333931"):
        assert fit(shirt, plain(typed), none) >= 900
    assert fit(shirt, "lin-", none) == 800


def test_beginnings_of_words_come_before_parts_and_loose_letters() -> None:
    found = names([act("Explain now"), act("Move up"), act("Remove it"), act("Unmoved"), act("Import products")], "mo")
    assert found == ["Move up", "Unmoved", "Remove it"]
    assert names([act("Import products"), act("Impossible"), act("Import a rundown")], "imp prod") == [
        "Import products"
    ]
    assert names([act("Import products"), act("Explain now")], "iprd") == ["Import products"]


def test_letters_by_chance_find_nothing() -> None:
    assert names([act("Take what the shop says about the pieces"), act("Orders")], "tkz") == []
    assert names([act("Take what the shop says about all the pieces there are")], "tpr") == []


def test_what_cannot_be_done_comes_after_what_can() -> None:
    assert names([act("Move up", "It is at the top."), act("Move down now")], "move") == ["Move down now", "Move up"]


def test_chinese_is_found_as_it_is_written_and_as_it_sounds(pinyin: Pinyin) -> None:
    shirt, teapot = item("Linen shirt 亚麻衬衫"), item("青瓷茶壶")
    assert [each.words for each in ranked([shirt, teapot], "亚麻", pinyin, 5)] == [shirt.words]
    for typed in ("yama", "yamachenshan", "ymcs", "ya ma"):
        assert [each.words for each in ranked([shirt, teapot], typed, pinyin, 5)] == [shirt.words], typed
    assert [each.words for each in ranked([shirt, teapot], "chahu", pinyin, 5)] == [teapot.words]


def test_a_character_with_two_readings_is_found_by_both() -> None:
    assert {"zhongqing", "chongqing", "zq", "cq"} <= set(spelt("重庆"))
    assert spelt("Linen shirt") == ()
    assert is_chinese("亚")
    assert not is_chinese("あ")


def test_without_the_library_nothing_sounds() -> None:
    assert Pinyin()("亚麻") == ()


@pytest.mark.parametrize("typed", ["", "   ", "(", "[a-z", "\\", "%_", "\x00", "ﬁ", "ß" * 100, "\U0001f600"])
def test_odd_letters_are_letters(typed: str) -> None:
    assert isinstance(names([act("Fine (ß) [a-z] %_"), item("x", "(")], typed), list)
