"""Pictures of products: what may be one, and under which name it is kept."""

MOST_BYTES = 5_000_000
MOST_SIDE = 16_384
MOST_PIXELS = 25_000_000  # decoded, 100 MB


def is_address(picture: str) -> bool:
    """Whether a product's picture is an address, not a file."""
    return picture.lower().startswith(("https://", "http://"))


def cached_as(address: str) -> str:
    """The name under which the picture of an address is kept on this computer."""
    import hashlib  # noqa: PLC0415 - the first paint does not wait for it

    return hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()


def format_of(head: bytes) -> str:
    """The format that the first bytes tell: png, jpeg, webp, or nothing for any other."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "webp" if head[:4] == b"RIFF" and head[8:12] == b"WEBP" else ""
