"""A signed-in conversation with Vendure: it signs in when needed, and once more when the session has run out."""

import asyncio
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar, assert_never

import msgspec

from console.desk.ports import ShopDenied, ShopError
from console.domain.secret import Secret
from console.shop.credentials import ApiKey, Credentials, Login
from console.shop.graphql import GraphQL, request_text, unexpected
from console.shop.refusals import denied, not_allowed
from console.shop.vendure_answers import SignInAnswer
from console.shop.vendure_documents import SIGN_IN

TOKEN = "vendure-auth-token"  # noqa: S105 - a header's name
KEY = "vendure-api-key"

T = TypeVar("T")


class Told(NamedTuple, Generic[T]):
    """An answer, and the server's own time if it said so."""

    answer: T
    clock: datetime | None


class VendureSession:
    """Questions and answers under one set of credentials. Concurrent questions share one sign-in."""

    def __init__(self, graphql: GraphQL, credentials: Credentials) -> None:
        self._graphql = graphql
        self._credentials = credentials
        self._signing_in = asyncio.Lock()
        self._token: Secret | None = None

    async def ask(self, document: str, kind: type[T], variables: Mapping[str, object] | None = None) -> Told[T]:
        """The answer, checked against `kind`; raises ShopError."""
        return await self.send(request_text(document, variables or {}), kind)

    async def send(self, request: str, kind: type[T]) -> Told[T]:
        """The answer to exactly this request; it goes twice only if the first was refused before anything was done."""
        match self._credentials:
            case ApiKey(key):
                return await self._send(request, kind, {KEY: key.reveal()})
            case Login() as login:
                return await self._send_signed_in(login, request, kind)
            case _ as never:
                assert_never(never)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._graphql.aclose()

    async def _send_signed_in(self, login: Login, request: str, kind: type[T]) -> Told[T]:
        token = await self._sign_in(login, None)
        try:
            return await self._send(request, kind, _bearer(token))
        except ShopDenied as error:
            if not error.nothing_done:
                raise
        token = await self._sign_in(login, token)
        try:
            return await self._send(request, kind, _bearer(token))
        except ShopDenied as error:
            raise not_allowed(nothing_done=error.nothing_done) from error

    async def _sign_in(self, login: Login, expired: Secret | None) -> Secret:
        """The session's token; a new one if there is none, or if it is still the one that has `expired`."""
        async with self._signing_in:
            if self._token is None or self._token is expired:
                self._token = None
                try:
                    self._token = await self._new_token(login)
                except ShopError as error:
                    error.nothing_done = True  # nobody signs in but to ask for something afterwards
                    raise
            return self._token

    async def _new_token(self, login: Login) -> Secret:
        who = {"user": login.user, "password": login.password.reveal()}
        reply = await self._graphql.post(request_text(SIGN_IN, who), {})
        token = reply.headers.get(TOKEN, "")
        if _decode(reply.data, SignInAnswer).login.kind != "CurrentUser" or not re.fullmatch(r"[!-~]{1,500}", token):
            raise denied()
        return Secret(token)

    async def _send(self, request: str, kind: type[T], headers: Mapping[str, str]) -> Told[T]:
        reply = await self._graphql.post(request, headers)
        return Told(_decode(reply.data, kind), reply.clock)


def _bearer(token: Secret) -> dict[str, str]:
    return {"Authorization": f"Bearer {token.reveal()}"}


def _decode(data: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise unexpected(error) from error
