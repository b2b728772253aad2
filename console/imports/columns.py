"""The columns of Shopify's product files: the classic names and those of the newer export, in one table."""

OPTION_NAMES = ("option1_name", "option2_name", "option3_name")
OPTIONS = ("option1", "option2", "option3")

PRODUCT_COLUMNS = {
    "handle": ("Handle", "URL handle"),
    "title": ("Title",),
    "description": ("Body (HTML)", "Description"),
    "vendor": ("Vendor",),
    "kind": ("Type",),
    "published": ("Published", "Published on online store"),
    "status": ("Status",),
    "gift_card": ("Gift Card",),
    "option1_name": ("Option1 Name",),
    "option1": ("Option1 Value",),
    "option2_name": ("Option2 Name",),
    "option2": ("Option2 Value",),
    "option3_name": ("Option3 Name",),
    "option3": ("Option3 Value",),
    "sku": ("Variant SKU", "SKU"),
    "tracker": ("Variant Inventory Tracker", "Inventory tracker"),
    "quantity": ("Variant Inventory Qty", "Inventory quantity"),
    "price": ("Variant Price", "Price"),
    "compare_at": ("Variant Compare At Price", "Compare-at price"),
    "barcode": ("Variant Barcode", "Barcode"),
    "picture": ("Image Src", "Product image URL"),
    "position": ("Image Position",),
}

REQUIRED = ("handle", "title", "price")

VARIANT_FIELDS = (*OPTIONS, "sku", "quantity", "price", "compare_at", "barcode")
