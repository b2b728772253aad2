"""What can be exported."""

from enum import StrEnum


class Export(StrEnum):
    """A table of a studio's file. Products and the rundown can be imported again, and are then what they were."""

    PRODUCTS = "products"
    STOCK = "stock"
    RUNDOWN = "rundown"
    ORDERS = "orders"
    CLAIMS = "claims"
    CHAT = "chat"
    INCIDENTS = "incidents"
    PICKLIST = "picklist"
