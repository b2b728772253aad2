"""What Vendure 3's admin API is asked to look at and to do for the draft order of a buyer's claims.

All of it needs the custom field `clientKey` on orders: a name that the shop keeps for us.
"""

from collections.abc import Iterable

DRAFTS = """
query ($options: OrderListOptions) {
  orders(options: $options) {
    items {
      id code state orderPlacedAt
      customFields { clientKey }
      customer { id }
      shippingAddress { streetLine1 }
      shippingLines { id }
      lines { id quantity productVariant { sku } }
    }
  }
}
"""

GOODS = """
query ($options: ProductVariantListOptions) {
  activeChannel { defaultShippingZone { members { code } } }
  productVariants(options: $options) { items { id sku enabled } }
}
"""

CREATE = "mutation { createDraftOrder { id } }"

NAME = "mutation ($input: UpdateOrderInput!) { setOrderCustomFields(input: $input) { id } }"

METHODS = "query ($order: ID!) { eligibleShippingMethodsForDraftOrder(orderId: $order) { id } }"

METHOD = """
mutation ($order: ID!, $method: ID!) {
  setDraftOrderShippingMethod(orderId: $order, shippingMethodId: $method) {
    __typename ... on ErrorResult { errorCode }
  }
}
"""

REMOVE = "mutation ($order: ID!) { deleteDraftOrder(orderId: $order) { result } }"

CANCEL = """
mutation ($order: ID!) {
  transitionOrderToState(id: $order, state: "Cancelled") { __typename ... on ErrorResult { errorCode } }
}
"""

END = "{ __typename ... on ErrorResult { errorCode } }"
STEPS = {
    "add": ("AddItemToDraftOrderInput!", f"addItemToDraftOrder(orderId: $order, input: $VALUE) {END}"),
    "adjust": ("AdjustDraftOrderLineInput!", f"adjustDraftOrderLine(orderId: $order, input: $VALUE) {END}"),
    "remove": ("ID!", f"removeDraftOrderLine(orderId: $order, orderLineId: $VALUE) {END}"),
    "customer": ("CreateCustomerInput!", f"setCustomerForDraftOrder(orderId: $order, input: $VALUE) {END}"),
    "known": ("ID!", f"setCustomerForDraftOrder(orderId: $order, customerId: $VALUE) {END}"),
    "address": ("CreateAddressInput!", "setDraftOrderShippingAddress(orderId: $order, input: $VALUE) { __typename }"),
}
"""Changes of a draft, each with the type of its value."""


def steps_document(kinds: Iterable[str]) -> str:
    """The changes of these kinds in one request, one after the other; the values are `v0`, `v1` and so on."""
    told = [(f"v{number}", *STEPS[kind]) for number, kind in enumerate(kinds)]
    given = "".join(f", ${name}: {kind}" for name, kind, _ in told)
    steps = " ".join(f"{name}: {step.replace('VALUE', name)}" for name, _, step in told)
    return f"mutation ($order: ID!{given}) {{ {steps} }}"
