"""A simulated show: what viewers say, buy and regret in each second of it."""

import random
from collections.abc import Sequence
from datetime import datetime

import msgspec

from console.domain.chat import ChatLine
from console.domain.products import Product
from console.rehearsal.market import draw, purchases
from console.rehearsal.pace import lines_per_second, moods
from console.rehearsal.script import Cancellation, Purchase, Scene, Tick
from console.rehearsal.viewers import Kind, Material, Tongue, Viewer
from console.rehearsal.voices import Said, Voices

SOURCES = {tongue: f"rehearsal:{tongue}" for tongue in Tongue}
HOUR = 3600

_ANNOUNCED_AFTER = 2
_REMINDER_EVERY, _REMINDER_AT = 240, 100
_FIRST_REGRET, _REGRET_SPREAD, _REGRETS_PER_SECOND, _REGRET_REACH = 480, 240, 1 / 700, 12
_ECHO_AFTER, _ECHO_SHARE = 3, 0.25
_ECHOED = frozenset({Kind.ASK, Kind.ASK_SIZE, Kind.CLAIM, Kind.CLAIM_VARIANT})
_THANKS_SHARE = 0.45


class Scenario:
    """The same seed, second and product on air give the same lines, purchases and regrets, whatever went before.

    `length` is the length of the show in seconds; viewers say good-bye towards its end.
    """

    def __init__(self, seed: int, material: Material, products: Sequence[Product], length: int = HOUR) -> None:
        self._seed = seed
        self._products = tuple(products)
        self._voices = Voices(seed, material)
        self._host = Viewer("host", material.host, frozenset({"host"}))
        self._moderator = Viewer("moderator", material.moderator, frozenset({"moderator"}))
        self._length = length
        self._regret_at = _FIRST_REGRET + self._chance("first regret", 0).randrange(_REGRET_SPREAD)

    @property
    def seed(self) -> int:
        """What decides all that happens by chance."""
        return self._seed

    def tick(self, n: int, pinned: Product | None, code: str, since: int, now: datetime) -> Tick:
        """Second `n` of the show, in which `pinned` has been on air under `code` since second `since`.

        `now` is put on the lines and decides nothing.
        """
        scene = Scene(n, pinned, code, since)
        bought = purchases(self._chance("orders", n), pinned, scene.age, self._products, self._voices.buyer)
        said = (*self._staff(scene), *self._echo(scene), *self._chatter(scene), *self._thanks(scene, bought))
        return Tick(tuple(self._line(n, i, each, now) for i, each in enumerate(said)), bought, self._regrets(n))

    def _chance(self, strand: str, n: int) -> random.Random:
        return random.Random(f"{self._seed}/{strand}/{n}")

    def _chatter(self, scene: Scene) -> tuple[Said, ...]:
        chance = self._chance("chat", scene.n)
        weights = moods(scene.n, scene.age, self._length)
        count = draw(chance, lines_per_second(self._seed, scene.n, scene.age))
        kinds = chance.choices(tuple(weights), tuple(weights.values()), k=count)
        return tuple(self._voices.viewer_says(chance, scene, kind, slot) for slot, kind in enumerate(kinds))

    def _echo(self, scene: Scene) -> tuple[Said, ...]:
        """Repeat, now and then, a question or a claim of a few seconds ago about the same product."""
        chance = self._chance("echo", scene.n)
        earlier = scene.n - _ECHO_AFTER
        if chance.random() >= _ECHO_SHARE or earlier < max(0, scene.since):
            return ()
        heard = self._chatter(msgspec.structs.replace(scene, n=earlier))
        return tuple(self._voices.again(chance, said) for said in heard if said.kind in _ECHOED)[:1]

    def _thanks(self, scene: Scene, bought: tuple[Purchase, ...]) -> tuple[Said, ...]:
        chance = self._chance("thanks", scene.n)
        on_air = scene.product.skus if scene.product else ()
        pleased = [each for each in bought if each.sku in on_air and chance.random() < _THANKS_SHARE]
        return tuple(self._voices.buyer_says(chance, scene, each) for each in pleased)

    def _staff(self, scene: Scene) -> tuple[Said, ...]:
        if scene.age == _ANNOUNCED_AFTER:
            return tuple(self._voices.staff_says(scene, self._host, tongue, Kind.HOST_PIN) for tongue in Tongue)
        if scene.n % _REMINDER_EVERY == _REMINDER_AT:
            return tuple(self._voices.staff_says(scene, self._moderator, tongue, Kind.MODERATOR) for tongue in Tongue)
        return ()

    def _regrets(self, n: int) -> tuple[Cancellation, ...]:
        chance = self._chance("regret", n)
        if n == self._regret_at or (n > self._regret_at and chance.random() < _REGRETS_PER_SECOND):
            return (Cancellation(chance.randrange(_REGRET_REACH)),)
        return ()

    def _line(self, n: int, index: int, said: Said, now: datetime) -> ChatLine:
        return ChatLine(
            source=SOURCES[said.tongue],
            id=f"{self._seed}-{n}-{index}",
            author=said.by.id,
            name=said.by.name,
            text=said.text,
            heard_at=now,
            sent_at=now,
            roles=said.by.roles,
        )
