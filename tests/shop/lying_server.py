"""A server that answers whatever a test makes up, as hostile or broken shops and networks do."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.test_utils import TestServer

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class LyingServer:
    """One POST endpoint on the loopback: `answer` is what it does, `asked` counts the requests."""

    def __init__(self) -> None:
        self.answer: Answer = said({})
        self.asked: list[web.Request] = []
        self.port = 0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        await request.read()
        return await self.answer(request)


@asynccontextmanager
async def lying() -> AsyncIterator[LyingServer]:
    server = LyingServer()
    app = web.Application(client_max_size=10**7)
    app.router.add_route("*", "/{path:.*}", server.handle)
    async with TestServer(app, host="127.0.0.1") as real:
        assert real.port is not None
        server.port = real.port
        yield server


def said(data: object, status: int = 200, **headers: str) -> Answer:
    """Answer with these data, as a GraphQL server does."""
    return raw(json.dumps({"data": data}).encode(), status, **headers)


def raw(body: bytes, status: int = 200, **headers: str) -> Answer:
    """Answer with exactly these bytes."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return answer


async def silence(_: web.Request) -> web.StreamResponse:
    """Never answer."""
    await asyncio.Event().wait()
    raise AssertionError
