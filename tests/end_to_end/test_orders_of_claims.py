"""Claims as orders of a real Vendure, there and back: drafted, paid, cancelled, deleted, expired."""

from pathlib import Path
from uuid import uuid4

from console.domain.claims.claim import PartState, Why
from console.domain.claims.draft import DraftState
from console.domain.claims.reading import Asked
from console.domain.commands import ClaimByHand, QueueProducts, ReleaseClaim
from tests.end_to_end.stage import Stage, on_stage, sound
from tests.servers.vendure import Vendure
from tests.servers.vendure_api import NewVariant, Staff

MOVE = """
mutation ($i: ID!, $s: String!) { transitionOrderToState(id: $i, state: $s) {
  ... on Order { id } ... on ErrorResult { errorCode message } } }
"""
PAY = """
mutation ($i: ID!) { addManualPaymentToOrder(input: { orderId: $i, method: "manual", metadata: {} }) {
  ... on Order { id } ... on ErrorResult { errorCode message } } }
"""
DELETE = "mutation ($i: ID!) { deleteDraftOrder(orderId: $i) { result } }"
HAVE = "query ($k: StringOperators) { orders(options: { filter: { clientKey: $k } }) { totalItems } }"


def stands(stage: Stage, buyer: str) -> list[tuple[PartState, Why]]:
    """How the parts of a buyer's claims stand."""
    return [(part.state, part.why) for claim in stage.show.claims.of(buyer) for part in claim.parts]


def ref(stage: Stage, buyer: str) -> str:
    """The shop's id of a buyer's newest order."""
    drafts = [each for each in stage.show.claims.drafts.values() if each.buyer == buyer]
    return max(drafts, key=lambda each: each.id).ref


async def test_claims_go_to_the_shop_and_what_becomes_of_them_there_comes_back(
    busy_shop: Vendure, clerk: Staff, tmp_path: Path
) -> None:
    slug = uuid4().hex[:10]
    sku = f"{slug}-cap"
    await clerk.add_product(slug, [NewVariant(sku, 1000, 5, ("cap",))], option_names=("For",))
    path = tmp_path / "show.cuedesk"
    async with on_stage(path, busy_shop.port) as stage:
        await stage.ask(QueueProducts((slug,)))
        for buyer in ("t/pays", "t/deleted", "t/expires", "t/waits"):
            await stage.ask(ClaimByHand(buyer, (Asked(sku, 2 if buyer == "t/pays" else 1),)))
        await stage.ask(ClaimByHand("t/last", (Asked(sku, 1),)))
        await stage.drained()
        assert all(draft.code for draft in stage.show.claims.drafts.values())
        assert stands(stage, "t/last") == [(PartState.WAITING, Why.TOO_FEW_LEFT)]
        assert stage.show.stock[sku].available == 0

        await clerk.api.call(MOVE, i=ref(stage, "t/pays"), s="ArrangingPayment")
        await clerk.api.call(PAY, i=ref(stage, "t/pays"))
        await stage.until(lambda: stands(stage, "t/pays") == [(PartState.PAID, Why.PAID)])
        level = stage.show.stock[sku]
        assert (level.reserved, level.committed, level.available) == (3, 2, 0)

        await clerk.api.call(DELETE, i=ref(stage, "t/deleted"))
        await stage.until(lambda: stands(stage, "t/deleted") == [(PartState.RELEASED, Why.ORDER_GONE)])
        assert stands(stage, "t/last") == [(PartState.HELD, Why.MOVED_UP)]

        (claim,) = stage.show.claims.of("t/expires")
        (draft,) = (each for each in stage.show.claims.drafts.values() if each.buyer == "t/expires")
        await stage.ask(ReleaseClaim(claim.id))
        await stage.drained()
        assert (await clerk.api.call(HAVE, k={"eq": draft.key}))["orders"]["totalItems"] == 0

        await clerk.cancel(ref(stage, "t/pays"), 1)
        await stage.until(lambda: stage.show.stock[sku].committed == 1)
        (claim,) = stage.show.claims.of("t/pays")
        assert [(part.state, part.got) for part in claim.parts] == [(PartState.PAID, 1)]
        assert not stage.show.tray
        assert not stage.show.open_findings
        placed = [each for each in stage.show.claims.drafts.values() if each.state is DraftState.PLACED]
        assert [each.buyer for each in placed] == ["t/pays"]
    sound(path)
