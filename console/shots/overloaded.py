"""A show with more of everything than anyone plans: the window must stay readable in it."""

from datetime import timedelta

from console.desk.desk import Desk
from console.domain.chat import ChatLine
from console.domain.claims.grammar import Form
from console.domain.claims.reading import Asked, LineClaim, Reading, Reason, ReasonCode, Verdict
from console.domain.claims.rules import ClaimRules
from console.domain.commands import (
    Command,
    GoLive,
    HearChat,
    ImportCatalogue,
    ImportRundown,
    NewShow,
    Pin,
    QueueProducts,
    SetClaimRules,
    Take,
)
from console.domain.money import Money
from console.domain.products import Opening, Product, Variant
from console.domain.rundown import Segment
from console.setup import require

CURRENCY = "JPY"
ITEMS, SEGMENTS, LINES, CLAIMS = 200, 500, 2_000, 600
DOUBTED, FIRST_DOUBT = 23, 3
ROOMS = ("sample_shop", "second_room")
PIECES = 987_654
SIZES = ("S / 藏青色", "M / 藏青色", "L / 藏青色", "XL / 藏青色", "XXL / 藏青色", "均码 / 米白色加厚款")
TITLE = "【年末最后一场】超长袖加厚羊毛混纺高领毛衣秋冬新款宽松显瘦百搭打底衫男女同款限量发售第"
SCRIPT = (
    "Good evening, everyone who has just come in: this is the long one, so stay with us until the end of it.\n"
    "大家晚上好，今天这件毛衣是我们工厂最后一批，面料加厚，领口不勒，洗了不起球，身高一米五到一米九都能穿。\n"
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender.\n"
)


async def overload(desk: Desk) -> None:
    """Fill a new file with 200 items under long titles, six figures of stock, 500 segments and a flood of chat."""
    for command in (NewShow(TITLE, CURRENCY), *catalogue(), *rundown(), GoLive(), Take()):
        await require(desk, command)
    await require(desk, Pin(desk.show.queue[2].id))
    await require(desk, flood(desk))
    await require(desk, SetClaimRules(ClaimRules(limit=3)))
    await require(desk, rush(desk))


def catalogue() -> list[Command]:
    """Products with many variants, all of them queued; some are low, some sold out."""
    products = tuple(product(number) for number in range(1, ITEMS + 1))
    openings = tuple(
        Opening(sku, (0, 2, PIECES)[number % 3 if number % 7 else 0])
        for number, each in enumerate(products, start=2)  # the first to air is there
        for sku in each.skus
    )
    imported = ImportCatalogue("overloaded.csv", "0" * 64, "file", products, openings)
    return [imported, QueueProducts(tuple(each.id for each in products))]


def product(number: int) -> Product:
    """One product."""
    skus = (f"SWEATER-EXTRA-LONG-CODE-{number:04}-{at}" for at, _ in enumerate(SIZES))
    variants = tuple(
        Variant(sku, Money(1_298_000, CURRENCY), Money(1_598_000, CURRENCY), (size,))
        for sku, size in zip(skus, SIZES, strict=True)
    )
    return Product(f"sweater-{number}", f"{TITLE}{number}弾", variants, option_names=("Size / Colour",))


def rundown() -> list[Command]:
    """Many segments, each with a long title, notes and a script."""
    segments = tuple(
        Segment(
            f"{number}: {TITLE}",
            timedelta(minutes=3 + number % 4),
            owner="Maximiliane von Hohenstein-Waldburg",
            notes=SCRIPT.replace("\n", " "),
            script=SCRIPT * 3,
            products=(f"sweater-{1 + number % ITEMS}",),
        )
        for number in range(SEGMENTS)
    )
    return [ImportRundown("overloaded.csv", "0" * 64, segments)]


def flood(desk: Desk) -> HearChat:
    """As many lines as viewers write in a few seconds, from one who says hello to one who pastes a novel."""
    said = ("+1", "3号 M 两件", SCRIPT.replace("\n", " "), "🎉" * 40, "how much is 3?", "a" * 400)
    lines = (
        ChatLine(f"twitch:{room}", str(at), f"u{at % 300}", f"{TITLE[: 2 + at % 30]}{at}", said[at % 6], desk.now())
        for at, room in ((at, ROOMS[at % 2]) for at in range(LINES))
    )
    return HearChat(tuple(lines))


def rush(desk: Desk) -> HearChat:
    """As many claims as a last batch draws: the first are held, most wait, some need a person."""
    said = ("3号 M / 藏青色 两件，谢谢老板！", "SOLD 3 XL", "要2个 3号", "3号还有吗？要一件的话")
    lines = [
        ChatLine(
            f"twitch:{ROOMS[at % 2]}", f"c{at}", f"b{at % 70}", f"{TITLE[: 3 + at % 12]}{at % 70}", text, desk.now()
        )
        for at, text in ((at, said[at % 4]) for at in range(CLAIMS))
    ]
    asked = (LineClaim(line.source, line.id, reading(at)) for at, line in enumerate(lines))
    return HearChat(tuple(lines), tuple(asked))


def reading(at: int) -> Reading:
    """How a claim is read: most surely, some not."""
    asked = Asked(f"SWEATER-EXTRA-LONG-CODE-{3 + at % 5:04}-{at % 6}", 1 + at % 2)
    if at % DOUBTED == FIRST_DOUBT:
        return Reading(Verdict.REVIEW, (asked,), 0.7, Reason(ReasonCode.QUESTION), Form.VARIANT)
    return Reading(Verdict.GRANT, (asked,), 0.95, Reason(ReasonCode.MATCHED), Form.VARIANT)
