"""What a person types of a connection becomes an address, or is refused with the reason."""

import pytest

from console.domain.addresses import Wrong
from console.domain.connections import Connection, ConnectionKind
from console.domain.show import Show
from console.ui.connections.draft import Typed, read, typed_of
from tests.domain.goods import NOON

SHOP, CHAT = ConnectionKind.SHOP, ConnectionKind.CHAT
OLD = Connection("vendure", SHOP, "vendure+https://ann@shop.example")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (Typed(SHOP, "shop.example", "ann"), "vendure+https://ann@shop.example"),
        (Typed(SHOP, " https://shop.example/ ", " ann@x.test "), "vendure+https://ann%40x.test@shop.example"),
        (Typed(SHOP, "vendure+https://ann@shop.example"), "vendure+https://ann@shop.example"),
        (Typed(SHOP, "http://127.0.0.1:3000"), "vendure+http://127.0.0.1:3000"),
        (Typed(SHOP, "https://shop.example:8443/back", ""), "vendure+https://shop.example:8443/back"),
        (Typed(CHAT, "twitch:MyShop"), "twitch:myshop"),
        (Typed(CHAT, "https://www.twitch.tv/MyShop"), "twitch:myshop"),
        (Typed(CHAT, "twitch.tv/MyShop/"), "twitch:myshop"),
        (Typed(CHAT, "irc+wss://chat.example/#Room"), "irc+wss://chat.example/#Room"),
    ],
)
def test_what_is_typed_becomes_an_address(typed: Typed, address: str) -> None:
    found = read(typed, Show())
    assert isinstance(found, Connection)
    assert found.address == address
    assert "/" not in found.name


@pytest.mark.parametrize(
    "typed",
    [
        Typed(SHOP, ""),
        Typed(SHOP, "http://shop.example", "ann"),
        Typed(SHOP, "https://ann:dragon@shop.example"),
        Typed(SHOP, "shopify+https://shop.example"),
        Typed(SHOP, "https://"),
        Typed(CHAT, "myshop"),
        Typed(CHAT, "irc+ws://chat.example/#room"),
        Typed(CHAT, "https://youtube.com/live"),
    ],
)
def test_what_cannot_be_an_address_is_refused_in_words_without_what_is_secret(typed: Typed) -> None:
    wrong = read(typed, Show())
    assert isinstance(wrong, Wrong)
    assert wrong.title
    assert "dragon" not in f"{wrong}"


def test_a_shop_keeps_its_name_while_it_is_the_same_server() -> None:
    show = Show(connections=(OLD,))
    other_user = read(Typed(SHOP, "shop.example", "bob"), show, OLD)
    assert other_user == Connection("vendure", SHOP, "vendure+https://bob@shop.example")


def test_another_server_gets_a_name_that_no_order_is_kept_under() -> None:
    show = Show(connections=(OLD,), linked=Show().linked.insert("vendure 2", NOON))
    assert read(Typed(SHOP, "other.example", "ann"), show, OLD) == Connection(
        "vendure 3", SHOP, "vendure+https://ann@other.example"
    )


def test_a_room_is_set_up_once() -> None:
    room = Connection("twitch:myshop", CHAT, "twitch:myshop")
    assert isinstance(read(Typed(CHAT, "twitch:MYSHOP"), Show(connections=(room,))), Wrong)
    assert read(Typed(CHAT, "twitch:MYSHOP"), Show(connections=(room,)), room) == room


@pytest.mark.parametrize("address", ["vendure+https://ann%40x.test@shop.example/back", "vendure+http://127.0.0.1:3000"])
def test_the_form_shows_what_it_would_read_again(address: str) -> None:
    kept = Connection("vendure", SHOP, address)
    assert read(typed_of(kept), Show(connections=(kept,)), kept) == kept
