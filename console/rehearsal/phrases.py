"""Phrases with gaps, and what is put into them."""

import re

import msgspec

from console.domain.money import plain
from console.domain.products import Product, Variant
from console.rehearsal.viewers import Tongue

MOST_CHARACTERS = 80

_GAP = re.compile(r"\{(code|title|variant|price)\}")
_CHINESE = re.compile(r"[㐀-鿿]+")


class Subject(msgspec.Struct, frozen=True):
    """What a viewer talks about, in the viewer's words."""

    code: str
    title: str
    variant: str
    price: str


def subject(product: Product, variant: Variant, code: str, tongue: Tongue) -> Subject:
    """A variant of the product on air, as somebody of this language names it."""
    return Subject(
        code=code[:MOST_CHARACTERS],
        title=spoken(product.title, tongue)[:MOST_CHARACTERS],
        variant=" ".join(variant.options)[:MOST_CHARACTERS],
        price=plain(variant.price),
    )


def spoken(title: str, tongue: Tongue) -> str:
    """The part of a bilingual title that this language says; the whole of it where there is no such part."""
    chinese = " ".join(_CHINESE.findall(title))
    other = " ".join(_CHINESE.sub(" ", title).split())
    match tongue:
        case Tongue.CHINESE:
            return chinese or title
        case Tongue.ENGLISH:
            return _in_a_sentence(other) or title


def fill(phrase: str, about: Subject | None) -> str:
    """The phrase with its gaps filled, in one pass: what is put in is not looked at again."""
    if about is None:
        return phrase
    return _GAP.sub(lambda gap: str(getattr(about, gap[1])), phrase)


def speakable(phrases: tuple[str, ...], about: Subject | None) -> tuple[str, ...]:
    """Those phrases whose gaps can all be filled."""
    return tuple(phrase for phrase in phrases if all(_value(about, gap) for gap in _GAP.findall(phrase)))


def _value(about: Subject | None, gap: str) -> str:
    return "" if about is None else str(getattr(about, gap))


def _in_a_sentence(title: str) -> str:
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
