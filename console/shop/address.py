"""Addresses of shops as a studio writes them: `vendure+https://user@shop.example`."""

import ipaddress
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from console.desk.ports import ShopRefused


class ShopAddress(NamedTuple):
    """A shop's backend ("vendure"), the http(s) address of its root, and the user, if one is named."""

    backend: str
    root: str
    user: str


def parse_address(address: str) -> ShopAddress:
    """Take an address apart; raises ShopRefused for one that is broken, holds a password, or is not encrypted.

    Plain http is for this machine only.
    """
    parts = _split(address)
    if parts.password is not None:
        raise ShopRefused(
            "The shop's address holds a password", "Take it out; the password is asked for and kept apart."
        )
    backend, _, scheme = parts.scheme.partition("+")
    if scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ShopRefused("The shop's address is not complete", "Write it as vendure+https://user@shop.example")
    if scheme == "http" and not _is_loopback(parts.hostname):
        raise ShopRefused(
            "The shop's address is not encrypted", "Write https; http is for a shop on this machine only."
        )
    place = parts.netloc.rpartition("@")[2]
    return ShopAddress(backend, f"{scheme}://{place}{parts.path.rstrip('/')}", unquote(parts.username or ""))


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise ShopRefused("The shop's address is not an address", "Check its spelling.") from error
    return parts


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
