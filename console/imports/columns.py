"""The columns of product files: Shopify's classic names and those of its newer export, WooCommerce's, and our own."""

OPTION_NAMES = ("option1_name", "option2_name", "option3_name")
OPTIONS = ("option1", "option2", "option3")

SHOPIFY: dict[str, tuple[str, ...]] = {
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

VARIANT_FIELDS = (*OPTIONS, "sku", "quantity", "price", "compare_at", "barcode")

MOST_ATTRIBUTES = 99
ATTRIBUTES = tuple((f"attribute{n}_name", f"attribute{n}") for n in range(1, MOST_ATTRIBUTES + 1))

WOOCOMMERCE: dict[str, tuple[str, ...]] = {
    "id": ("ID",),
    "kind": ("Type",),
    "sku": ("SKU",),
    "barcode": ("GTIN, UPC, EAN, or ISBN",),
    "name": ("Name",),
    "published": ("Published",),
    "short": ("Short description",),
    "description": ("Description",),
    "sale_from": ("Date sale price starts",),
    "sale_to": ("Date sale price ends",),
    "in_stock": ("In stock?",),
    "stock": ("Stock",),
    "backorders": ("Backorders allowed?",),
    "sale_price": ("Sale price",),
    "regular_price": ("Regular price",),
    "categories": ("Categories",),
    "brands": ("Brands",),
    "images": ("Images",),
    "parent": ("Parent",),
    "position": ("Position",),
    **{name: (f"Attribute {n} name",) for n, (name, _) in enumerate(ATTRIBUTES, start=1)},
    **{value: (f"Attribute {n} value(s)",) for n, (_, value) in enumerate(ATTRIBUTES, start=1)},
}

OWN_OPTIONS = tuple((f"option{n}_name", f"option{n}") for n in range(1, MOST_ATTRIBUTES + 1))

OWN: dict[str, tuple[str, ...]] = {
    "product": ("Product",),
    "title": ("Title",),
    "sku": ("SKU",),
    "price": ("Price",),
    "compare_at": ("Compare-at price",),
    "currency": ("Currency",),
    "on_hand": ("On hand",),
    "barcode": ("Barcode",),
    "vendor": ("Vendor",),
    "kind": ("Type",),
    "picture": ("Picture",),
    "description": ("Description",),
    **{name: (f"Option {n} name",) for n, (name, _) in enumerate(OWN_OPTIONS, start=1)},
    **{value: (f"Option {n}",) for n, (_, value) in enumerate(OWN_OPTIONS, start=1)},
}
