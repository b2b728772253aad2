"""What Vendure 3's admin API is asked to look at and to do for an errand.

The parts of an answer to a change need no rights of their own, so that a no can only come before the change.
"""

STOCK = """
query ($options: ProductVariantListOptions) {
  productVariants(options: $options) {
    items {
      id sku enabled
      stockLevels { stockLocationId stockOnHand }
      stockMovements(options: { take: 1 }) { totalItems }
    }
  }
}
"""

MOVEMENTS = """
query ($id: ID!, $part: StockMovementListOptions!) {
  productVariant(id: $id) {
    stockLevels { stockLocationId stockOnHand }
    stockMovements(options: $part) { totalItems items { ... on StockMovement { id type quantity } } }
  }
}
"""

SET_STOCK = """
mutation ($input: [UpdateProductVariantInput!]!, $part: StockMovementListOptions!) {
  updateProductVariants(input: $input) {
    stockLevels { stockLocationId stockOnHand }
    stockMovements(options: $part) { totalItems items { ... on StockMovement { id type quantity } } }
  }
}
"""

PRICES = """
query ($options: ProductVariantListOptions) {
  activeChannel { pricesIncludeTax }
  productVariants(options: $options) {
    items { id sku priceWithTax currencyCode taxRateApplied { value } }
  }
}
"""

SET_PRICES = """
mutation ($input: [UpdateProductVariantInput!]!) {
  updateProductVariants(input: $input) { id priceWithTax }
}
"""

ORDER_PIECES = """
query ($id: ID!) {
  order(id: $id) {
    lines { id quantity productVariant { sku } }
    history(options: { take: 100, sort: { createdAt: DESC }, filter: { type: { eq: "ORDER_CANCELLATION" } } }) {
      items { id data }
    }
  }
}
"""

CANCEL = """
mutation ($input: CancelOrderInput!) {
  cancelOrder(input: $input) { __typename ... on Order { id state } ... on ErrorResult { errorCode } }
}
"""

ORDER_MONEY = """
query ($id: ID!) {
  order(id: $id) {
    currencyCode
    payments { id state amount refunds { id state total reason } }
  }
}
"""

REFUND = """
mutation ($input: RefundOrderInput!) {
  refundOrder(input: $input) { __typename ... on Refund { id state } ... on ErrorResult { errorCode } }
}
"""
