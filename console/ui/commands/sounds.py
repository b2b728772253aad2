"""Chinese titles in Latin letters, for the palette."""

from console.domain.sounds import readings, spelt


class Pinyin:
    """Spells titles. The library is loaded by `load`, in a thread of its own; until then nothing has a sound."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}
        self.loaded = False

    def load(self) -> None:
        """Load the library."""
        readings("一")
        self.loaded = True

    def __call__(self, title: str) -> tuple[str, ...]:
        """The ways to spell a title."""
        if not self.loaded or title.isascii():
            return ()
        if title not in self._known:
            self._known[title] = spelt(title)
        return self._known[title]
