"""Reading a line: what counts, what does not, and what a person must look at."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from console.domain.claims.folding import MOST_LETTERS, fold, one_apart, tokens
from console.domain.claims.grammar import EXAMPLES, Arming, Form, Grammar, ItemGrammar
from console.domain.claims.offers import Offers
from console.domain.claims.read import Reader
from console.domain.claims.reading import Asked, ReasonCode, Verdict
from console.domain.claims.way import Way
from console.domain.claims.ways import KEPT, Ways
from console.domain.products import Product
from console.imports.claim_words import claim_words
from tests.claims.labelled import reader, sample

READER = reader()
LEXICON = claim_words()
OFFERS = Offers(sample(), LEXICON)
SKUS = {sku for _, product in sample() for sku in product.skus}


def renamed(*codes: str) -> Reader:
    """A reader of the sample queue whose first items have these codes."""
    lexicon = claim_words()
    items: list[tuple[str, Product]] = sample()
    named = [*codes, *(code for code, _ in items[len(codes) :])]
    return Reader(lexicon, Grammar(), Offers(zip(named, (product for _, product in items), strict=True), lexicon))


def test_a_claim_names_the_variant_and_the_pieces() -> None:
    read = READER.read("SOLD 3 white M x2")
    assert (read.decision, read.items, read.form) == (Verdict.GRANT, (Asked("SHIRT-WHITE-M", 2),), Form.WORDS)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("3 M", ReasonCode.OPTION_MISSING),
        ("3 red M", ReasonCode.UNKNOWN_OPTION),
        ("sold #99", ReasonCode.UNKNOWN_CODE),
        ("mine", ReasonCode.NOTHING_PINNED),
        ("7 8", ReasonCode.SEVERAL),
        ("12 x500", ReasonCode.TOO_MANY),
        ("can I get 12?", ReasonCode.QUESTION),
    ],
)
def test_what_is_not_certain_waits_for_a_person(line: str, why: ReasonCode) -> None:
    read = READER.read(line)
    assert (read.decision, read.reason.code) == (Verdict.REVIEW, why)
    assert read.confidence <= Grammar().threshold


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("do you have 12 in M?", ReasonCode.QUESTION),
        ("不要12", ReasonCode.REFUSAL),
        ("if I get paid then 12", ReasonCode.CONDITION),
        ("bought 12", ReasonCode.PAST),
        ("“12 +1”", ReasonCode.QUOTE),
        ("12 😂", ReasonCode.JOKE),
        ("12 dollars", ReasonCode.PRICE),
        ("12.50", ReasonCode.PRICE),
        ("12:30", ReasonCode.TIME),
        ("lovely 12", ReasonCode.NOTHING_ASKED),
    ],
)
def test_what_is_no_claim_says_why(line: str, why: ReasonCode) -> None:
    read = READER.read(line)
    assert (read.decision, read.items, read.reason.code) == (Verdict.IGNORE, (), why)


def test_words_without_a_code_are_about_the_item_on_the_air() -> None:
    assert READER.read("+1", pinned="8").items == (Asked("TEAPOT", 1),)
    assert READER.read("+1", pinned="8").reason.code is ReasonCode.PINNED


@pytest.mark.parametrize(
    "line", ["１２", "١٢", "๑๒", "1️⃣2️⃣", "⑫", "𝟏𝟐", "十二号", "  #12!! ", "12號", "SOOOLD 12", "*12*"]
)
def test_digits_and_letters_of_any_script_and_shape_are_matched(line: str) -> None:
    read = READER.read(line)
    assert (read.decision, read.items) == (Verdict.GRANT, (Asked("CREAM", 1),))


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("7，8各两", (Asked("PEARL", 2), Asked("TEAPOT", 2))),
        ("7 and 8, two each", (Asked("PEARL", 2), Asked("TEAPOT", 2))),
        ("sold 7 x2, 7 x1", (Asked("PEARL", 3),)),
    ],
)
def test_several_things_take_their_own_pieces_and_one_sku_their_sum(line: str, items: tuple[Asked, ...]) -> None:
    assert READER.read(line).items == items


@pytest.mark.parametrize("line", ["size 12", "I am a size 12", "尺码12"])
def test_a_number_that_is_a_size_is_no_code(line: str) -> None:
    assert READER.read(line).decision is Verdict.IGNORE


def test_codes_of_letters_and_digits_are_read_in_any_case() -> None:
    by = renamed("B2", "C3", "D4", "E5", "F6", "G7", "A1")
    assert by.read("cf a1").items == by.read("Ａ１+1").items == (Asked("PEARL", 1),)
    assert by.read("A1+2").items == (Asked("PEARL", 2),)


def test_one_typo_in_a_long_code_is_forgiven_unless_two_codes_are_as_near() -> None:
    by = renamed(*(f"{n}0" for n in range(1, 7)), "PEARLS", "TEAPOTT", "TEAPOTZ")
    assert by.read("sold pealrs").items == (Asked("PEARL", 1),)
    assert by.read("sold teapotx").decision is not Verdict.GRANT


def test_an_item_that_is_never_armed_is_not_claimed() -> None:
    by = reader(Grammar(items=(ItemGrammar("rice-hand-cream", Arming.NEVER),)))
    assert by.read("sold 12").reason.code is ReasonCode.NOT_ARMED
    assert by.read("sold 11").decision is Verdict.GRANT


def test_an_item_can_have_forms_of_its_own() -> None:
    by = reader(Grammar(items=(ItemGrammar("rice-hand-cream", Arming.ALWAYS, (Form.WORDS,)),)))
    assert by.read("sold 12").decision is Verdict.GRANT
    assert by.read("12").reason.code is ReasonCode.NOT_ARMED
    assert by.read("11").decision is Verdict.GRANT
    assert by.read("11 and 12").decision is Verdict.IGNORE


def test_an_item_that_is_armed_while_pinned_is_claimed_only_then() -> None:
    by = reader(Grammar(armed=Arming.PINNED))
    assert by.read("sold 12", pinned="11").decision is Verdict.IGNORE
    assert by.read("sold 12", pinned="12").decision is Verdict.GRANT


def test_a_form_that_the_show_does_not_take_is_no_claim() -> None:
    by = reader(Grammar(forms=(Form.WORDS,)))
    assert by.read("12").decision is Verdict.IGNORE
    assert by.read("SOLD 12").decision is Verdict.GRANT
    assert by.read("+1", pinned="12").decision is Verdict.IGNORE


def test_a_higher_threshold_has_a_person_look_at_more() -> None:
    assert READER.read("x2 19").decision is Verdict.GRANT
    loose = "2 x 5 navy"
    assert READER.read(loose).decision is Verdict.GRANT
    assert reader(Grammar(threshold=0.95)).read(loose).decision is Verdict.REVIEW


def test_each_form_has_examples_and_none_is_ignored() -> None:
    assert set(EXAMPLES) == set(Form)
    by = reader()
    for examples in EXAMPLES.values():
        for line in examples:
            if "A1" not in line:
                assert by.read(line, pinned="8").decision is not Verdict.IGNORE, line


@given(st.text(max_size=MOST_LETTERS * 2), st.sampled_from(["", "4", "8", "none"]))
def test_any_text_is_read_and_only_known_skus_are_named(text: str, pinned: str) -> None:
    read = READER.read(text, pinned)
    assert {each.sku for each in read.items} <= SKUS
    assert all(each.quantity > 0 for each in read.items)
    assert 0 <= read.confidence <= 1


FRAGMENTS = [
    "12",
    "x",
    "+",
    "2",
    "M",
    "white",
    "3",
    "and",
    "两",
    "个",
    "号",
    "sold",
    "of",
    "cream",
    "7",
    "-",
    "一",
    "各",
]


class Counted(Ways):
    """Counts the ways that it goes on from."""

    tried = 0

    def _steps(self, at: int, way: Way) -> Iterator[tuple[int, Way]]:
        self.tried += 1
        return super()._steps(at, way)


@example(["3"] * 30, " ")
@example(["cream", "12"] * 12, " ")
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60), st.sampled_from(["", " "]))
def test_a_line_made_of_claims_words_is_read_in_few_steps(parts: list[str], between: str) -> None:
    line = tokens(fold(between.join(parts)))
    ways = Counted(line, LEXICON, OFFERS, None)
    found = ways.all()
    assert ways.tried <= KEPT * len(line)
    assert len(found) <= KEPT


@pytest.mark.parametrize(
    ("one", "two"), [("pearl", "pearls"), ("pearl", "paerl"), ("pearl", "peerl"), ("pearl", "earl")]
)
def test_one_error_is_one_letter_or_one_swap(one: str, two: str) -> None:
    assert one_apart(one, two)
    assert one_apart(two, one)
    assert not one_apart(one, two + "xx")
    assert not one_apart(one, one)
