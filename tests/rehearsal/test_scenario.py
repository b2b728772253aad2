"""A simulated show is repeatable, follows what is on air and has the size of a real one."""

import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from console.domain.orders import Buyer
from console.domain.products import Product
from console.rehearsal.outcomes import Changed, Placed
from console.rehearsal.scenario import HOUR, Scenario
from console.rehearsal.script import Tick
from console.rehearsal.shop import RehearsalShop
from console.rehearsal.viewers import Material

NOON = datetime(2026, 11, 5, 12, tzinfo=UTC)


class Show(msgspec.Struct, frozen=True):
    products: tuple[Product, ...]
    plan: tuple[tuple[int, tuple[Product, ...]], ...]
    material: Material


class Pin(msgspec.Struct, frozen=True):
    product: Product | None
    code: str
    since: int


def pins(sample: Show) -> list[Pin]:
    """What is on air in each second when the rundown is played and each segment is shared by its products."""
    codes = {product.id: str(i + 1) for i, product in enumerate(sample.products)}
    seconds: list[Pin] = []
    for length, presented in sample.plan:
        last = seconds[-1] if seconds else Pin(None, "", 0)
        shown = [Pin(product, codes[product.id], 0) for product in presented] or [last]
        for i, pin in enumerate(shown):
            since = len(seconds) if presented else pin.since
            stretch = length * (i + 1) // len(shown) - length * i // len(shown)
            seconds += [Pin(pin.product, pin.code, since)] * stretch
    return seconds


def played(scenario: Scenario, on_air: list[Pin], start: int = 0) -> Iterator[Tick]:
    for n, pin in enumerate(on_air[start:], start):
        yield scenario.tick(n, pin.product, pin.code, pin.since, NOON)


class ShowClock:
    """A clock that the show moves."""

    def __init__(self) -> None:
        self.at = NOON

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture(scope="module")
def sample(
    products: tuple[Product, ...], plan: tuple[tuple[int, tuple[Product, ...]], ...], material: Material
) -> Show:
    return Show(products, plan, material)


def scenario(sample: Show, seed: int = 7) -> Scenario:
    return Scenario(seed, sample.material, sample.products)


@pytest.fixture(scope="module")
def hour(sample: Show) -> list[Tick]:
    return list(played(scenario(sample), pins(sample)))


def test_the_same_seed_gives_the_same_show(sample: Show, hour: list[Tick]) -> None:
    assert list(played(scenario(sample), pins(sample)[:600])) == hour[:600]


def test_another_seed_gives_another_show(sample: Show, hour: list[Tick]) -> None:
    other = list(played(scenario(sample, seed=8), pins(sample)[:600]))
    assert [tick.lines for tick in other] != [tick.lines for tick in hour[:600]]
    assert [tick.purchases for tick in other] != [tick.purchases for tick in hour[:600]]


@pytest.mark.parametrize("start", [1, 433, 1800, 3599])
def test_a_show_that_goes_on_from_the_middle_is_the_one_played_from_the_start(
    sample: Show, hour: list[Tick], start: int
) -> None:
    assert list(played(scenario(sample), pins(sample)[: start + 120], start)) == hour[start : start + 120]


def test_an_hour_takes_well_under_three_seconds_to_think_up(sample: Show) -> None:
    on_air = pins(sample)
    began = time.process_time()
    assert sum(1 for _ in played(scenario(sample), on_air)) == HOUR
    assert time.process_time() - began < 3


def test_line_ids_are_never_used_twice(hour: list[Tick]) -> None:
    ids = [(line.source, line.id) for tick in hour for line in tick.lines]
    assert len(ids) == len(set(ids))


def test_chat_has_quiet_and_busy_minutes_within_the_bounds(hour: list[Tick]) -> None:
    minutes = [sum(len(tick.lines) for tick in hour[i : i + 20]) / 20 for i in range(0, HOUR, 20)]
    assert 0.3 <= min(minutes) < 1
    assert 4 < max(minutes) <= 6.5
    assert 1.5 <= sum(minutes) / len(minutes) <= 3.5


def test_no_gap_is_left_open_and_no_line_is_empty(hour: list[Tick]) -> None:
    texts = [line.text for tick in hour for line in tick.lines]
    assert not [text for text in texts if re.search(r"[{}]", text) or not text.strip()]


def test_people_speak_in_two_rooms_with_a_host_a_moderator_and_subscribers(hour: list[Tick]) -> None:
    lines = [line for tick in hour for line in tick.lines]
    assert {line.source for line in lines} == {"rehearsal:en", "rehearsal:zh"}
    assert {role for line in lines for role in line.roles} == {"host", "moderator", "subscriber", "vip"}
    assert {line.name for line in lines if "host" in line.roles} == {"Kite & Kettle"}


def test_chat_without_a_product_on_air_names_no_product_and_claims_nothing(sample: Show) -> None:
    show = scenario(sample)
    texts = [line.text for n in range(600) for line in show.tick(n, None, "", 0, NOON).lines]
    assert len(texts) > 300
    assert not any(re.search(r"(?i)sold|\bx ?2|号", text) for text in texts)


def test_a_pin_is_greeted_then_claimed_then_calms_down(sample: Show) -> None:
    shirt = sample.products[0]
    claims: Counter[str] = Counter()
    for seed in range(20):
        for n, tick in enumerate(played(scenario(sample, seed), [Pin(shirt, "12", 600)] * 900, 600), -1):
            stretch = "greeting" if n < 11 else "burst" if n < 71 else "tail" if n >= 180 else ""
            claims[stretch] += sum(1 for line in tick.lines if re.search(r"12.*(White|Sage)", line.text))
    assert claims["greeting"] / 11 < claims["burst"] / 60 / 3
    assert claims["tail"] / 120 < claims["burst"] / 60 / 3


def test_purchases_are_mostly_of_the_product_on_air(sample: Show, hour: list[Tick]) -> None:
    on_air = [
        pin.product is not None and each.sku in pin.product.skus
        for pin, tick in zip(pins(sample), hour, strict=True)
        for each in tick.purchases
    ]
    assert 0.8 < sum(on_air) / len(on_air) < 1


def test_lines_carry_the_time_they_are_given(sample: Show) -> None:
    assert {line.heard_at for tick in played(scenario(sample), pins(sample)[:60]) for line in tick.lines} == {NOON}


@pytest.mark.parametrize("first_only", [False, True])
@pytest.mark.parametrize("seed", [1, 7, 2026])
def test_an_hour_has_the_orders_of_a_real_one_sells_the_teapots_out_and_loses_an_order(
    sample: Show, on_hand: dict[str, int], seed: int, *, first_only: bool
) -> None:
    if first_only:
        sample = msgspec.structs.replace(sample, plan=tuple((length, shown[:1]) for length, shown in sample.plan))
    shop = RehearsalShop("rehearsal", "USD", ShowClock(), sample.products, on_hand)
    placed, cancelled = 0, []
    for n, tick in enumerate(played(scenario(sample, seed), pins(sample))):
        outcomes = [shop.place({each.sku: each.quantity}, each.buyer) for each in tick.purchases]
        placed += sum(isinstance(outcome, Placed) for outcome in outcomes)
        for regret in tick.cancellations:
            refs = shop.open_refs
            assert isinstance(shop.cancel(refs[-1 - min(regret.back, len(refs) - 1)]), Changed)
            cancelled.append(n)
    assert 150 <= placed <= 300
    assert 1 <= len(cancelled) <= 12
    assert min(cancelled) >= 480
    teapots = shop.place({"TEAPOT": 1}, Buyer("late", "Late"))
    assert not isinstance(teapots, Placed)
