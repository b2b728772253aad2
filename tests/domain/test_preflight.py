"""What the show itself tells before it goes live."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from rpds import HashTrieMap

from console.domain.claims.book import Claims
from console.domain.claims.rules import ClaimRules
from console.domain.connections import Connection, ConnectionKind
from console.domain.findings import Finding, FindingKind
from console.domain.health import Check, State, of_saving, of_set_clock
from console.domain.money import Money
from console.domain.outbox import ErrandState, Outgoing, StockBy, new_errand
from console.domain.preflight import of_show, some
from console.domain.products import Product, Variant
from console.domain.queue import QueueItem
from console.domain.rundown import Segment
from console.domain.show import Purpose, Show
from console.domain.stock import Level
from tests.domain.goods import NOON

HOUR = timedelta(hours=1)
SHOP = Connection("vendure", ConnectionKind.SHOP, "vendure+https://ann@shop.example")
ROOM = Connection("twitch:a", ConnectionKind.CHAT, "twitch:a")


def goods(number: int, price: int = 1_000, before: int | None = None, currency: str = "USD") -> Product:
    compare_at = Money(before, currency) if before is not None else None
    return Product(f"p{number}", f"Product {number}", (Variant(f"S{number}", Money(price, currency), compare_at),))


def a_show(*products: Product, **fields: object) -> Show:
    """A show in order, of these products or of one, but for the fields given."""
    shown = products or (goods(1),)
    segment = Segment("Welcome", timedelta(minutes=5), 90, script="Good evening.")
    show = Show(
        id=1,
        title="Evening",
        currency="USD",
        connections=(SHOP, ROOM),
        queue=tuple(QueueItem(n, str(n), each.id) for n, each in enumerate(shown, start=1)),
        products=HashTrieMap({each.id: each for each in shown}),
        stock=HashTrieMap({sku: Level(on_hand=9, opened=True) for each in shown for sku in each.skus}),
        segments=(segment,),
    )
    return replace(show, **fields)


def waiting(show: Show) -> list[tuple[str, State, str]]:
    return [(each.name, each.state, each.words) for each in of_show(show, NOON) if each.state is not State.OK]


def test_a_show_in_order_has_nothing_to_look_at() -> None:
    assert waiting(a_show()) == []
    assert {each.name for each in of_show(a_show(), NOON)} == {
        *("queue", "prices", "stock", "differences", "claims", "outbox", "rundown")
    }


def test_whatever_waits_has_a_next_step() -> None:
    empty = Show(id=1, currency="USD", held=True)
    assert all(each.next_step for each in of_show(empty, NOON) if each.state is not State.OK)
    assert {name for name, _, _ in waiting(empty)} == {"shop", "chat", "queue", "outbox", "rundown"}


def test_a_rehearsal_needs_no_connections() -> None:
    assert waiting(a_show(connections=(), purpose=Purpose.REHEARSAL)) == []


@pytest.mark.parametrize(
    ("product", "state", "words"),
    [
        (goods(1, price=0), State.BAD, "0: 1"),
        (goods(1, currency="EUR"), State.BAD, "not in USD: 1"),
        (goods(1, price=1_000, before=900), State.ATTENTION, "not below the price before: 1"),
        (goods(1, price=1_000, before=1_000), State.ATTENTION, "not below the price before: 1"),
    ],
)
def test_prices_that_cannot_be_meant_are_named_by_their_codes(product: Product, state: State, words: str) -> None:
    assert waiting(a_show(product)) == [("prices", state, words)]


def test_a_price_before_that_is_higher_is_in_order() -> None:
    assert waiting(a_show(goods(1, price=1_000, before=1_200))) == []


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Level(on_hand=3, committed=3, opened=True), "sold out: 1"),
        (Level(on_hand=1, committed=3, opened=True), "sold out: 1"),
        (Level(on_hand=5, buffer=5, opened=True), "sold out: 1"),
        (Level(), "never counted: 1"),
    ],
)
def test_items_without_stock_are_named(level: Level, words: str) -> None:
    assert waiting(a_show(stock=HashTrieMap({"S1": level}))) == [("stock", State.ATTENTION, words)]


def test_open_findings_are_counted_and_settled_ones_are_not() -> None:
    found = Finding(1, FindingKind.STOCK_DIFFERS, "S1", theirs=3, ours=9)
    show = a_show(findings=HashTrieMap({found.key: found}))
    assert waiting(show) == [("differences", State.ATTENTION, "1 finding open, 1 number of stock among them")]
    assert waiting(a_show(findings=HashTrieMap({found.key: replace(found, settled=True)}))) == []


def test_errands_that_wait_and_that_were_refused_are_told_apart() -> None:
    one, two = (new_errand(n, "vendure", "o", StockBy("S1", 1)) for n in (1, 2))
    outbox = HashTrieMap({1: Outgoing(one, NOON), 2: Outgoing(two, NOON, ErrandState.REJECTED)})
    told = waiting(a_show(outbox=outbox))
    assert [words for _, _, words in told] == [
        "refused by the shop: 1 errand",
        "1 errand still to be done",
    ]


def segments(*parts: tuple[str, int, int | None]) -> tuple[Segment, ...]:
    """Segments by title, minutes and the minute at which they are planned to begin."""
    return tuple(
        Segment(
            title,
            timedelta(minutes=length),
            number,
            NOON + timedelta(minutes=begins) if begins is not None else None,
            script="…",
        )
        for number, (title, length, begins) in enumerate(parts, start=1)
    )


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((("A", 5, 0), ("B", 5, 5), ("C", 5, None)), []),
        ((("A", 5, 0), ("B", 5, 8)), ["a gap before B (3 min)"]),
        ((("A", 5, 0), ("B", 5, 3)), ["begins too early: B (2 min)"]),
        ((("A", 5, 0), ("B", 0, None)), ["without length: B"]),
    ],
)
def test_gaps_overlaps_and_segments_without_length_are_named(
    parts: tuple[tuple[str, int, int | None], ...], told: list[str]
) -> None:
    assert [words for _, _, words in waiting(a_show(segments=segments(*parts)))] == told


def test_a_skipped_segment_makes_no_overlap() -> None:
    show = a_show(segments=segments(("A", 5, 0), ("B", 5, 3), ("C", 5, 5)), skipped=frozenset({2}))
    assert waiting(show) == []


def test_a_segment_with_neither_script_nor_products_is_named() -> None:
    bare = Segment("Bare", timedelta(minutes=5), 1)
    assert [w for _, _, w in waiting(a_show(segments=(bare,)))] == ["with neither script nor products: Bare"]
    assert waiting(a_show(segments=(replace(bare, products=("p1",)),))) == []


def test_long_lists_are_cut() -> None:
    assert some(["a", "b", "a", "c", "d", "e"]) == "a, b, c and 2 more"


@pytest.mark.parametrize(
    ("check", "state"),
    [
        (of_set_clock(timedelta(seconds=30)), State.OK),
        (of_set_clock(timedelta(seconds=31)), State.ATTENTION),
        (of_set_clock(timedelta(minutes=-12)), State.ATTENTION),
        (of_saving(timedelta(seconds=0.24)), State.OK),
        (of_saving(timedelta(seconds=0.25)), State.ATTENTION),
        (of_saving(timedelta(seconds=2)), State.BAD),
    ],
)
def test_the_computers_own_troubles(check: Check, state: State) -> None:
    assert check.state is state
    assert bool(check.next_step) is (state is not State.OK)


@pytest.mark.parametrize(
    ("by_chat", "sends", "linked", "words"),
    [
        (False, True, True, "by hand only: what viewers say in the chats claims nothing"),
        (True, True, False, "by chat; there is no shop for their orders"),
        (True, True, True, "by chat; their orders go out by themselves"),
        (True, False, True, "by chat; a person sends their orders"),
    ],
)
def test_whether_claims_by_chat_are_on_is_said(by_chat: bool, sends: bool, linked: bool, words: str) -> None:
    rules = ClaimRules(by_chat=by_chat, sends_orders=sends)
    shops = {"vendure": NOON} if linked else {}
    show = a_show(claims=Claims(rules=rules), linked=HashTrieMap(shops))
    assert [each.words for each in of_show(show, NOON) if each.name == "claims"] == [words]
