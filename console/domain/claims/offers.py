"""What can be claimed: the items of the queue with the ways in which viewers name them and their options."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from console.domain.claims.folding import fold, one_apart
from console.domain.claims.lexicon import Book, Kind, Lexicon, Phrase, phrase_of
from console.domain.products import Product, Variant

LEAST_CJK = 2
LEAST_TYPO = 6
_CJK = re.compile(r"[\u3400-\u9fff]+")
_MEASURE = re.compile(r"([0-9]+)\s*([a-z]+)")
_RANGE = re.compile(r"([0-9]+)\s*-\s*([0-9]+)")
_GRAMS = {"g": ("gram", "grams", "gr", "克"), "ml": ("mls", "毫升"), "bar": ("bars", "块", "条"), "bars": ("bar", "块")}


class Chosen(NamedTuple):
    """A value of an option, by the option's place among those of the product."""

    place: int
    value: str


class Offer:
    """A product under the code by which it is claimed."""

    def __init__(self, code: str, product: Product, lexicon: Lexicon) -> None:
        self.code = code
        self.product = product
        self.options: Book[Chosen] = Book()
        self._found: dict[frozenset[Chosen], list[Variant]] = {}
        for variant in product.variants:
            for place, value in enumerate(variant.options):
                for text in option_words(value, lexicon):
                    self.options.add(text, Chosen(place, value))

    def variants(self, chosen: frozenset[Chosen]) -> list[Variant]:
        """The variants that have all these values."""
        if chosen not in self._found:
            has = {each.sku: frozenset(map(Chosen._make, enumerate(each.options))) for each in self.product.variants}
            self._found[chosen] = [each for each in self.product.variants if chosen <= has[each.sku]]
        return self._found[chosen]


class Offers:
    """Everything that is in the queue, by code, by name and by SKU."""

    def __init__(self, items: Iterable[tuple[str, Product]], lexicon: Lexicon) -> None:
        self.all = [Offer(code, product, lexicon) for code, product in items]
        self.codes: Book[Offer] = Book()
        self.names: Book[Offer] = Book()
        self.skus: Book[tuple[Offer, str]] = Book()
        self.options: Book[Offer] = Book()
        names: dict[Phrase, list[Offer]] = {}
        for offer in self.all:
            self.codes.add(offer.code, offer)
            for variant in offer.product.variants:
                self.skus.add(variant.sku, (offer, variant.sku))
            for phrase in offer.options:
                self.options.add(" ".join(phrase), offer)
            for name in set(names_of(offer.product.title, lexicon)):
                names.setdefault(phrase_of(name), []).append(offer)
        folded = [(fold(offer.code), offer) for offer in self.all]
        self._long_codes = [(code, offer) for code, offer in folded if len(code) >= LEAST_TYPO and code.isalpha()]
        for phrase, offers in names.items():
            if len(offers) == 1:
                self.names.add(" ".join(phrase), offers[0])

    def of_code(self, code: str) -> Offer | None:
        """The offer under a code."""
        return next(iter(self.codes.of(phrase_of(code))), None)

    def near_code(self, word: str) -> Offer | None:
        """The one offer whose long code a word of this length is one typing error away from."""
        if len(word) < LEAST_TYPO or not word.isalpha():
            return None
        near = [offer for code, offer in self._long_codes if one_apart(word, code)]
        return near[0] if len(near) == 1 else None


def option_words(value: str, lexicon: Lexicon) -> Iterator[str]:
    """The words for an option's value: itself, what means the same, the number of a measure, the ends of a range."""
    yield from lexicon.alike(value)
    folded = fold(value)
    if found := _RANGE.fullmatch(folded):
        yield from found.groups()
    elif found := _MEASURE.fullmatch(folded):
        number, unit = found.groups()
        yield number
        yield from (f"{number} {each}" for each in (unit, *_GRAMS.get(unit, ())))


def names_of(title: str, lexicon: Lexicon) -> Iterator[str]:
    """What people call a product: its title in each script, the ends of it, one and many of it."""
    for part in _CJK.findall(title):
        yield from (part[at:] for at in range(len(part) - LEAST_CJK + 1))
    words = fold(_CJK.sub(" ", title)).split()
    yield from endings(words)
    if len(words) > 1 and (words[-1] == "set" or Kind.UNIT in lexicon.parts.of((words[-1],))):
        yield from endings(words[:-1])
    if len(words) > LEAST_CJK:
        yield from (" ".join(words[at : at + 2]) for at in range(len(words) - 1))


def endings(words: Sequence[str]) -> Iterator[str]:
    """The words from each place on, in one and in many."""
    for at in range(len(words)):
        ending = " ".join(words[at:])
        yield from (ending, ending.removesuffix("s") if ending.endswith("s") else f"{ending}s")
