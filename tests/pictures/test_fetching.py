"""Pictures from servers that lie."""

import asyncio
import gzip
import socket
import ssl
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from console.domain.picture_addresses import LOCAL
from console.pictures.cache import PictureCache
from console.pictures.fetch import Limits, PictureError
from console.pictures.guard import GuardedResolver
from console.pictures.shelf import Shelf
from tests.pictures.samples import SVG, head_of_png, png
from tests.shop.lying_server import LyingServer, lying, raw, silence

HERE = frozenset({"localhost"})
QUICK = Limits(total=5.0, read=0.3, body=100_000)


@pytest.fixture
async def server() -> AsyncIterator[LyingServer]:
    async with lying() as running:
        yield running


@pytest.fixture
def cache(tmp_path: Path) -> PictureCache:
    return PictureCache(tmp_path / "pictures")


@pytest.fixture
async def shelf(cache: PictureCache) -> AsyncIterator[Shelf]:
    made = Shelf(cache, lambda: HERE, QUICK)
    yield made
    await made.aclose()


def at(server: LyingServer, path: str = "a.png") -> str:
    return f"http://127.0.0.1:{server.port}/{path}"


async def refusal(shelf: Shelf, address: str) -> PictureError:
    with pytest.raises(PictureError) as caught:
        await shelf.picture(address)
    assert caught.value.next_step
    return caught.value


async def test_a_picture_is_fetched_once_and_then_there_without_a_network(
    shelf: Shelf, cache: PictureCache, server: LyingServer
) -> None:
    server.answer = raw(png())
    first = await asyncio.gather(*(shelf.picture(at(server)) for _ in range(20)))
    assert {path.read_bytes() for path in first} == {png()}
    assert len(server.asked) == 1
    (request,) = server.asked
    assert (request.method, request.headers.get("Cookie"), request.headers.get("Authorization")) == ("GET", None, None)
    nowhere = Shelf(cache, frozenset[str], QUICK)
    assert (await nowhere.picture(at(server))).read_bytes() == png()
    await nowhere.aclose()
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("body", "status", "headers", "words"),
    [
        (SVG, 200, {"Content_Type": "image/png"}, "not a PNG"),
        (b"<html>sign in</html>", 200, {"Content_Type": "image/png"}, "not a PNG"),
        (b"", 200, {"Content_Type": "image/png"}, "not a PNG"),
        (b"\x89PNG", 200, {}, "not a PNG"),
        (b"GIF89a" + bytes(100), 200, {}, "not a PNG"),
        (png() + bytes(100_000), 200, {}, "more than 0 MB"),
        (gzip.compress(png() + bytes(10_000_000)), 200, {"Content_Encoding": "gzip"}, "comes packed"),
        (png(), 404, {}, "no picture at its address"),
        (png(), 403, {}, "answers 403"),
        (png(), 500, {}, "answers 500"),
        (b"", 302, {"Location": "file:///etc/passwd"}, "has moved"),
        (b"", 302, {"Location": "http://127.0.0.1:1/a.png"}, "has moved"),
        (b"", 301, {"Location": "https://elsewhere.example/a.png"}, "has moved"),
        (b"", 307, {"Location": "/b.png"}, "has moved"),
        (b"", 304, {}, "has moved"),
    ],
)
async def test_what_is_no_picture_is_refused_in_words_and_not_kept(
    shelf: Shelf,
    cache: PictureCache,
    server: LyingServer,
    body: bytes,
    status: int,
    headers: dict[str, str],
    words: str,
) -> None:
    server.answer = raw(body, status, **headers)
    assert words in (await refusal(shelf, at(server))).title
    assert not cache.place(at(server)).exists()
    assert len(server.asked) == 1


async def test_a_picture_of_another_type_than_it_says_is_what_its_bytes_are(shelf: Shelf, server: LyingServer) -> None:
    server.answer = raw(png(), Content_Type="text/html")
    assert (await shelf.picture(at(server))).read_bytes() == png()


async def test_a_body_without_end_is_cut(shelf: Shelf, server: LyingServer) -> None:
    sent = 0

    async def endless(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        answer = web.StreamResponse()
        await answer.prepare(request)
        while True:
            await answer.write(png() + bytes(50_000))
            sent += 1

    server.answer = endless
    assert "more than 0 MB" in (await refusal(shelf, at(server))).title
    assert sent < 1_000


async def test_a_length_that_is_too_large_is_not_read(server: LyingServer, cache: PictureCache) -> None:
    async def promising(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": "999999999999"})
        await answer.prepare(request)
        await answer.write(png())
        return await silence(request)

    server.answer = promising
    patient = Shelf(cache, lambda: HERE, Limits(total=60.0, read=60.0))
    async with asyncio.timeout(30):
        assert "more than 5 MB" in (await refusal(patient, at(server))).title
    await patient.aclose()


async def test_a_server_that_is_silent_is_not_waited_for(shelf: Shelf, server: LyingServer) -> None:
    server.answer = silence
    error = await refusal(shelf, at(server))
    assert (error.title, error.lasting) == ("The picture did not come in time", False)


async def test_a_server_that_drips_is_not_waited_for(cache: PictureCache, server: LyingServer) -> None:
    async def dripping(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        for byte in png(200, 200):
            await answer.write(bytes([byte]))
            await asyncio.sleep(0.05)
        return answer

    server.answer = dripping
    hasty = Shelf(cache, lambda: HERE, Limits(total=0.5, read=10.0))
    assert (await refusal(hasty, at(server))).title == "The picture did not come in time"
    await hasty.aclose()


async def test_what_is_asked_for_after_the_close_opens_no_connection(cache: PictureCache, server: LyingServer) -> None:
    closed = Shelf(cache, lambda: HERE, QUICK)
    await closed.aclose()
    assert (await refusal(closed, at(server))).title == "The console is closing"
    assert server.asked == []


async def test_a_server_that_hangs_up_is_told(shelf: Shelf, server: LyingServer) -> None:
    async def hanging_up(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": "1000"})
        await answer.prepare(request)
        await answer.write(png())
        assert request.transport is not None
        request.transport.abort()
        return answer

    server.answer = hanging_up
    assert (await refusal(shelf, at(server))).title == "The picture's server cannot be reached"


async def test_a_port_where_nobody_is_is_told(shelf: Shelf) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert not (await refusal(shelf, f"http://127.0.0.1:{port}/a.png")).lasting


async def test_this_network_is_not_asked_unless_a_shop_of_the_show_is_there(
    cache: PictureCache, server: LyingServer
) -> None:
    own = HERE
    shelf = Shelf(cache, lambda: own, QUICK)
    server.answer = raw(png())
    own = frozenset[str]()
    assert (await refusal(shelf, at(server))).title == LOCAL
    assert server.asked == []
    await shelf.aclose()


def answers(*numbers: str) -> Any:  # noqa: ANN401 - it stands in for a method of the loop
    """A look-up that answers with one number after the other."""
    left = list(numbers)

    async def getaddrinfo(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        number = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 443))]

    return getaddrinfo


@pytest.mark.parametrize(
    "number", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "::ffff:192.168.0.1", "nonsense"]
)
async def test_a_public_name_that_leads_into_this_network_is_not_followed(
    cache: PictureCache, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", answers(number))
    shelf = Shelf(cache, lambda: frozenset({"localhost"}), QUICK)
    error = await refusal(shelf, "https://evil.example/a.png")
    assert (error.title, error.lasting) == (LOCAL, True)
    await shelf.aclose()


@pytest.mark.parametrize("host", ["127.1", "0x7f.0.0.1", "0177.0.0.1", "[v1.x]"])
async def test_odd_spellings_of_this_computer_are_not_asked(server: LyingServer, host: str) -> None:
    stranger = Shelf(PictureCache(Path("nowhere")), frozenset[str], QUICK)
    await refusal(stranger, f"https://{host}:{server.port}/a.png")
    await stranger.aclose()
    assert server.asked == []


async def test_a_name_is_looked_up_anew_for_each_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", answers("93.184.215.14", "127.0.0.1"))
    resolver = GuardedResolver(lambda: HERE)
    first = await resolver.resolve("rebinding.example", 443)
    assert [each["host"] for each in first] == ["93.184.215.14"]
    with pytest.raises(OSError, match="of this network"):
        await resolver.resolve("rebinding.example", 443)
    assert (await resolver.resolve("localhost", 80))[0]["host"] == "127.0.0.1"


async def test_of_several_numbers_only_the_public_ones_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    async def both(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 443)) for each in ("10.0.0.1", "93.184.215.14")]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", both)
    found = await GuardedResolver(lambda: HERE).resolve("mixed.example", 443)
    assert [each["host"] for each in found] == ["93.184.215.14"]


async def test_http_to_another_computer_is_never_spoken(
    cache: PictureCache, server: LyingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", answers("127.0.0.1"))
    shelf = Shelf(cache, lambda: frozenset({"shop.example"}), QUICK)
    server.answer = raw(png())
    await refusal(shelf, f"http://shop.example:{server.port}/a.png")
    assert server.asked == []
    await shelf.aclose()


async def test_a_lasting_trouble_is_not_asked_about_again_soon_and_another_one_after_a_retry(
    shelf: Shelf, server: LyingServer
) -> None:
    for status, asked_after_retry in ((404, 1), (500, 2)):
        server.asked.clear()
        server.answer = raw(b"", status)
        address = at(server, f"{status}.png")
        for _ in range(3):
            await refusal(shelf, address)
        assert len(server.asked) == 1
        shelf.retry("")
        await refusal(shelf, address)
        assert len(server.asked) == asked_after_retry


async def test_an_old_picture_is_asked_for_again_and_stays_if_that_fails(
    shelf: Shelf, server: LyingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answer = raw(png())
    await shelf.picture(at(server))
    monkeypatch.setattr("console.pictures.cache.FRESH", -1.0)
    server.answer = raw(png(3, 3))
    assert (await shelf.picture(at(server))).read_bytes() == png(3, 3)
    server.answer = raw(b"", 500)
    assert (await shelf.picture(at(server))).read_bytes() == png(3, 3)
    assert len(server.asked) == 3


async def test_a_disk_that_takes_no_picture_is_told(server: LyingServer, tmp_path: Path) -> None:
    (tmp_path / "pictures").write_bytes(b"a file in its place")
    shelf = Shelf(PictureCache(tmp_path / "pictures" / "deep"), lambda: HERE, QUICK)
    server.answer = raw(png())
    assert "cannot be kept" in (await refusal(shelf, at(server))).title
    await shelf.aclose()


async def test_a_certificate_that_nobody_vouches_for_is_refused(cache: PictureCache) -> None:
    def hello(sock: socket.socket) -> None:
        with sock.accept()[0] as caller:
            caller.recv(1_000)
            caller.sendall(b"no tls here, but words")

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        shelf = Shelf(cache, lambda: HERE, QUICK)
        talking = asyncio.get_running_loop().run_in_executor(None, hello, taken)
        error = await refusal(shelf, f"https://127.0.0.1:{port}/a.png")
        await talking
        await shelf.aclose()
    assert error.title == "The certificate of the picture's server is not trusted"
    assert ssl.create_default_context().verify_mode is ssl.CERT_REQUIRED


async def test_a_huge_picture_is_kept_and_decoded_by_nobody(shelf: Shelf, server: LyingServer) -> None:
    server.answer = raw(head_of_png(100_000, 100_000))
    assert (await shelf.picture(at(server))).stat().st_size < 100


def test_the_oldest_pictures_give_way(tmp_path: Path) -> None:
    import os

    cache = PictureCache(tmp_path / "p", room=1_000)
    for number in range(12):
        kept = cache.keep(f"https://a.example/{number}", bytes(100))
        os.utime(kept, (number, number))
    left = [number for number in range(12) if cache.place(f"https://a.example/{number}").exists()]
    assert sum(each.stat().st_size for each in (tmp_path / "p").iterdir()) <= 1_000
    assert left[-1] == 11
    assert 0 not in left
