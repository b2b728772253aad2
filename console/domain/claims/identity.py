"""Who a buyer is: an identity of a platform. A display name is never one."""

from functools import lru_cache
from urllib.parse import urlsplit

from console.domain.chat import ChatLine


@lru_cache(maxsize=256)
def platform_of(source: str) -> str:
    """The platform of a source: two ways to one have its people and its line ids in common."""
    kind, _, rest = source.partition(":")
    if kind.startswith("irc"):
        return f"irc:{urlsplit(rest).hostname or rest}"
    return kind.partition("+")[0]


def buyer_of(line: ChatLine) -> str:
    """The identity of who said a line; where the platform tells none, an identity of this line only."""
    return f"{platform_of(line.source)}/{line.author or f'?{line.id}'}"


def line_key(source: str, line: str) -> str:
    """The one name of a line of a platform, whichever way it came."""
    return f"{platform_of(source)} {line}"
