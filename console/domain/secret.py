"""A secret on its way: kept out of every text."""


class Secret:
    """A text that no log, error or repr shows."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "Secret(…)"

    def reveal(self) -> str:
        """The text itself, for the one place that sends or keeps it."""
        return self._text
