"""Which addresses of pictures may be asked: those of the public internet, and a shop's own."""

import ipaddress
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import SplitResult, urlsplit, urlunsplit

from console.domain.addresses import ShopAddress, Wrong, is_this_pc, shop_address
from console.domain.connections import Connection, ConnectionKind

TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 behind a NAT64
LOCAL = "The picture is on a computer of this network"
OWN_ONLY = "Only pictures of the show's own shop are taken from there. Change the product's picture."
THIS_PC = "localhost"


def asked_as(address: str, own: frozenset[str]) -> str | Wrong:
    """The address to be asked, or why none is: https, or http to this computer where a shop of the show is on it.

    What is said to be at http elsewhere is asked for by https. `own` are the hosts of the show's shops.
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return Wrong("The picture's address is not an address", "Change the product's picture.")
    if parts.scheme not in {"https", "http"} or not host or parts.username is not None:
        return Wrong("The picture's address is not one of a web server", "Change the product's picture.")
    if is_local(host) and named(host) not in own:
        return Wrong(LOCAL, OWN_ONLY)
    if parts.scheme == "http" and not is_this_pc(host):
        parts = encrypted(parts)
    return urlunsplit(parts._replace(fragment=""))


def encrypted(parts: SplitResult) -> SplitResult:
    """The address over https, at the port of https if it named the one of http."""
    place = parts.netloc.removesuffix(":80") if parts.port == 80 else parts.netloc  # noqa: PLR2004 - the port of http
    return parts._replace(scheme="https", netloc=place)


def own_hosts(connections: Iterable[Connection]) -> frozenset[str]:
    """The hosts of a show's shops, by which a local address may be asked."""
    shops = [shop_address(each.address) for each in connections if each.kind is ConnectionKind.SHOP]
    roots = [urlsplit(each.root).hostname for each in shops if isinstance(each, ShopAddress)]
    return frozenset(named(host) for host in roots if host)


def named(host: str) -> str:
    """One name for all the names of this computer; the host's own for any other."""
    return THIS_PC if is_this_pc(host) else host.lower().rstrip(".")


def is_local(host: str) -> bool:
    """Whether a host's name or number says by itself that it is on this computer or in this network."""
    try:
        return not is_public(ipaddress.ip_address(host))
    except ValueError:
        return "." not in host.rstrip(".") or host.lower().rstrip(".").endswith((".local", ".localhost", ".internal"))


def is_public(number: IPv4Address | IPv6Address) -> bool:
    """Whether a number is one of the public internet, whatever it is wrapped in."""
    if isinstance(number, IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
        if number in TRANSLATED:
            inner = IPv4Address(int(number) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return number.is_global and not number.is_multicast and not number.is_reserved
