"""Money is exact, in the minor units of its currency."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.money import MOST_MINOR, Money, MoneyError, is_currency, parse_money, plain


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("59.90", "USD", 5990),
        ("59.9", "USD", 5990),
        (" 500 ", "JPY", 500),
        ("500.00", "JPY", 500),
        ("1.234", "KWD", 1234),
    ],
)
def test_an_amount_is_read_in_its_currency(text: str, currency: str, minor: int) -> None:
    assert parse_money(text, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    "text", ["", "-1", "+1", "1,000", "1e5", "5.", ".5", "1.999", "NaN", "١", "9" * 16, "999999999999999", "5 5", "0x1"]
)
def test_what_is_not_an_exact_amount_is_refused(text: str) -> None:
    with pytest.raises(MoneyError):
        parse_money(text, "USD")


@given(st.integers(0, MOST_MINOR // 1000), st.sampled_from(["USD", "JPY", "KWD"]))
def test_what_is_written_plainly_is_read_back(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert parse_money(plain(money), currency) == money


def test_a_currency_is_a_known_code_in_capitals() -> None:
    assert [code for code in ("USD", "usd", "XX", "", "KWD") if is_currency(code)] == ["USD", "KWD"]
