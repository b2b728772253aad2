"""What Vendure 3's admin API is asked."""

SIGN_IN = """
mutation ($user: String!, $password: String!) {
  login(username: $user, password: $password) { __typename }
}
"""

SHOP = """
{
  activeChannel { code defaultCurrencyCode }
  globalSettings { serverConfig { moneyStrategyPrecision } }
  products(options: { take: 1 }) { totalItems }
}
"""

PRODUCTS = """
query ($options: ProductListOptions) {
  products(options: $options) {
    totalItems
    items {
      id slug name description enabled
      featuredAsset { preview }
      optionGroups { id name }
      variants {
        sku enabled priceWithTax currencyCode
        options { name groupId }
        stockLevels { stockOnHand }
      }
    }
  }
}
"""

LEVELS = """
query ($options: ProductVariantListOptions) {
  productVariants(options: $options) {
    totalItems
    items { id sku stockLevels { stockOnHand stockAllocated } }
  }
}
"""

ORDERS = """
query ($options: OrderListOptions) {
  orders(options: $options) {
    items {
      id code state updatedAt orderPlacedAt currencyCode totalWithTax
      customer { id firstName lastName }
      lines {
        quantity orderPlacedQuantity
        productVariant { sku }
        fulfillmentLines { quantity fulfillment { state } }
      }
      payments { state amount refunds { state total } }
    }
  }
}
"""

NAMED_ORDERS = ORDERS.replace("id code", "id code customFields { clientKey }")
"""The same where the shop keeps the names of our drafts with its orders."""
