"""Fetching one picture from a server that may lie: capped, timed, never redirected, never unpacked, no cookies."""

from collections.abc import Callable

import aiohttp
import msgspec

from console.domain.pictures import MOST_BYTES, format_of
from console.errors import CuedeskError
from console.pictures.guard import Guarded, GuardedResolver

CHUNK = 65_536
HEAD = 12  # so many bytes tell a format
CHANGE = "Change the product's picture, or have the shop's looked at."
LATER = "The console tries again by itself."
OK, MOVED, GONE = 200, range(300, 400), {404, 410}


class Limits(msgspec.Struct, frozen=True):
    """How long a picture may take and stand still, in seconds, and how large it may be, in bytes."""

    total: float = 20.0
    read: float = 8.0
    body: int = MOST_BYTES


class PictureError(CuedeskError):
    """There is no picture. `lasting`: asking again soon would not help."""

    def __init__(self, title: str, next_step: str, *, lasting: bool) -> None:
        super().__init__(title, next_step)
        self.lasting = lasting


class Fetcher:
    """A web client for pictures and nothing else. `own` tells the hosts that may be in this network."""

    def __init__(self, limits: Limits, own: Callable[[], frozenset[str]]) -> None:
        self._limits = limits
        self._own = own
        self._session: aiohttp.ClientSession | None = None

    async def fetch(self, address: str) -> bytes:
        """The bytes of a png, jpeg or webp. Raises PictureError."""
        try:
            async with self._opened().get(address, allow_redirects=False) as answer:
                return await self._body(answer)
        except TimeoutError as error:
            raise PictureError("The picture did not come in time", LATER, lasting=False) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise refused(error) from error

    async def _body(self, answer: aiohttp.ClientResponse) -> bytes:
        if trouble := trouble_of(answer):
            raise trouble
        body = bytearray()
        async for chunk in answer.content.iter_chunked(CHUNK):
            body += chunk
            if len(body) > self._limits.body:
                raise too_large(self._limits.body)
            if not format_of(bytes(body[:HEAD])) and len(body) >= HEAD:
                break
        if not format_of(bytes(body[:HEAD])):
            raise PictureError("What came is not a PNG, JPEG or WebP picture", CHANGE, lasting=True)
        return bytes(body)

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    resolver=GuardedResolver(self._own), use_dns_cache=False, limit_per_host=4
                ),
                timeout=aiohttp.ClientTimeout(total=self._limits.total, sock_read=self._limits.read),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                headers={"Accept": "image/png, image/jpeg, image/webp", "Accept-Encoding": "identity"},
            )
        return self._session

    async def aclose(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None


def trouble_of(answer: aiohttp.ClientResponse) -> PictureError | None:
    """What is wrong with an answer before its body is read."""
    if answer.status in MOVED:
        return PictureError("The picture has moved to another address", CHANGE, lasting=True)
    if answer.status in GONE:
        return PictureError("There is no picture at its address", CHANGE, lasting=True)
    if answer.status != OK:
        return PictureError(f"The picture's server answers {answer.status}", LATER, lasting=False)
    if answer.headers.get("Content-Encoding", "identity").strip().lower() not in {"", "identity"}:
        return PictureError("The picture comes packed", CHANGE, lasting=True)
    if (answer.content_length or 0) > MOST_BYTES:
        return too_large(MOST_BYTES)
    return None


def too_large(most: int) -> PictureError:
    """The refusal of a body without end."""
    return PictureError(f"The picture has more than {most / 1e6:.0f} MB", CHANGE, lasting=True)


def refused(error: Exception) -> PictureError:
    """The words for a connection that did not come about or broke."""
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    if isinstance(cause, Guarded):
        return PictureError(str(cause), "Change the product's picture.", lasting=True)
    if isinstance(error, aiohttp.ClientSSLError):
        return PictureError("The certificate of the picture's server is not trusted", CHANGE, lasting=True)
    if isinstance(error, aiohttp.InvalidURL | ValueError):
        return PictureError("The picture's address is not an address", CHANGE, lasting=True)
    return PictureError("The picture's server cannot be reached", LATER, lasting=False)
