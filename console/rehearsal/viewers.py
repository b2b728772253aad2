"""The people who watch a rehearsal: names and phrases, read from a file."""

from enum import StrEnum
from typing import Annotated

import msgspec

MOST_BYTES = 1_000_000

Words = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Phrases = Annotated[tuple[Words, ...], msgspec.Meta(min_length=1, max_length=1000)]
Names = Annotated[tuple[Name, ...], msgspec.Meta(min_length=1, max_length=1000)]


class Tongue(StrEnum):
    """The language of a room."""

    ENGLISH = "en"
    CHINESE = "zh"


class Kind(StrEnum):
    """What a phrase is for. Those named after a variant need a product that has a choice."""

    GREET = "greet"
    NOTICE = "notice"
    ASK = "ask"
    ASK_SIZE = "ask_size"
    ASK_PRICE = "ask_price"
    JOKE = "joke"
    PRAISE = "praise"
    CHAT = "chat"
    BUY = "buy"
    BUY_VARIANT = "buy_variant"
    CLAIM = "claim"
    CLAIM_VARIANT = "claim_variant"
    COMPLAIN = "complain"
    BYE = "bye"
    HOST_PIN = "host_pin"
    MODERATOR = "moderator"


class Viewer(msgspec.Struct, frozen=True):
    """One person in a room."""

    id: str
    name: str
    roles: frozenset[str] = frozenset()


class Material(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that viewers are made of: who they are, what they say and how they end a line, by language."""

    version: int
    host: Name
    moderator: Name
    names: dict[Tongue, Names]
    endings: dict[Tongue, Phrases]
    phrases: dict[Tongue, dict[Kind, Phrases]]

    def crowd(self, tongue: Tongue) -> tuple[Viewer, ...]:
        """The viewers of a language, the talkative ones first; some subscribe, a few are guests of honour."""
        return tuple(Viewer(f"{tongue}-{i:03d}", name, _roles(i)) for i, name in enumerate(self.names[tongue]))


class MaterialError(ValueError):
    """The file of viewers cannot be used; the message says why."""


def read_material(raw: bytes) -> Material:
    """Read the viewers of a rehearsal from JSON. Raises MaterialError where something is missing or too large."""
    if len(raw) > MOST_BYTES:
        raise MaterialError(f"The viewers' file is larger than {MOST_BYTES} bytes")
    try:
        material = msgspec.json.decode(raw, type=Material)
    except msgspec.MsgspecError as error:
        raise MaterialError(f"The viewers' file is not usable: {error}") from error
    if missing := _missing(material):
        raise MaterialError(f"The viewers' file lacks {', '.join(missing)}")
    return material


def _missing(material: Material) -> list[str]:
    names = [f"names.{tongue}" for tongue in Tongue if tongue not in material.names]
    endings = [f"endings.{tongue}" for tongue in Tongue if tongue not in material.endings]
    kinds = [
        f"phrases.{tongue}.{kind}" for tongue in Tongue for kind in Kind if kind not in material.phrases.get(tongue, {})
    ]
    return names + endings + kinds


def _roles(index: int) -> frozenset[str]:
    return frozenset(role for role, every, first in (("subscriber", 6, 0), ("vip", 17, 5)) if index % every == first)
