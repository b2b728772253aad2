"""What may not air, as entries that air it all the same: the reason is typed after an exclamation mark."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from console.domain.commands import Pin, Take
from console.domain.gates import Gate, gates, gates_of_segment
from console.domain.show import Mode, Show
from console.domain.timing import following
from console.ui.commands.entry import Entry, Kind
from console.ui.words.outcomes import gate_word

MARKS = ("!", "！")


def reason_in(typed: str) -> str | None:
    """The reason that is being typed; None if what is typed is none."""
    return typed[1:].strip() if typed.startswith(MARKS) else None


def despite(show: Show, reason: str) -> Iterator[Entry]:
    """The next segment and the items of the queue that may not air now."""
    segment = show.segment(following(show) or 0)
    if segment and show.mode is not Mode.OFF and (found := gates_of_segment(show, segment)):
        words = _tr("Take “{0}” all the same: {1}").format(segment.title[:60], reason or "…")
        yield _entry(f"take {segment.id}", words, found, reason)
    for item in show.queue:
        product = show.products.get(item.product)
        if product and (found := gates(show, product)):
            words = _tr("Explain {0} all the same: {1}").format(product.title[:60], reason or "…")
            yield _entry(f"pin {item.id}", words, found, reason)


def command_of(entry: Entry, reason: str) -> Pin | Take:
    """What an entry asks of the desk."""
    what, number = entry.name.split()
    return Take(int(number), despite=reason) if what == "take" else Pin(int(number), reason)


def _entry(name: str, words: str, found: tuple[Gate, ...], reason: str) -> Entry:
    why = "" if reason else _tr("Type the reason after the exclamation mark.")
    return Entry(Kind.DESPITE, name, words, ", ".join(map(gate_word, found)), why=why)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Despite", text)
