"""Money as people write it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from console.domain.money import MOST_MINOR, Money, plain
from console.ui.words.money import money_text

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("locale", "money", "text"),
    [
        ("en_US", Money(5990, "USD"), "$59.90"),
        ("C", Money(5990, "USD"), "$59.90"),
        ("en_US", Money(500, "JPY"), "¥500"),
        ("en_US", Money(1234, "KWD"), f"KWD{NBSP}1.234"),
        ("de_DE", Money(123456789, "EUR"), f"1.234.567,89{NBSP}€"),
        ("zh_CN", Money(5, "CNY"), "¥0.05"),
        ("en_US", Money(-5990, "USD"), "−$59.90"),
        ("en_US", Money(5990, ""), "59.90"),
    ],
)
def test_an_amount_is_written_as_its_locale_does(locale: str, money: Money, text: str) -> None:
    assert money_text(money, QLocale(locale)) == text


@given(st.integers(0, MOST_MINOR), st.sampled_from(["USD", "JPY", "KWD"]))
def test_no_unit_is_lost_however_large(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    digits = re.sub(r"[^0-9.]", "", money_text(money, QLocale("en_US")))
    assert digits == plain(money)
