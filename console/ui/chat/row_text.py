"""What a row's layout is made of: cleaned text in isolates, counted in UTF-16 units as Qt counts."""

from console.ui.chat.row import ChatRow

MOST_TEXT = 2_000
MOST_NAME = 40
GAP = "  "
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_BIDI_CONTROLS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CLEAN: dict[int, str | None] = {
    **dict.fromkeys(range(0x20), " "),
    **dict.fromkeys((0x7F, *range(0x80, 0xA0), 0x2028, 0x2029), " "),
    **dict.fromkeys((*_BIDI_CONTROLS, 0xFFFC, *range(0xD800, 0xE000)), None),
}


def shown_name(row: ChatRow) -> str:
    """The name as it is painted: one line without direction controls, isolated; empty if there is none."""
    name = _capped(row.name, MOST_NAME)
    return _isolated(name) if name else ""


def shown_text(row: ChatRow) -> str:
    """The message as it is painted, on one line and isolated, so that its direction stays its own."""
    return _isolated(_capped(row.text, MOST_TEXT))


def units(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text) if not text.isascii() else len(text)


def split_at(text: str, position: int) -> tuple[str, str]:
    """The text before and after a position in UTF-16 units that does not fall within a character."""
    code = text.encode("utf-16-le")
    return code[: 2 * position].decode("utf-16-le"), code[2 * position :].decode("utf-16-le")


def reisolated(head: str, tail: str) -> str:
    """Two parts of an isolated text, the second cut short, as one text whose isolate is closed."""
    whole = head + tail
    missing = whole.count(_ISOLATE) - whole.count(_END_ISOLATE)
    return whole + _END_ISOLATE * missing


def _isolated(text: str) -> str:
    return f"{_ISOLATE}{text}{_END_ISOLATE}"


def _capped(text: str, most: int) -> str:
    clean = text[: most + 1].translate(_CLEAN)
    return clean if len(text) <= most else clean[:most] + "…"
