"""Untrusted words on their way into a widget: one line, escaped where Qt would read mark-up."""

MOST_TOOLTIP = 1_000
_CLEAN: dict[int, str | None] = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " "),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)), None),
}

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def one_line(text: str) -> str:
    """The text on one line, every run of white space and controls a space, without what turns its direction."""
    return " ".join(text.translate(_CLEAN).split())


def tooltip(text: str) -> str:
    """The text as a tooltip that shows it letter for letter, wrapped; empty stays empty."""
    cut = text if len(text) <= MOST_TOOLTIP else text[:MOST_TOOLTIP] + "…"
    return f"<p style='white-space: pre-wrap'>{cut.translate(_ESCAPED)}</p>" if cut else ""
