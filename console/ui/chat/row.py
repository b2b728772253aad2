"""A line of chat as the viewport shows it."""

import msgspec

from console.ui.widgets.shapes import Shape


class Note(msgspec.Struct, frozen=True, gc=False):
    """What became of what a line claims: a shape, the name of its colour in a palette, and words."""

    shape: Shape
    tone: str
    words: str


class Voice(msgspec.Struct, frozen=True, gc=False):
    """What many rows have in common: where they were said, and by what sort of speaker.

    `badge` is one letter or two for the source, `badge_colour` picks its hue. `roles` may hold `host`, `mod` and `sub`.
    A `muted` voice is backlog; a `notice` is said by the platform, not by a person.
    """

    source: str = ""
    badge: str = ""
    badge_colour: int = 0
    roles: frozenset[str] = frozenset()
    muted: bool = False
    notice: bool = False


class ChatRow(msgspec.Struct, frozen=True, gc=False):
    """One row of thousands that are in memory. `id` is unique and opaque; `line` and `author` are the platform's ids.

    An `erased` row was taken away by a moderator and stays, greyed and struck. `name` and `text` are untrusted.
    """

    id: int
    name: str
    text: str
    voice: Voice = Voice()
    line: str = ""
    author: str = ""
    erased: bool = False

    @property
    def words(self) -> str:
        """The row as plain text, for the clipboard and for screen readers."""
        return f"{self.name}: {self.text}" if self.name else self.text
