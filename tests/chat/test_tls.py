"""Encryption that is not to be trusted is not used."""

import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from console.chat.sources import chat_source
from tests.chat.hearing import QUICK, WallClock, listening, until


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    subprocess.run([openssl, "req", "-x509", *kind, *names, *files], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


@pytest.fixture
async def impostor(self_signed: ssl.SSLContext) -> AsyncIterator[int]:
    """The port of a server that nobody vouches for."""
    runner = web.AppRunner(web.Application())
    await runner.setup()
    await web.TCPSite(runner, "localhost", 0, ssl_context=self_signed).start()
    yield runner.addresses[0][1]
    await runner.cleanup()


async def test_a_certificate_that_nobody_vouches_for_is_refused(impostor: int) -> None:
    source = chat_source(f"irc+wss://localhost:{impostor}/#shop", WallClock(), QUICK)
    async with listening(source) as ear:
        await until(lambda: ear.ended)
    assert ear.events == []
    assert ear.ending is not None
    assert "certificate is not trusted" in ear.ending.title
