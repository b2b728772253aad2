import pytest

from console.chat.sources import AddressError, chat_source
from tests.chat.hearing import WallClock


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("twitch:MyShop", "twitch:myshop"),
        ("irc+wss://irc.example.org/#Shop", "irc+wss://irc.example.org/#Shop"),
        ("irc+wss://irc.example.org:8443/webirc/#shop", "irc+wss://irc.example.org:8443/webirc/#shop"),
        ("irc+ws://127.0.0.1:8067/#shop", "irc+ws://127.0.0.1:8067/#shop"),
        ("irc+ws://[::1]:8067/#shop", "irc+ws://[::1]:8067/#shop"),
        ("irc+ws://localhost:8067/#直播", "irc+ws://localhost:8067/#直播"),
    ],
)
def test_an_address_names_its_source(url: str, name: str) -> None:
    assert chat_source(url, WallClock()).name == name


@pytest.mark.parametrize(
    "url",
    [
        "",
        "twitch:",
        "twitch:a b",
        "twitch:a\r\nJOIN #b",
        "irc+wss://irc.example.org",
        "irc+wss://irc.example.org/#",
        "irc+wss://user:word@irc.example.org/#shop",
        "irc+wss://irc.example.org/#a,#b",
        "irc+wss://irc.example.org:99999/#shop",
        "irc+wss://[::1/#shop",
        "https://irc.example.org/#shop",
        "irc+wss://irc.example.org/#shop\r\nQUIT",
    ],
)
def test_anything_else_is_refused_with_examples(url: str) -> None:
    with pytest.raises(AddressError) as caught:
        chat_source(url, WallClock())
    assert caught.value.title
    assert "twitch:NAME" in caught.value.next_step


@pytest.mark.parametrize("host", ["irc.example.org", "192.168.1.5", "127.0.0.1.example.org", "localhost.example.org"])
def test_plain_text_leaves_this_pc_never(host: str) -> None:
    with pytest.raises(AddressError) as caught:
        chat_source(f"irc+ws://{host}:8067/#shop", WallClock())
    assert "irc+wss" in caught.value.next_step
