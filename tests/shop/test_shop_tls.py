"""Certificates are checked, and there is no switch for that."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from console.desk.ports import ShopUnreachable
from console.shop.vendure import vendure_shop
from tests.shop.conftest import StillClock


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    """A server's side of TLS, with a certificate that nobody vouches for."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    made = ["-newkey", "rsa:2048", "-nodes", "-days", "1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(["openssl", "req", "-x509", *names, *made], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


async def test_a_certificate_that_nobody_vouches_for_is_not_trusted(
    self_signed: ssl.SSLContext, clock: StillClock
) -> None:
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.json_response({})

    app = web.Application()
    app.router.add_post("/{path:.*}", answer)
    async with TestServer(app, scheme="https", host="localhost") as server:
        await server.start_server(ssl=self_signed)
        shop = vendure_shop("s", f"vendure+https://ann@localhost:{server.port}", "pass", clock)
        with pytest.raises(ShopUnreachable, match="certificate"):
            await shop.connect()
        await shop.aclose()
    assert asked == []
