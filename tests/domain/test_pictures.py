"""Which addresses of pictures may be asked for."""

import ipaddress

import pytest

from console.domain.addresses import Wrong
from console.domain.connections import Connection, ConnectionKind
from console.domain.picture_addresses import asked_as, is_public, own_hosts
from console.domain.pictures import cached_as, format_of, is_address

NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://cdn.example/a.png?v=1&w=2", "https://cdn.example/a.png?v=1&w=2"),
        ("https://cdn.example:8443/a.png#top", "https://cdn.example:8443/a.png"),
        ("http://old.example/wp-content/a.jpg", "https://old.example/wp-content/a.jpg"),
        ("http://old.example:80/a.jpg", "https://old.example/a.jpg"),
        ("HTTPS://CDN.example/a.png", "https://CDN.example/a.png"),
        ("https://93.184.215.14/a.png", "https://93.184.215.14/a.png"),
    ],
)
def test_a_public_address_is_asked_for_by_https(address: str, asked: str) -> None:
    assert is_address(address)
    assert asked_as(address, NOBODY) == asked


@pytest.mark.parametrize(
    "address",
    [
        "ftp://cdn.example/a.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "//cdn.example/a.png",
        "https:///a.png",
        "https://user:secret@cdn.example/a.png",
        "https://user@cdn.example/a.png",
        "https://cdn.example:99999/a.png",
        "https://[::1/a.png",
        "javascript:alert(1)",
        "",
    ],
)
def test_what_is_no_address_of_a_web_server_is_not_asked_for(address: str) -> None:
    assert isinstance(asked_as(address, NOBODY), Wrong)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.8.8.8", "localhost", "LOCALHOST.", "[::1]", "0.0.0.0", "[::]"),  # noqa: S104 - nobody listens
        *("10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "[fc00::1]", "[fe80::1%25eth0]"),
        *(
            "[::ffff:127.0.0.1]",
            "[::ffff:10.0.0.1]",
            "[2002:7f00:1::]",
            "[64:ff9b::7f00:1]",
            "224.0.0.1",
            "255.255.255.255",
        ),
        *("router", "nas.local", "a.localhost", "metadata.google.internal", "2130706433"),
    ],
)
def test_this_network_is_not_asked(host: str) -> None:
    for scheme in ("http", "https"):
        found = asked_as(f"{scheme}://{host}/a.png", NOBODY)
        assert isinstance(found, Wrong)
        assert found.next_step


def test_a_shop_of_the_show_may_be_on_this_computer_or_in_this_network() -> None:
    here = own_hosts([Connection("vendure", ConnectionKind.SHOP, "vendure+http://me@127.0.0.1:3000/shop")])
    assert asked_as("http://localhost:3000/assets/a.png", here) == "http://localhost:3000/assets/a.png"
    assert asked_as("http://[::1]:3000/assets/a.png", here) == "http://[::1]:3000/assets/a.png"
    assert isinstance(asked_as("http://192.168.0.5/a.png", here), Wrong)
    near = own_hosts([Connection("vendure", ConnectionKind.SHOP, "vendure+https://me@192.168.0.5")])
    assert asked_as("http://192.168.0.5/a.png", near) == "https://192.168.0.5/a.png"
    assert isinstance(asked_as("http://localhost/a.png", near), Wrong)


def test_chats_and_broken_addresses_open_no_door() -> None:
    chats = [
        Connection("room", ConnectionKind.CHAT, "irc+ws://127.0.0.1:80/#room"),
        Connection("vendure", ConnectionKind.SHOP, "vendure+http://[::1"),
    ]
    assert own_hosts(chats) == frozenset()


@pytest.mark.parametrize(
    "number", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e", "::ffff:93.184.215.14"]
)
def test_public_numbers_are_public(number: str) -> None:
    assert is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize(
    "number", ["2001:db8::1", "2001:0:7f00:1::1", "ff02::1", "240.0.0.1", "198.18.0.1", "192.0.2.1"]
)
def test_numbers_for_other_uses_are_not(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))


def test_a_name_in_the_cache_says_nothing_and_is_no_path() -> None:
    names = {
        cached_as(each) for each in ("https://a.example/../../x", "https://a.example/y", "https://a.example/\ud800")
    }
    assert len(names) == 3
    assert all(len(name) == 64 and name.isalnum() for name in names)


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b"\x89PNG\r\n\x1a\n....", "png"),
        (b"\xff\xd8\xff\xe0........", "jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBP", "webp"),
        (b"RIFF\x00\x00\x00\x00WAVE", ""),
        (b"<svg xmlns=", ""),
        (b"GIF89a......", ""),
        (b"\x1f\x8b..........", ""),
        (b"", ""),
    ],
)
def test_a_format_is_told_by_its_first_bytes(head: bytes, form: str) -> None:
    assert format_of(head) == form
