"""A proxy on the loopback before a real Vendure, that spoils what is planned and passes on the rest as it is."""

import asyncio
import json
import zlib
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from email.utils import format_datetime, parsedate_to_datetime
from enum import StrEnum
from functools import cache
from typing import NamedTuple, assert_never

import aiohttp
from aiohttp import web

MEGABYTE = 1_000_000
FLOOD = 300
PAGE = b"<!doctype html><html><body>Please sign in to the hotel's network.</body></html>"
WRONG_BY = timedelta(hours=9)
KEPT = ("Content-Type", "Date", "vendure-auth-token")


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Operation(StrEnum):
    """What a request is about, told from its body."""

    FEED = "feed"
    STOCK = "stock delta"
    CANCEL = "cancel"
    REFUND = "refund"
    PRICE = "price"
    DRAFT = "draft"
    NAME = "draft's name"
    LINES = "draft's lines"
    OTHER = "other"


class Fault(StrEnum):
    """What becomes of a request. Before: the shop never hears of it. After: the shop has done it and answered."""

    RESET_BEFORE = "reset before"
    RESET_AFTER = "reset after"
    HANG_BEFORE = "hang before"
    HANG_AFTER = "hang after"
    LATE = "held back until given up, then done"
    ERROR_BEFORE = "500 before"
    ERROR_AFTER = "500 after"
    BUSY = "429, Retry-After 1"
    PAGE_BEFORE = "HTML with 200, before"
    PAGE_AFTER = "HTML with 200, after"
    TRUNCATED = "truncated JSON, after"
    FLOOD = "300 MB body, after"
    BOMB = "gzip bomb, after"
    REDIRECT = "redirect to another host"
    EXPIRED = "expired token"
    CLOCK = "clock 9 hours off"


class Answer(NamedTuple):
    """What the shop said."""

    status: int
    headers: dict[str, str]
    body: bytes


class FaultProxy:
    """Before the shop at `url`. `plans` holds the faults of the next requests (None: none); `met` counts the spoilt.

    `asked` counts the requests that came, `elsewhere` those that followed a redirect to another host.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self.port = 0
        self.other_port = 0
        self.plans: dict[Operation, deque[Fault | None]] = {operation: deque() for operation in Operation}
        self.always: Fault | None = None
        self.met: Counter[tuple[Operation, Fault]] = Counter()
        self.asked: Counter[Operation] = Counter()
        self.elsewhere: list[web.Request] = []
        self._held: list[tuple[web.Request, bytes]] = []
        self._upstream: aiohttp.ClientSession | None = None

    def plan(self, operation: Operation, *faults: Fault | None) -> None:
        """Spoil the next requests about this."""
        self.plans[operation].extend(faults)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Pass a request on, spoilt if that is planned."""
        body = await request.read()
        operation = told(body)
        self.asked[operation] += 1
        plan = self.plans[operation]
        fault = plan.popleft() if plan else self.always
        if fault is None:
            return plainly(await self._ask(request, body))
        self.met[operation, fault] += 1
        return await self._spoil(fault, request, body)

    async def deliver(self) -> None:
        """Let the shop do what was held back; nobody hears its answers any more."""
        while self._held:
            await self._ask(*self._held.pop())

    async def follow(self, request: web.Request) -> web.StreamResponse:
        """The other host, which nobody should come to."""
        self.elsewhere.append(request)
        return web.json_response({"data": {}})

    async def _spoil(self, fault: Fault, request: web.Request, body: bytes) -> web.StreamResponse:
        match fault:
            case Fault.RESET_BEFORE:
                return reset(request)
            case Fault.RESET_AFTER:
                await self._ask(request, body)
                return reset(request)
            case Fault.HANG_BEFORE:
                return await silence()
            case Fault.HANG_AFTER:
                await self._ask(request, body)
                return await silence()
            case Fault.LATE:
                self._held.append((request, body))
                return await silence()
            case Fault.ERROR_BEFORE:
                return web.Response(status=500, body=PAGE)
            case Fault.ERROR_AFTER:
                await self._ask(request, body)
                return web.Response(status=502, body=PAGE)
            case Fault.BUSY:
                return web.Response(status=429, headers={"Retry-After": "1"})
            case Fault.PAGE_BEFORE:
                return web.Response(body=PAGE, content_type="text/html")
            case Fault.PAGE_AFTER:
                await self._ask(request, body)
                return web.Response(body=PAGE, content_type="text/html")
            case Fault.TRUNCATED:
                answer = await self._ask(request, body)
                return plainly(answer._replace(body=answer.body[: len(answer.body) // 2]))
            case Fault.FLOOD:
                await self._ask(request, body)
                return await flood(request)
            case Fault.BOMB:
                await self._ask(request, body)
                return web.Response(body=bomb(), headers={"Content-Encoding": "gzip"})
            case Fault.REDIRECT:
                there = f"http://localhost:{self.other_port}/admin-api"
                return web.Response(status=307, headers={"Location": there})
            case Fault.EXPIRED:
                return plainly(await self._ask(request, body, known=False))
            case Fault.CLOCK:
                return plainly(late(await self._ask(request, body)))
            case _ as never:
                assert_never(never)

    async def _ask(self, request: web.Request, body: bytes, *, known: bool = True) -> Answer:
        """What the shop itself answers; it is asked to the end, even if the asker has gone."""
        given = request.headers.get("Authorization", "") if known else "Bearer 0000"
        headers = {"Content-Type": "application/json", "Authorization": given}
        return await asyncio.shield(self._forward(request.path, body, headers))

    async def _forward(self, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        assert self._upstream is not None
        async with self._upstream.post(f"{self._url}{path}", data=body, headers=headers) as answer:
            kept = {name: answer.headers[name] for name in KEPT if name in answer.headers}
            return Answer(answer.status, kept, await answer.read())

    @asynccontextmanager
    async def running(self) -> AsyncIterator["FaultProxy"]:
        """Serve until the block ends."""
        connector = aiohttp.TCPConnector(keepalive_timeout=3)
        async with (
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), connector=connector) as self._upstream,
            serving(self.handle) as self.port,
            serving(self.follow) as self.other_port,
        ):
            yield self


@asynccontextmanager
async def before(url: str) -> AsyncIterator[FaultProxy]:
    """A proxy before the shop at that address."""
    async with FaultProxy(url).running() as proxy:
        yield proxy


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[int]:
    """A server of one handler; its port. What hangs in it ends when its client goes."""
    app = web.Application(client_max_size=10 * MEGABYTE)
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


def told(body: bytes) -> Operation:
    """What a request asks for."""
    asked = json.loads(body)
    query, variables = asked["query"], json.dumps(asked["variables"])
    if "orders(options:" in query:
        return Operation.FEED
    if "createDraftOrder" in query:
        return Operation.DRAFT
    if "setOrderCustomFields(" in query:
        return Operation.NAME
    if "ToDraftOrder(" in query or "DraftOrderLine(" in query:
        return Operation.LINES
    if "cancelOrder(" in query:
        return Operation.CANCEL
    if "refundOrder(" in query:
        return Operation.REFUND
    if "updateProductVariants(" in query:
        return Operation.STOCK if "stockLevels" in variables else Operation.PRICE
    return Operation.OTHER


def plainly(answer: Answer) -> web.Response:
    return web.Response(status=answer.status, body=answer.body, headers=answer.headers)


def late(answer: Answer) -> Answer:
    """The answer with a clock that is wrong."""
    there = parsedate_to_datetime(answer.headers["Date"]) + WRONG_BY
    return answer._replace(headers={**answer.headers, "Date": format_datetime(there, usegmt=True)})


def reset(request: web.Request) -> web.Response:
    """Cut the connection."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def silence() -> web.Response:
    """Never answer."""
    await asyncio.Event().wait()
    raise AssertionError


async def flood(request: web.Request) -> web.StreamResponse:
    """Answer without an end in sight."""
    answer = web.StreamResponse(headers={"Content-Type": "application/json"})
    await answer.prepare(request)
    block = b" " * MEGABYTE
    for _ in range(FLOOD):
        await answer.write(block)
    return answer


@cache
def bomb() -> bytes:
    """A few hundred kilobytes that unpack to 300 MB."""
    packer = zlib.compressobj(wbits=31)
    return b"".join(packer.compress(b" " * MEGABYTE) for _ in range(FLOOD)) + packer.flush()
