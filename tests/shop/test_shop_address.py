"""Addresses of shops: what is taken, and what is refused before anything is sent."""

import pytest

from console.desk.ports import ShopRefused
from console.domain.addresses import ShopAddress
from console.shop.address import parse_address
from console.shop.vendure import vendure_shop
from tests.shop.conftest import StillClock


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("vendure+http://user@127.0.0.1:3100", ShopAddress("vendure", "http://127.0.0.1:3100", "user")),
        ("vendure+http://localhost:3100/", ShopAddress("vendure", "http://localhost:3100", "")),
        ("vendure+http://[::1]:3100", ShopAddress("vendure", "http://[::1]:3100", "")),
        (
            "vendure+https://ann%40x.test@shop.example/back",
            ShopAddress("vendure", "https://shop.example/back", "ann@x.test"),
        ),
    ],
)
def test_an_address_is_taken_apart(written: str, read: ShopAddress) -> None:
    assert parse_address(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "vendure+http://shop.example",
        "vendure+http://192.168.1.5:3000",
        "vendure+http://127.0.0.1.example",
        "vendure+http://localhost.example",
        "vendure+https://user:secret@shop.example",
        "vendure+https://",
        "vendure+ftp://shop.example",
        "https//shop.example",
        "vendure+https://shop.example:port",
        "vendure+https://[::1",
        "vendure+https://shop.example?token=secret",
        "",
    ],
)
def test_an_address_that_is_broken_unsafe_or_holds_a_secret_is_refused(written: str) -> None:
    with pytest.raises(ShopRefused) as raised:
        parse_address(written)
    assert raised.value.next_step
    assert "secret" not in f"{raised.value} {raised.value.next_step}"


@pytest.mark.parametrize("key", ["", "a key\n", "clé"])
def test_a_key_that_no_header_can_hold_is_refused_and_not_told(clock: StillClock, key: str) -> None:
    with pytest.raises(ShopRefused) as raised:
        vendure_shop("shop", "vendure+https://shop.example", key, clock)
    assert "key\n" not in f"{raised.value} {raised.value.next_step}"


def test_another_backends_address_is_refused(clock: StillClock) -> None:
    with pytest.raises(ShopRefused):
        vendure_shop("shop", "shopify+https://shop.example", "key", clock)
