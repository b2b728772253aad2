"""Reading an answer's body without trusting its size."""

import zlib
from collections.abc import AsyncIterator, Callable

Unpack = Callable[[bytes, int], bytes]


class BodyTooLarge(Exception):
    """The body is larger than agreed."""


class BodyBroken(Exception):
    """The body ended early, or is not packed as it says."""


async def read_capped(chunks: AsyncIterator[bytes], encoding: str, most: int) -> bytes:
    """The unpacked body; raises BodyTooLarge as soon as it has more than `most` bytes, and BodyBroken.

    `encoding` is the Content-Encoding: nothing, `identity` or `gzip`.
    """
    if encoding in {"", "identity"}:
        return await _gather(chunks, lambda chunk, _: chunk, most)
    if encoding not in {"gzip", "x-gzip"}:
        raise BodyBroken(f"unknown encoding {encoding[:20]!r}")
    packed = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        body = await _gather(chunks, packed.decompress, most)
    except zlib.error as error:
        raise BodyBroken("not gzip") from error
    if not packed.eof:
        raise BodyBroken("ended early")
    return body


async def _gather(chunks: AsyncIterator[bytes], unpack: Unpack, most: int) -> bytes:
    body = bytearray()
    async for chunk in chunks:
        body += unpack(chunk, most - len(body) + 1)
        if len(body) > most:
            raise BodyTooLarge
    return bytes(body)
