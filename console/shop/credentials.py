"""Credentials of a shop, kept out of every text."""

import msgspec

from console.domain.secret import Secret


class Login(msgspec.Struct, frozen=True):
    """A user and a password, to be exchanged for a session."""

    user: str
    password: Secret


class ApiKey(msgspec.Struct, frozen=True):
    """A key that goes with every request."""

    key: Secret


Credentials = Login | ApiKey
