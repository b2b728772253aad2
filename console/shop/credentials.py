"""Credentials of a shop, kept out of every text."""

import msgspec


class Secret:
    """A text that no log, error or repr shows."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "Secret(…)"

    def reveal(self) -> str:
        """The text itself, for the one place that sends it."""
        return self._text


class Login(msgspec.Struct, frozen=True):
    """A user and a password, to be exchanged for a session."""

    user: str
    password: Secret


class ApiKey(msgspec.Struct, frozen=True):
    """A key that goes with every request."""

    key: Secret


Credentials = Login | ApiKey
