"""Catalogue changes, folded: only what the show uses is kept in memory."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from console.domain.apply.stock import with_movements
from console.domain.changes import CatalogueImported, ProductSaved
from console.domain.products import Opening, Product
from console.domain.show import Show
from console.domain.stock import Counter, Movement, MovementKind


def opening(named: Opening, reference: str) -> Movement:
    """The movement by which a SKU gets its first quantity on hand."""
    return Movement(named.sku, Counter.ON_HAND, MovementKind.OPENING, named.quantity, reference=reference)


def opening_reference(change: CatalogueImported | ProductSaved) -> str:
    """What an opening movement refers to: the file's digest, or the product added by hand."""
    match change:
        case CatalogueImported(digest=digest):
            return f"import {digest[:12]}"
        case ProductSaved(product=product):
            return f"product {product.id}"


def with_products(show: Show, products: Iterable[Product]) -> Show:
    """The show that knows these products and whose SKUs they own."""
    known = {product.id: product for product in products}
    owners = {sku: product.id for product in known.values() for sku in product.skus}
    after = without_former_skus(show, known)
    return replace(after, products=show.products.update(known), owners=after.owners.update(owners))


def without_former_skus(show: Show, products: Mapping[str, Product]) -> Show:
    """The show in which the products, by id, own no SKU that they no longer have."""
    owners = show.owners
    for sku, owner in show.owners.items():
        if owner in products and sku not in products[owner].skus:
            owners = owners.remove(sku)
    return replace(show, owners=owners)


def apply_stored(show: Show, products: Iterable[Product]) -> Show:
    """The show after an import: the products and owners that it had in memory are as the file has them now."""
    stored = {product.id: product for product in products}
    owners = {sku: product.id for product in stored.values() for sku in product.skus if sku in show.stock}
    after = without_former_skus(show, stored)
    after = replace(after, owners=after.owners.update(owners))
    return with_products(after, (stored[each] for each in stored if each in show.products))


def apply_catalogue(show: Show, change: CatalogueImported | ProductSaved) -> Show:
    """The show after products came in; stock is folded for the SKUs that it uses."""
    shown = change.shown if isinstance(change, CatalogueImported) else (change.product,)
    after = with_products(show, shown)
    reference = opening_reference(change)
    used = [
        opening(named, reference) for named in change.opened if named.sku in after.owners or named.sku in after.stock
    ]
    return replace(after, stock=with_movements(after.stock, used))
