"""Each server has one name for ever: a shop that comes back is the same, another one never takes its place."""

import pytest

from console.domain.commands import NewShow, RemoveConnection, SetConnection
from console.domain.connections import Connection, ConnectionKind
from console.domain.naming import name_of_shop
from console.domain.orders import OrderLine
from console.domain.outcomes import Done, Invalid
from console.domain.show import Show
from tests.domain.goods import NOON, after, asked, running, seen, snapshot

OLD = Connection("shop", ConnectionKind.SHOP, "vendure+https://ann@shop.example")
OTHER = "vendure+https://ann@other.example"


def linked() -> Show:
    """A show on which the shop's orders are counted."""
    show = running({"cap": 10})
    return after(show, SetConnection(OLD), seen(snapshot("1", OrderLine("cap", 1)), linked=NOON))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("vendure+https://ann@shop.example", "shop"),
        ("vendure+https://bob@shop.example", "shop"),
        ("vendure+https://shop.example/", "shop"),
        (OTHER, "vendure"),
        ("vendure+http://shop.example:8080", "vendure"),
    ],
)
def test_a_server_keeps_its_name_whoever_signs_in(address: str, name: str) -> None:
    assert name_of_shop(address, linked()) == name


def test_a_shop_that_was_removed_comes_back_under_its_name() -> None:
    show = after(linked(), RemoveConnection("shop"))
    assert show.former == (OLD,)
    assert name_of_shop(OLD.address, show) == "shop"
    again = after(show, SetConnection(OLD))
    assert (again.connections, again.former) == ((OLD,), ())


def test_names_that_orders_are_kept_under_are_given_to_no_other_server() -> None:
    show = after(running({"cap": 10}), SetConnection(Connection("vendure", ConnectionKind.SHOP, OLD.address)))
    assert name_of_shop(OTHER, show) == "vendure 2"
    assert name_of_shop(OTHER, after(show, RemoveConnection("vendure"))) == "vendure 2"


@pytest.mark.parametrize("removed", [False, True])
def test_another_server_may_not_take_a_shops_name(*, removed: bool) -> None:
    show = after(linked(), RemoveConnection("shop")) if removed else linked()
    assert isinstance(asked(show, SetConnection(Connection("shop", ConnectionKind.SHOP, OTHER)))[0], Invalid)
    assert (
        asked(show, SetConnection(Connection("shop", ConnectionKind.SHOP, "vendure+https://shop.example")))[0] == Done()
    )


def test_a_new_show_in_the_file_knows_the_shops_before() -> None:
    show = after(Show(), NewShow("Thursday", "USD"), SetConnection(OLD), RemoveConnection("shop"))
    assert after(show, NewShow("Friday", "USD")).former == (OLD,)


def test_a_chat_that_was_removed_leaves_nothing() -> None:
    room = Connection("twitch:a", ConnectionKind.CHAT, "twitch:a")
    show = after(Show(), NewShow("Friday", "USD"), SetConnection(room), RemoveConnection("twitch:a"))
    assert show.former == ()
