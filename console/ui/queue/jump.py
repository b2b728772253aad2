"""Typing to a row: digits and letters find a code first, then a title."""

from collections.abc import Sequence

from console.ui.queue.row import QueueRow


def found(rows: Sequence[QueueRow], typed: str) -> int | None:
    """The row meant: that code, a code or a title that begins so, a word of a title that does."""
    wanted = typed.casefold()
    if not wanted:
        return None
    codes = [row.code.casefold() for row in rows]
    if wanted in codes:
        return codes.index(wanted)
    titles = [row.title.casefold() for row in rows]
    for names in (codes, titles):
        for at, name in enumerate(names):
            if name.startswith(wanted):
                return at
    return next((at for at, title in enumerate(titles) if f" {wanted}" in title), None)
