"""The console beside a real Vendure, killed again and again while people buy: each order is counted once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from console.domain.stock import MovementKind
from console.storage.reader import reading
from tests.end_to_end.conftest import Starter
from tests.end_to_end.consoles import Console, ask, everything_written, linked, orders_in, until
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Placed, Staff, buy, opened

USER = "till@shop.test"
PASSWORD = "correct-horse-battery"  # noqa: S105 - of a shop that lives as long as this test
STOCK = {"TEE-S": 900, "TEE-M": 800, "POT": 700}
BUYERS = 4


@pytest.fixture
async def staff(real_shop: Vendure) -> AsyncIterator[Staff]:
    """The shop's staff, signed in; the console's own user is there too."""
    async with opened(f"{real_shop.url}/admin-api") as api:
        staff = Staff(api)
        await staff.sign_in()
        await api.call(
            "mutation($i: CreateAdministratorInput!) { createAdministrator(input: $i) { id } }",
            i={"firstName": "T", "lastName": "C", "emailAddress": USER, "password": PASSWORD, "roleIds": ["1"]},
        )
        yield staff


async def fill(staff: Staff) -> dict[str, str]:
    """Put the products into the shop; the variants' ids by SKU."""
    tee = [NewVariant(sku, 1500, STOCK[sku], options=(sku[-1],)) for sku in ("TEE-S", "TEE-M")]
    ids = await staff.add_product("tee", tee, option_names=("Size",))
    return ids | await staff.add_product("pot", [NewVariant("POT", 900, STOCK["POT"])])


async def levels(staff: Staff) -> dict[str, tuple[int, int]]:
    """On hand and allocated, by SKU, as the shop itself says."""
    told = await staff.api.call(
        "query { productVariants(options: {take: 100}) { items { sku stockLevels { stockOnHand stockAllocated } } } }"
    )
    return {
        row["sku"]: (
            sum(level["stockOnHand"] for level in row["stockLevels"]),
            sum(level["stockAllocated"] for level in row["stockLevels"]),
        )
        for row in told["productVariants"]["items"]
    }


def ledger(path: Path) -> dict[str, tuple[int, int]]:
    """On hand and committed, by SKU, as the file says."""
    with reading(path) as reader:
        return {each.sku: (each.on_hand, each.committed) for each in reader.stock()}


class Crowd:
    """Buyers who order all at once, so many orders in all."""

    def __init__(self, url: str, ids: dict[str, str], count: int) -> None:
        self._url = url
        self._variants = list(ids.values())
        self._left = iter(range(count))
        self.placed: list[Placed] = []

    async def shop(self) -> None:
        """Place all the orders."""
        async with asyncio.TaskGroup() as group:
            for _ in range(BUYERS):
                group.create_task(self._one())

    async def _one(self) -> None:
        for number in self._left:
            cart = {self._variants[number % 3]: 1 + number % 2}
            if number % 5 == 0:
                cart[self._variants[(number + 1) % 3]] = 2
            self.placed.append(await buy(self._url, cart, name=f"Buyer {number}"))


class Counting:
    """A console that counts a shop's orders into a file, and may be killed."""

    def __init__(self, start: Starter, path: Path, port: int) -> None:
        self._start = start
        self._address = f"vendure+http://{quote(USER, safe='')}@127.0.0.1:{port}"
        self.path = path
        self.console: Console = self.begin("--currency", "USD")

    def begin(self, *more: str) -> Console:
        """Start it, with the shop as given on the command line."""
        given = ("run", "--show", str(self.path), "--headless", "--shop", self._address, *more)
        self.console = self._start(*given, secrets={"CUEDESK_SECRET_VENDURE": PASSWORD})
        return self.console

    async def when(self, condition: Callable[[], object]) -> None:
        """Wait while the console runs."""
        await until(condition, self.console, within=120)


async def test_each_order_is_counted_once_through_kills(
    real_shop: Vendure, staff: Staff, start: Starter, tmp_path: Path, full: bool
) -> None:
    count = 200 if full else 40
    ids = await fill(staff)
    before = [await buy(real_shop.url, {ids["TEE-S"]: 3}) for _ in range(3)]
    await staff.ship(before[0].id)
    await staff.cancel(before[1].id)
    counting = Counting(start, tmp_path / "studio.cuedesk", real_shop.port)
    await counting.when(lambda: linked(counting.path))
    assert ledger(counting.path) == await levels(staff)

    crowd = Crowd(real_shop.url, ids, count)
    buying = asyncio.create_task(crowd.shop())
    await counting.when(lambda: len(crowd.placed) >= count // 4)
    counting.console.kill()
    counting.begin()
    await counting.when(lambda: len(crowd.placed) >= count // 2)
    counting.console.kill()
    for placed in crowd.placed[:4]:
        await staff.ship(placed.id)
    for placed in crowd.placed[4:8]:
        await staff.cancel(placed.id)
    await staff.ship(before[2].id, 1)
    counting.begin()
    await buying
    await counting.when(lambda: len(orders_in(counting.path)) >= count)
    counting.console.kill()
    counting.begin()
    await staff.cancel(crowd.placed[-1].id)

    ordered = {placed.code for placed in crowd.placed}
    truth = await levels(staff)
    await counting.when(lambda: ledger(counting.path) == truth)
    known = Counter(order.snapshot.code for order in orders_in(counting.path))
    assert {code: known[code] for code in ordered} == dict.fromkeys(ordered, 1)
    assert known.keys() - ordered <= {placed.code for placed in before}
    assert promised(counting.path) == sold(counting.path)
    assert counting.path.with_name(f"{counting.path.name}-wal").stat().st_size
    assert_no_secrets(tmp_path, real_shop, counting.console)
    assert counting.console.end() == 0
    verified = ask(tmp_path, "verify", str(counting.path))
    assert verified.returncode == 0, verified.stdout
    assert_no_secrets(tmp_path, real_shop, counting.console)


def promised(path: Path) -> dict[str, int]:
    """The pieces that orders promised and cancellations gave free, by SKU, summed over the movements."""
    kinds = {MovementKind.ORDER, MovementKind.CANCEL}
    with reading(path) as reader:
        return {sku: sum(move.delta for move in reader.why(sku) if move.kind in kinds) for sku in STOCK}


def sold(path: Path) -> dict[str, int]:
    """The pieces placed and not cancelled in all known orders, by SKU, without those that left before the link."""
    pieces = dict.fromkeys(STOCK, 0)
    for order in orders_in(path):
        for line in order.snapshot.lines:
            pieces[line.sku] += line.sold
        for shipped in order.adopted:
            pieces[shipped.sku] -= shipped.pieces
    return pieces


def assert_no_secrets(folder: Path, shop: Vendure, console: Console) -> None:
    """Neither the password nor any session's token is in what the console wrote or said."""
    assert "Traceback" not in console.said
    with shop.database() as database:
        tokens = [row[0] for row in database.execute('select token from "session"')]
    written = everything_written(folder)
    assert len(tokens) > BUYERS
    assert len(written) > 10_000
    for secret in (PASSWORD, *tokens):
        assert secret.encode() not in written
