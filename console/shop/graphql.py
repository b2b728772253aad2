"""GraphQL over HTTP to a server that may lie: capped, timed, never redirected, and with errors in words."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

import aiohttp
import msgspec
from multidict import CIMultiDictProxy

from console.desk.ports import ShopError, ShopRefused, ShopUnreachable
from console.shop.body import BodyBroken, BodyTooLarge, read_capped
from console.shop.refusals import refusal_of_faults, refusal_of_status

CHUNK = 65_536
AGAIN = "The console tries again by itself."


class Limits(msgspec.Struct, frozen=True):
    """How long a request may take and stand still, in seconds, and how large an unpacked answer may be, in bytes."""

    total: float = 30.0
    read: float = 15.0
    body: int = 8_000_000


class Reply(NamedTuple):
    """An answer without errors: its data as JSON, its headers, and the server's own time if it said so."""

    data: bytes
    headers: CIMultiDictProxy[str]
    clock: datetime | None


class Fault(msgspec.Struct, frozen=True):
    """One error of a GraphQL answer; its message is the server's and is not shown.

    `path` leads to the part of the answer that it took: one step or none, and it took the whole.
    """

    extensions: dict[str, msgspec.Raw] = {}
    path: list[str | int] | None = None


class Envelope(msgspec.Struct, frozen=True):
    """What every GraphQL answer is wrapped in."""

    data: msgspec.Raw = msgspec.Raw(b"null")
    errors: list[Fault] | None = None


class GraphQL:
    """One endpoint. Requests are POSTs, so that none is ever sent twice."""

    def __init__(self, url: str, limits: Limits) -> None:
        self._url = url
        self._limits = limits
        self._session: aiohttp.ClientSession | None = None

    async def post(self, request: str, headers: Mapping[str, str]) -> Reply:
        """Send one request, once and as it is written; raises ShopUnreachable, ShopRefused or ShopDenied."""
        try:
            async with self._opened().post(
                self._url, data=request.encode(), headers=headers, allow_redirects=False
            ) as answer:
                return await self._reply(answer)
        except (aiohttp.ClientError, OSError) as error:
            raise _unreachable(error) from error

    async def aclose(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _reply(self, answer: aiohttp.ClientResponse) -> Reply:
        refused = refusal_of_status(answer.status, answer.headers)
        if refused is not None:
            raise refused
        envelope = _open_envelope(await self._body(answer))
        if envelope.errors:
            raise _refusal(envelope.errors)
        return Reply(bytes(envelope.data), answer.headers, _date(answer.headers))

    async def _body(self, answer: aiohttp.ClientResponse) -> bytes:
        encoding = answer.headers.get("Content-Encoding", "").strip().lower()
        try:
            return await read_capped(answer.content.iter_chunked(CHUNK), encoding, self._limits.body)
        except BodyTooLarge as error:
            raise ShopRefused("The shop's answer is too large", "Tell the shop's administrator.") from error
        except BodyBroken as error:
            raise ShopUnreachable("The shop's answer broke off", AGAIN) from error

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                # Shorter than the 5 s after which Node closes an idle connection.
                connector=aiohttp.TCPConnector(keepalive_timeout=3),
                timeout=aiohttp.ClientTimeout(
                    total=self._limits.total, sock_connect=self._limits.read, sock_read=self._limits.read
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                headers={
                    "Accept": "application/json",
                    "Accept-Encoding": "gzip",
                    "Content-Type": "application/json",
                    "User-Agent": "Cuedesk",
                },
            )
        return self._session


def _unreachable(error: Exception) -> ShopUnreachable:
    """Why no conversation came about, in words; what failed before the request was sent has done nothing."""
    match error:
        case aiohttp.ConnectionTimeoutError():
            return ShopUnreachable("The shop did not answer in time", AGAIN, nothing_done=True)
        case TimeoutError():
            return ShopUnreachable("The shop did not answer in time", AGAIN)
        case aiohttp.ClientConnectorDNSError():
            step = f"Check the network and the address. {AGAIN}"
            return ShopUnreachable("The shop's server was not found", step, nothing_done=True)
        case aiohttp.ClientSSLError():
            title = "The shop's certificate is not trusted"
            step = "Check the network and this computer's date: a hotspot may ask for a sign-in."
            return ShopUnreachable(title, step, nothing_done=True)
        case aiohttp.ClientConnectorError(os_error=ConnectionRefusedError()):
            step = f"Check the shop and its address. {AGAIN}"
            return ShopUnreachable("The shop's server is not running", step, nothing_done=True)
        case aiohttp.ClientConnectorError():
            return ShopUnreachable("The shop cannot be reached", f"Check the network. {AGAIN}", nothing_done=True)
        case _:
            return ShopUnreachable("The shop cannot be reached", f"Check the network. {AGAIN}")


def request_text(document: str, variables: Mapping[str, object]) -> str:
    """The exact text of a request."""
    return msgspec.json.encode({"query": document, "variables": variables}).decode()


def unexpected(error: Exception) -> ShopError:
    """What to raise for data that break the protocol; `error` says where, without the data."""
    return ShopRefused(
        f"The shop's answer is not understood: {str(error)[:200]}", "The shop may be too new or too old."
    )


def _open_envelope(body: bytes) -> Envelope:
    try:
        return msgspec.json.decode(body, type=Envelope)
    except msgspec.ValidationError as error:
        raise unexpected(error) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        title = "Something else answered in the shop's place"
        raise ShopUnreachable(title, f"Check the network: a hotspot may ask for a sign-in. {AGAIN}") from error


def _refusal(faults: list[Fault]) -> ShopError:
    before_all = all(len(fault.path or ()) <= 1 for fault in faults)
    return refusal_of_faults([_code(fault) for fault in faults], before_all=before_all)


def _code(fault: Fault) -> str:
    try:
        return msgspec.json.decode(fault.extensions.get("code", b'""'), type=str)
    except msgspec.DecodeError:
        return ""


def _date(headers: Mapping[str, str]) -> datetime | None:
    try:
        told = parsedate_to_datetime(headers.get("Date", ""))
    except ValueError:
        return None
    return told if told.tzinfo is not None else None
