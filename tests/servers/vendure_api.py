"""What a shop's staff and buyers do, done through Vendure's two APIs: the tests' other hand, apart from the adapter."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import aiohttp

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63d8f1e1050004f90297e1acf3370000000049454e44ae426082"
)
UPLOAD = (
    '{"query": "mutation($f: Upload!) { createAssets(input: [{file: $f}]) { ... on Asset { id preview } } }",'
    ' "variables": {"f": null}}'
)


class NewVariant(NamedTuple):
    """A variant to be created: `price` before tax of 20 %, in minor units; `options` in the order of the groups."""

    sku: str
    price: int = 1000
    stock: int = 10
    options: tuple[str, ...] = ()
    enabled: bool = True


class Placed(NamedTuple):
    """An order as its buyer knows it."""

    id: str
    code: str


class Api:
    """One signed-in session at one of the two APIs."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url

    async def call(self, document: str, **variables: object) -> Any:  # noqa: ANN401 - the answer's shape is the caller's
        """The answer's data; raises AssertionError for an error of any layer."""
        async with self._session.post(self._url, json={"query": document, "variables": variables}) as answer:
            told = await answer.json()
        assert not told.get("errors"), told
        results = [value for value in told["data"].values() if isinstance(value, dict)]
        assert not any("errorCode" in result for result in results), told
        return told["data"]

    async def upload(self, name: str) -> Any:  # noqa: ANN401 - as above
        """Put one small picture into the shop; its `id` and `preview`."""
        form = aiohttp.FormData({"operations": UPLOAD, "map": '{"0": ["variables.f"]}'})
        form.add_field("0", PIXEL, filename=name, content_type="image/png")
        async with self._session.post(self._url, data=form) as answer:
            told = await answer.json()
        return told["data"]["createAssets"][0]


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield Api(session, url)


class Staff:
    """The shop's staff at the admin API."""

    def __init__(self, api: Api) -> None:
        self.api = api

    async def sign_in(self) -> None:
        await self.api.call(
            'mutation { login(username: "superadmin", password: "superadmin")'
            " { ... on CurrentUser { id } ... on ErrorResult { errorCode message } } }"
        )

    async def add_product(
        self,
        slug: str,
        variants: list[NewVariant],
        *,
        title: str = "",
        description: str = "",
        option_names: tuple[str, ...] = (),
        picture: str | None = None,
        enabled: bool = True,
    ) -> dict[str, str]:
        """Create a product with its variants; the variants' ids by SKU."""
        words = {"languageCode": "en", "name": title or slug, "slug": slug, "description": description}
        made = await self.api.call(
            "mutation($i: CreateProductInput!) { createProduct(input: $i) { id } }",
            i={"enabled": enabled, "translations": [words], "featuredAssetId": picture},
        )
        product = made["createProduct"]["id"]
        options = [
            await self._add_options(product, f"{slug}-{position}", name, [v.options[position] for v in variants])
            for position, name in enumerate(option_names)
        ]
        new = [
            {
                "productId": product,
                "sku": v.sku,
                "price": v.price,
                "stockOnHand": v.stock,
                "trackInventory": "TRUE",
                "enabled": v.enabled,
                "optionIds": [ids[value] for ids, value in zip(options, v.options, strict=True)],
                "translations": [{"languageCode": "en", "name": v.sku}],
            }
            for v in variants
        ]
        told = await self.api.call(
            "mutation($i: [CreateProductVariantInput!]!) { createProductVariants(input: $i) { id sku } }", i=new
        )
        return {row["sku"]: row["id"] for row in told["createProductVariants"]}

    async def _add_options(self, product: str, code: str, name: str, values: list[str]) -> dict[str, str]:
        def named(text: str) -> list[dict[str, str]]:
            return [{"languageCode": "en", "name": text}]

        options = [
            {"code": f"{code}-{n}", "translations": named(value)} for n, value in enumerate(dict.fromkeys(values))
        ]
        told = await self.api.call(
            "mutation($i: CreateProductOptionGroupInput!)"
            " { createProductOptionGroup(input: $i) { id options { id name } } }",
            i={"code": code, "translations": named(name), "options": options},
        )
        group = told["createProductOptionGroup"]
        await self.api.call(
            "mutation($p: ID!, $g: ID!) { addOptionGroupToProduct(productId: $p, optionGroupId: $g) { id } }",
            p=product,
            g=group["id"],
        )
        return {row["name"]: row["id"] for row in group["options"]}

    async def lines(self, order: str) -> list[tuple[str, int]]:
        """The order's lines: id and present quantity."""
        told = await self.api.call("query($i: ID!) { order(id: $i) { lines { id quantity } } }", i=order)
        return [(row["id"], row["quantity"]) for row in told["order"]["lines"]]

    async def fulfil(self, order: str, quantity: int | None = None) -> str:
        """Pack the whole order, or `quantity` of its first line; the fulfilment's id."""
        lines = await self.lines(order)
        packed = lines if quantity is None else [(lines[0][0], quantity)]
        arguments = [{"name": "method", "value": "post"}, {"name": "trackingCode", "value": "T1"}]
        told = await self.api.call(
            "mutation($i: FulfillOrderInput!) { addFulfillmentToOrder(input: $i)"
            " { ... on Fulfillment { id } ... on ErrorResult { errorCode message } } }",
            i={
                "lines": [{"orderLineId": line, "quantity": count} for line, count in packed],
                "handler": {"code": "manual-fulfillment", "arguments": arguments},
            },
        )
        return str(told["addFulfillmentToOrder"]["id"])

    async def move(self, fulfilment: str, state: str) -> None:
        """Take a fulfilment to Shipped, Delivered or Cancelled."""
        await self.api.call(
            "mutation($i: ID!, $s: String!) { transitionFulfillmentToState(id: $i, state: $s)"
            " { ... on Fulfillment { id } ... on ErrorResult { errorCode message } } }",
            i=fulfilment,
            s=state,
        )

    async def ship(self, order: str, quantity: int | None = None) -> str:
        """Pack and send; the fulfilment's id."""
        fulfilment = await self.fulfil(order, quantity)
        await self.move(fulfilment, "Shipped")
        return fulfilment

    async def cancel(self, order: str, quantity: int | None = None) -> None:
        """Cancel the whole order, or `quantity` of its first line."""
        some: dict[str, object] = {"cancelShipping": True}
        if quantity is not None:
            some = {"lines": [{"orderLineId": (await self.lines(order))[0][0], "quantity": quantity}]}
        await self.api.call(
            "mutation($i: CancelOrderInput!) { cancelOrder(input: $i)"
            " { ... on Order { id } ... on ErrorResult { errorCode message } } }",
            i={"orderId": order, "reason": "test"} | some,
        )

    async def refund(self, order: str, amount: int | None = None, *, settled: bool = True) -> str:
        """Pay back the whole first payment, or `amount` of it, and settle that or leave it pending; the refund's id."""
        told = await self.api.call("query($i: ID!) { order(id: $i) { payments { id amount } } }", i=order)
        payment = told["order"]["payments"][0]
        # Without the three deprecated fields this Vendure breaks a constraint of its own SQLite file.
        money: dict[str, object] = {
            "amount": payment["amount"] if amount is None else amount,
            "lines": [],
            "shipping": 0,
            "adjustment": 0,
        }
        made = await self.api.call(
            "mutation($i: RefundOrderInput!) { refundOrder(input: $i)"
            " { ... on Refund { id state } ... on ErrorResult { errorCode message } } }",
            i={"paymentId": payment["id"], "reason": "test"} | money,
        )
        refund = str(made["refundOrder"]["id"])
        if settled and made["refundOrder"]["state"] != "Settled":
            await self.settle_refund(refund)
        return refund

    async def settle_refund(self, refund: str) -> None:
        """Put on record that the money of a pending refund has gone back."""
        await self.api.call(
            "mutation($i: SettleRefundInput!) { settleRefund(input: $i)"
            " { ... on Refund { id } ... on ErrorResult { errorCode message } } }",
            i={"id": refund, "transactionId": "t"},
        )

    async def settle(self, order: str) -> None:
        """Take the money of an authorised payment."""
        told = await self.api.call("query($i: ID!) { order(id: $i) { payments { id } } }", i=order)
        await self.api.call(
            "mutation($i: ID!) { settlePayment(id: $i)"
            " { ... on Payment { id } ... on ErrorResult { errorCode message } } }",
            i=told["order"]["payments"][0]["id"],
        )

    async def api_key(self) -> str:
        """A key with the rights of the owner."""
        told = await self.api.call(
            "mutation($i: CreateApiKeyInput!) { createApiKey(input: $i) { apiKey } }",
            i={"roleIds": ["1"], "translations": [{"languageCode": "en", "name": "k"}]},
        )
        return str(told["createApiKey"]["apiKey"])


async def fill_cart(api: Api, pieces: Mapping[str, int]) -> str:
    """Put pieces of variants, by their ids, into the session's cart; the order's id."""
    order = ""
    for variant, quantity in pieces.items():
        told = await api.call(
            "mutation($v: ID!, $q: Int!) { addItemToOrder(productVariantId: $v, quantity: $q)"
            " { ... on Order { id } ... on ErrorResult { errorCode message } } }",
            v=variant,
            q=quantity,
        )
        order = told["addItemToOrder"]["id"]
    return order


async def buy(
    url: str,
    pieces: Mapping[str, int],
    name: str = "Ada Lovelace",
    till: str = "at-once",
    queue: asyncio.Barrier | None = None,
) -> Placed:
    """Order as a new buyer, to the end; `till` "later" leaves the payment authorised only.

    Those of one `queue` pay at one moment, once all of them are at the till.
    """
    first, _, last = name.partition(" ")
    async with opened(f"{url}/shop-api") as api:
        order = await fill_cart(api, pieces)
        outcome = "{ ... on Order { id code } ... on ErrorResult { errorCode message } }"
        await api.call(
            f"mutation($i: CreateCustomerInput!) {{ setCustomerForOrder(input: $i) {outcome} }}",
            i={"firstName": first, "lastName": last, "emailAddress": f"buyer{order}@example.test"},
        )
        await api.call(
            f"mutation($i: CreateAddressInput!) {{ setOrderShippingAddress(input: $i) {outcome} }}",
            i={"fullName": name, "streetLine1": "1 Way", "city": "Bonn", "postalCode": "53111", "countryCode": "DE"},
        )
        await api.call(f'mutation {{ setOrderShippingMethod(shippingMethodId: ["1"]) {outcome} }}')
        await api.call(f'mutation {{ transitionOrderToState(state: "ArrangingPayment") {outcome} }}')
        if queue is not None:
            await queue.wait()
        told = await api.call(
            f"mutation($i: PaymentInput!) {{ addPaymentToOrder(input: $i) {outcome} }}",
            i={"method": till, "metadata": {}},
        )
    return Placed(told["addPaymentToOrder"]["id"], told["addPaymentToOrder"]["code"])
