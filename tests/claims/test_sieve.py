"""Claims are found by what a person types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.claims.claim import Claim, ClaimState, Part, PartState
from console.domain.claims.sieve import EVERY, Sieve, sieve_of, text_of
from tests.domain.claiming import TWITCH
from tests.domain.goods import NOON

CLAIM = Claim(7, 1, "twitch/u1", TWITCH, "m1", NOON, 0, (Part("SHIRT-M", 2, PartState.HELD, 2), Part("MUG", 1)))


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("", True),
        ("sku:shirt", True),
        ("sku:cap", False),
        ("buyer:mia", True),
        ('buyer:"mia b"', True),
        ("buyer:twitch/u1", True),
        ("buyer:sold", False),
        ("source:twitch", True),
        ("source:hand", False),
        ("state:review", True),
        ("state:held,granted", False),
        ("sold 7", True),
        ("sold 8", False),
        ("SKU:MUG Sold", True),
        ("state:review sku:cap", False),
        ("红色", True),
    ],
)
def test_what_is_typed_lets_through_what_has_all_of_it(text: str, passes: bool) -> None:
    assert sieve_of(text).passes(CLAIM, "Mia B", "SOLD 12 红色") is passes


def test_a_claim_by_hand_is_found_by_hand() -> None:
    by_hand = Claim(8, 1, "hand/Tom", "", "", NOON, 0, ())
    assert sieve_of("source:hand").passes(by_hand)


words = (
    st.text(st.characters(codec="utf-8", exclude_characters='"'), min_size=1)
    .map(str.casefold)
    .filter(lambda text: text.strip() and text == " ".join(text.split()))
)


@given(
    st.builds(
        Sieve,
        st.lists(words, max_size=3).map(tuple),
        *(st.just("") | words for _ in range(3)),
        st.lists(st.sampled_from(ClaimState), unique=True).map(tuple),
    )
)
def test_a_sieve_is_typed_as_it_is_told(sieve: Sieve) -> None:
    assert sieve_of(text_of(sieve)) == sieve


def test_nothing_typed_lets_everything_through() -> None:
    assert sieve_of("  ") == EVERY
