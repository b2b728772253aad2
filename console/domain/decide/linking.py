"""The first link with a shop: goods and orders in one decision, so that nothing shipped in between is missed."""

from collections.abc import Collection, Iterable
from datetime import datetime

from console.domain.apply import folded
from console.domain.changes import CatalogueImported, Change
from console.domain.commands import LinkShop
from console.domain.decide.catalogue import import_catalogue
from console.domain.decide.decision import Decision
from console.domain.decide.orders import decide_orders
from console.domain.orders import OrderSnapshot
from console.domain.show import Facts, Show, informed
from console.domain.stock import Level


def link_shop(show: Show, command: LinkShop, now: datetime) -> Decision:
    """Take the goods in, then the orders on what that left."""
    outcome, goods, _ = import_catalogue(show, command.goods)
    begun = informed(show, Facts(stock=first_levels(goods, command.orders.orders, show.stock)))
    linked = folded(begun, goods, now)
    return Decision(outcome, (*goods, *decide_orders(linked, command.orders, now).changes))


def first_levels(
    changes: Iterable[Change], orders: Iterable[OrderSnapshot], known: Collection[str]
) -> dict[str, Level]:
    """Levels to begin with for SKUs that an import opens and an order names: both are used from the first piece on."""
    imports = (change for change in changes if isinstance(change, CatalogueImported))
    opened = {each.sku for change in imports for each in change.opened}
    named = {line.sku for order in orders for line in order.lines}
    return {sku: Level() for sku in opened & named if sku not in known}
