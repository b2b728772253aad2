"""Who speaks in a simulated room, and in which words."""

import random

import msgspec

from console.domain.orders import Buyer
from console.domain.products import Product, Variant
from console.rehearsal.market import choose_variant
from console.rehearsal.phrases import Subject, fill, speakable, subject
from console.rehearsal.script import Purchase, Scene
from console.rehearsal.viewers import Kind, Material, Tongue, Viewer

_CHINESE_SHARE = 0.35
_SAME_VOICE_SHARE = 0.4
_ENDING_SHARE = 0.3
_ENDED = frozenset({Kind.GREET, Kind.JOKE, Kind.PRAISE, Kind.CHAT, Kind.NOTICE, Kind.BYE})
_WAVE = ("👋",)
_SLOTS = 6


class Said(msgspec.Struct, frozen=True):
    """Somebody's words, in the room of a language."""

    tongue: Tongue
    by: Viewer
    kind: Kind
    text: str


class Voices:
    """Draws speakers and words from the material; keeps nothing between two calls."""

    def __init__(self, seed: int, material: Material) -> None:
        self._seed = seed
        self._phrases = material.phrases
        self._endings = material.endings
        self._crowds = {tongue: material.crowd(tongue) for tongue in Tongue}
        self._by_id = {viewer.id: (tongue, viewer) for tongue in Tongue for viewer in self._crowds[tongue]}

    def viewer_says(self, chance: random.Random, scene: Scene, kind: Kind, slot: int) -> Said:
        """Any viewer says something of this kind; `slot` tells the lines of one second apart."""
        tongue = _tongue(chance)
        about = _about(scene, _any_variant(chance, scene.product), tongue)
        text = self._words(scene.n, slot, kind, tongue, about)
        if kind in _ENDED and text[-1].isalnum() and chance.random() < _ENDING_SHARE:
            text += chance.choice(self._endings[tongue])
        return Said(tongue, self._somebody(chance, tongue), kind, text)

    def buyer_says(self, chance: random.Random, scene: Scene, bought: Purchase) -> Said:
        """A buyer of the product on air is pleased."""
        tongue, by = self._by_id[bought.buyer.id]
        variants = scene.product.variants if scene.product else ()
        about = _about(scene, next((each for each in variants if each.sku == bought.sku), None), tongue)
        kind = chance.choice((Kind.BUY, Kind.BUY_VARIANT))
        return Said(tongue, by, kind, self._words(scene.n, 0, kind, tongue, about))

    def staff_says(self, scene: Scene, by: Viewer, tongue: Tongue, kind: Kind) -> Said:
        """One of the studio speaks."""
        first = scene.product.variants[0] if scene.product and scene.product.variants else None
        return Said(tongue, by, kind, self._words(scene.n, 0, kind, tongue, _about(scene, first, tongue)))

    def again(self, chance: random.Random, said: Said) -> Said:
        """The same words once more, from the same person or from another in the room."""
        by = said.by if chance.random() < _SAME_VOICE_SHARE else self._somebody(chance, said.tongue)
        return msgspec.structs.replace(said, by=by)

    def buyer(self, chance: random.Random) -> Buyer:
        """Any viewer, as the shop knows them."""
        viewer = self._somebody(chance, _tongue(chance))
        return Buyer(viewer.id, viewer.name)

    def _words(self, n: int, slot: int, kind: Kind, tongue: Tongue, about: Subject | None) -> str:
        phrases = speakable(self._phrases[tongue][kind], about) or speakable(self._phrases[tongue][Kind.CHAT], about)
        return fill(self._next(phrases or _WAVE, n, slot, kind), about)

    def _next(self, phrases: tuple[str, ...], n: int, slot: int, kind: Kind) -> str:
        """Go through all phrases in a shuffled order before one comes back, a place each second."""
        place = n + slot * max(1, len(phrases) // _SLOTS)
        rounds, index = divmod(place, len(phrases))
        return random.Random(f"{self._seed}/{kind}/{rounds}").sample(phrases, len(phrases))[index]

    def _somebody(self, chance: random.Random, tongue: Tongue) -> Viewer:
        crowd = self._crowds[tongue]
        return crowd[int(chance.random() ** 1.6 * len(crowd))]


def _tongue(chance: random.Random) -> Tongue:
    return Tongue.CHINESE if chance.random() < _CHINESE_SHARE else Tongue.ENGLISH


def _any_variant(chance: random.Random, product: Product | None) -> Variant | None:
    return choose_variant(chance, product) if product and product.variants else None


def _about(scene: Scene, variant: Variant | None, tongue: Tongue) -> Subject | None:
    if scene.product is None or variant is None:
        return None
    return subject(scene.product, variant, scene.code, tongue)
