"""Commands as a careless crowd would send them: any order, many of them impossible."""

from collections.abc import Mapping
from datetime import timedelta
from string import ascii_lowercase

from hypothesis import strategies as st
from msgspec.structs import replace

from console.domain.chat import AuthorCleared, LineDeleted
from console.domain.claims.reading import Asked, Verdict
from console.domain.claims.rules import ClaimRules, WhenSoldOut
from console.domain.commands import (
    AddTime,
    AdjustStock,
    AnswerProposal,
    ApplyDelay,
    ApproveScript,
    Back,
    CancelOrder,
    CancelOversold,
    ClaimByHand,
    Command,
    CountStock,
    DoubtErrand,
    DueNow,
    EndShow,
    ExtendHold,
    FinishErrand,
    GoLive,
    HearChat,
    HoldStock,
    ImportCatalogue,
    ImportRundown,
    JoinBuyers,
    LeaveErrand,
    LinkShop,
    MarkBuyer,
    MarkPaid,
    MoveItem,
    MoveSegment,
    NewShow,
    PartBuyers,
    PauseSegment,
    Pin,
    PinNextLooped,
    Propose,
    PutAside,
    QueueProducts,
    RefundOrder,
    RejectErrand,
    ReleaseClaim,
    ReleaseStock,
    RemoveConnection,
    RemoveItem,
    RemoveSegment,
    ResumeSale,
    ResumeSegment,
    ResumeSending,
    RetryErrand,
    ReviewClaim,
    RingFence,
    SaveProduct,
    SaveSegment,
    SeeLevels,
    SeeOrders,
    SendErrand,
    SetClaimRules,
    SetCode,
    SetConnection,
    SetDelay,
    SetNext,
    SetPinLoop,
    SetRelease,
    SetRole,
    SetRundownRules,
    SettleFinding,
    SkipSegment,
    StopSale,
    Take,
    TakeEdits,
    UndoMove,
    Unpin,
)
from console.domain.connections import Connection, ConnectionKind
from console.domain.findings import Cut, Settlement
from console.domain.money import Money
from console.domain.orders import OrderLine, OrderSnapshot, OrderStatus, StockLevel
from console.domain.outbox import Prepared
from console.domain.products import Opening, Product, Variant
from console.domain.queue import ItemRole
from console.domain.rundown import Kind, MixBound, RundownRules, Segment
from tests.domain.claiming import SOURCES, claiming, together
from tests.domain.goods import NOON, SHOP

NAMES = ("shirt", "cap", "mug")
SKUS = (*(f"{name}-{size}" for name in NAMES for size in "sl"), "stranger")
IMPORTED = "fair"  # a product that only files and shops bring

skus = st.sampled_from(SKUS)
few = st.integers(-1, 12)
numbers = st.integers(0, 14)
reasons = st.sampled_from(["broken", "found", "gift", " "])
instants = st.integers(0, 400).map(lambda minutes: NOON + timedelta(minutes=minutes))


@st.composite
def products(draw: st.DrawFn, names: tuple[str, ...] = NAMES) -> Product:
    """A product with some of its own SKUs, now and then with a neighbour's."""
    name = draw(st.sampled_from(names))
    own = [f"{name}-{size}" for size in draw(st.sampled_from(["s", "l", "sl", "ls"]))]
    other = draw(st.sampled_from([[], [], [], [draw(skus)]]))
    price = Money(draw(st.integers(0, 2)), "USD")
    variants = tuple(Variant(sku, price) for sku in dict.fromkeys([*own, *other]))
    return Product(name, draw(st.sampled_from(["Old", "New"])), variants)


@st.composite
def lines(draw: st.DrawFn) -> OrderLine:
    """A line whose totals a shop could tell."""
    placed = draw(st.integers(0, 5))
    return OrderLine(draw(skus), placed, draw(st.integers(0, placed)), draw(st.integers(0, placed)))


@st.composite
def orders(draw: st.DrawFn) -> OrderSnapshot:
    """An order at some version."""
    return OrderSnapshot(
        shop=SHOP,
        ref=draw(st.sampled_from("1234")),
        code="#",
        status=draw(st.sampled_from(OrderStatus)),
        placed_at=draw(instants),
        version=draw(st.integers(1, 9)),
        lines=tuple(draw(st.lists(lines(), min_size=1, max_size=3))),
        total=Money(draw(st.integers(0, 9)), "USD"),
    )


@st.composite
def heard(draw: st.DrawFn) -> HearChat:
    """What rooms say, some of it again, and what moderators take away."""
    said = []
    for _ in range(draw(st.integers(1, 4))):
        name, source = draw(st.sampled_from("abc")), draw(st.sampled_from(SOURCES))
        wanted = tuple(draw(st.lists(st.builds(Asked, skus, st.integers(0, 4)), max_size=3)))
        said.append(claiming(f"m{draw(numbers)}", name, *wanted, source=source, verdict=draw(st.sampled_from(Verdict))))
    gone = draw(st.lists(st.builds(LineDeleted, st.sampled_from(SOURCES), numbers.map("m{}".format)), max_size=1))
    banned = draw(st.lists(st.builds(AuthorCleared, st.sampled_from(SOURCES), st.sampled_from("abc")), max_size=1))
    return replace(together(*said), events=(*together(*said).events, *gone, *banned))


openings = st.lists(st.builds(Opening, skus, st.integers(0, 20)), max_size=3).map(tuple)
segments = st.builds(
    Segment,
    st.sampled_from(["Hello", "Shirts", "Bye", ""]),
    st.integers(0, 90).map(lambda minutes: timedelta(minutes=minutes, microseconds=minutes)),
    id=numbers,
    planned_start=st.none() | instants,
    products=st.lists(st.sampled_from((*NAMES, IMPORTED)), max_size=2).map(tuple),
    kind=st.sampled_from([Kind.SEGMENT, Kind.SEGMENT, *Kind]),
    group=st.just(0) | numbers,
    hard=st.booleans(),
    planned_end=st.none() | instants,
    count_to_end=st.booleans(),
    flag=st.booleans(),
    colour=st.sampled_from(["", "#c4232b", "red"]),
    loops_to=st.just(0) | numbers,
)
new_segments = segments.map(
    lambda segment: Segment(
        segment.title or "Untitled", segment.planned, kind=segment.kind, hard=segment.hard, script="Hi."
    )
)
connections = st.builds(
    Connection,
    st.sampled_from(["main", "twitch:x"]),
    st.sampled_from(ConnectionKind),
    st.sampled_from(["a", "b"]),
)

imports = st.builds(
    ImportCatalogue,
    st.just("goods.csv"),
    st.text(ascii_lowercase, min_size=3, max_size=3),
    st.sampled_from(["file", SHOP]),
    st.lists(products((*NAMES, IMPORTED)), max_size=3).map(tuple),
    openings,
)
pages = st.builds(
    SeeOrders,
    st.just(SHOP),
    st.lists(orders(), max_size=3).map(tuple),
    cursor=st.sampled_from(["", "a", "b"]),
    linked=st.none() | st.none() | instants,
)

lengths = st.integers(-40, 90).map(lambda minutes: timedelta(minutes=minutes, microseconds=minutes))
mixes = st.lists(st.builds(MixBound, st.sampled_from(ItemRole), few, st.none() | few), max_size=2).map(tuple)

STOCK: Mapping[str, st.SearchStrategy[Command]] = {
    "adjust": st.builds(AdjustStock, skus, st.integers(-9, 9), reasons),
    "count": st.builds(CountStock, skus, st.integers(-1, 20), st.integers(0, 20), reasons),
    "hold": st.builds(HoldStock, skus, few, reasons),
    "release": st.builds(ReleaseStock, skus, few, reasons),
    "undo": st.builds(UndoMove, numbers),
    "save": st.builds(SaveProduct, products(), openings),
    "import": imports,
    "orders": pages,
    "link": st.builds(LinkShop, imports, pages),
    "levels": st.builds(
        SeeLevels, st.just(SHOP), st.lists(st.builds(StockLevel, skus, st.integers(0, 20), few), max_size=3).map(tuple)
    ),
    "settle": st.builds(SettleFinding, numbers, st.sampled_from(Settlement)),
}
SHOWING: Mapping[str, st.SearchStrategy[Command]] = {
    "queue": st.builds(QueueProducts, st.lists(st.sampled_from((*NAMES, IMPORTED)), max_size=2).map(tuple)),
    "remove": st.builds(RemoveItem, numbers),
    "move": st.builds(MoveItem, numbers, few),
    "code": st.builds(SetCode, numbers, st.sampled_from(["1", "2", "A", "a", "ß", "long enough!"])),
    "pin": st.builds(Pin, numbers),
    "unpin": st.just(Unpin()),
    "loop": st.builds(SetPinLoop, st.lists(numbers, max_size=3).map(tuple), lengths),
    "looped": st.just(PinNextLooped()),
    "segment": st.builds(SaveSegment, segments, st.none() | few),
    "add": st.builds(SaveSegment, new_segments),
    "drop": st.builds(RemoveSegment, numbers),
    "shift": st.builds(MoveSegment, numbers, few),
    "rundown": st.builds(
        ImportRundown, st.just("plan.csv"), st.just("d"), st.lists(new_segments, max_size=3).map(tuple)
    ),
    "take": st.builds(Take, st.none() | numbers),
    "back": st.just(Back()),
    "skip": st.builds(SkipSegment, numbers, st.booleans()),
    "next": st.builds(SetNext, st.none() | numbers),
    "pause": st.just(PauseSegment()),
    "resume": st.just(ResumeSegment()),
    "time": st.builds(AddTime, lengths),
    "edits": st.just(TakeEdits()),
    "delay": st.builds(SetDelay, numbers, lengths),
    "propose": st.just(Propose()),
    "answer": st.builds(AnswerProposal, st.integers(1, 3), st.booleans()),
    "apply": st.builds(ApplyDelay, numbers),
    "approve": st.builds(ApproveScript, numbers, st.booleans()),
    "keep": st.builds(SetRundownRules, st.builds(RundownRules, st.none() | st.booleans(), st.booleans(), mixes)),
    "role": st.builds(SetRole, numbers, st.sampled_from(ItemRole)),
    "into": st.builds(MoveSegment, numbers, few, st.none() | numbers),
    "live": st.just(GoLive()),
    "end": st.just(EndShow()),
    "show": st.builds(NewShow, st.sampled_from(["Friday", ""]), st.sampled_from(["USD", "XX"])),
    "connect": st.builds(SetConnection, connections),
    "forget": st.builds(RemoveConnection, st.sampled_from(["main", "gone"])),
}
errands = st.integers(0, 40)
prepared = st.builds(Prepared, st.just("request"), st.sampled_from(["{}", "9"]))
titles = st.sampled_from(["", "The shop said no."])
OUTBOX: Mapping[str, st.SearchStrategy[Command]] = {
    "send": st.builds(SendErrand, errands, prepared),
    "doubt": st.builds(DoubtErrand, errands, titles),
    "finish": st.builds(FinishErrand, errands, st.just("done")),
    "reject": st.builds(RejectErrand, errands, titles, titles, st.booleans()),
    "retry": st.builds(RetryErrand, errands),
    "leave": st.builds(LeaveErrand, errands),
    "aside": st.builds(PutAside, errands),
    "cancel": st.builds(CancelOrder, st.sampled_from(["shop/1", "shop/2", "shop", ""]), skus, few),
    "refund": st.builds(RefundOrder, st.sampled_from(["shop/1", "shop/2"]), st.builds(Money, few, st.just("USD"))),
    "cut": st.builds(
        CancelOversold, errands, st.tuples(st.builds(Cut, st.sampled_from(["shop/1", "shop/2"]), skus, few, few))
    ),
    "resume": st.just(ResumeSending()),
    "connect": st.just(SetConnection(Connection(SHOP, ConnectionKind.SHOP, "vendure+https://ann@shop.example"))),
}
claim_ids = st.integers(0, 40)
buyers = st.sampled_from(["twitch/mia", "twitch/tom", "irc:chat.example/tom", f"{SHOP}/b1", ""])
items = st.lists(st.builds(Asked, skus, st.integers(0, 4)), min_size=1, max_size=3).map(tuple)
hours = st.integers(-1, 200).map(lambda number: timedelta(hours=number))
CLAIMS: Mapping[str, st.SearchStrategy[Command]] = {
    "chat": heard(),
    "by hand": st.builds(ClaimByHand, buyers, items, name=st.sampled_from(["", "Mia"])),
    "review": st.builds(ReviewClaim, claim_ids, st.booleans(), st.just(()) | items),
    "extend": st.builds(ExtendHold, claim_ids, hours),
    "release claim": st.builds(ReleaseClaim, claim_ids),
    "paid": st.builds(MarkPaid, claim_ids),
    "due": st.just(DueNow()),
    "rules": st.builds(
        SetClaimRules,
        st.builds(
            ClaimRules,
            st.integers(0, 90).map(lambda each: timedelta(seconds=each)),
            st.booleans(),
            numbers,
            sold_out=st.sampled_from(WhenSoldOut),
        ),
    ),
    "join": st.builds(JoinBuyers, buyers, buyers),
    "part": st.builds(PartBuyers, st.lists(buyers, max_size=2, unique=True).map(tuple)),
    "mark": st.builds(MarkBuyer, buyers, st.booleans()),
    "stop": st.builds(StopSale, st.just(()) | st.tuples(skus), reasons),
    "go on": st.builds(ResumeSale, st.just(()) | st.tuples(skus)),
    "batch": st.builds(SetRelease, skus, st.none() | few),
    "fence": st.builds(RingFence, skus, few),
}
commands: st.SearchStrategy[Command] = st.one_of(*STOCK.values(), *SHOWING.values(), *OUTBOX.values(), *CLAIMS.values())
